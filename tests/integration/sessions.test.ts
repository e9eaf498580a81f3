import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#app/domain/terms.ts";
import { createSession, readSession, renewSecret } from "#app/platform/sessions.server.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
let services: TestServices;
let make: Factory;
const now = { at: new Date("2026-11-25T02:00:00Z") };
const later = (seconds: number) => (now.at = new Date(now.at.getTime() + seconds * 1_000));
const opens = async (token: string) => (await readSession(services, token, "r")) !== null;

async function signedIn(role: Role) {
  const user = await make.user({ role, regionCode: role === "SEEKER" ? null : "141124" });
  return { user, ...(await createSession(services, user.id, null)) };
}
/** Comes back so often that it never idles. */
async function comesBack(token: string, hours: number, every = 50 * MINUTE) {
  for (const end = now.at.getTime() + hours * HOUR * 1_000; now.at.getTime() + every * 1_000 < end;) {
    later(every);
    if (!(await opens(token))) return false;
  }
  return true;
}

beforeAll(async () => {
  services = await openTestServices({ clock: { now: () => now.at, today: () => "2026-11-25" } });
  make = createFactory(services, 57);
});
beforeEach(() => later(HOUR));
afterAll(() => services?.close());

describe("a session", () => {
  it.each([["OFFICER", 2], ["ADMIN", 1], ["SEEKER", 12], ["EMPLOYER", 12]] as const)("of %s is over after %i hours without a request", async (role, hours) => {
    const { token } = await signedIn(role);
    later(hours * HOUR - 1);
    expect(await opens(token)).toBe(true);
    later(hours * HOUR + 1);
    expect(await opens(token)).toBe(false);
  });

  it.each([["OFFICER", 12], ["ADMIN", 12], ["AGENT", 168]] as const)("of %s is over after %i hours, however busy", async (role, hours) => {
    const { token, maxAgeSeconds } = await signedIn(role);
    expect(maxAgeSeconds).toBe(hours * HOUR);
    expect(await comesBack(token, hours, hours > 100 ? 11 * HOUR : 50 * MINUTE)).toBe(true);
    later(11 * HOUR);
    expect(await opens(token)).toBe(false);
  });

  it("opened in one role ends when its user gets another", async () => {
    const { token, user } = await signedIn("OFFICER");
    await services.db.user.update({ where: { id: user.id }, data: { role: "ADMIN" } });
    expect(await opens(token)).toBe(false);
  });

  it("keeps no secret in the database, only its hash", async () => {
    const { token, id } = await signedIn("OFFICER");
    const secret = await renewSecret(services, id, { due: true });
    const [rows] = await services.pool.query("SELECT * FROM session_secret JOIN login_session s ON s.id = sessionId");
    for (const one of [token, secret!.token]) expect(JSON.stringify(rows)).not.toContain(one);
  });
});

describe("a session's secret", () => {
  it("is due for another after 20 minutes of an officer, after an hour of others", async () => {
    const [officer, seeker] = [await signedIn("OFFICER"), await signedIn("SEEKER")];
    const due = async (token: string) => (await readSession(services, token, "r"))?.renew;
    expect([await due(officer.token), await due(seeker.token)]).toEqual([false, false]);
    later(20 * MINUTE + 1);
    expect([await due(officer.token), await due(seeker.token)]).toEqual([true, false]);
    later(40 * MINUTE);
    expect(await due(seeker.token)).toBe(true);
  });

  it("that is new ends the one before a minute after it came back, and not sooner: what was under way gets through", async () => {
    const { token, id } = await signedIn("OFFICER");
    later(30 * MINUTE);
    const next = await renewSecret(services, id);
    expect(await opens(token)).toBe(true);
    expect(await opens(next!.token)).toBe(true);
    later(59);
    expect(await opens(token)).toBe(true);
    later(2);
    expect(await opens(token)).toBe(false);
    expect(await opens(next!.token)).toBe(true);
  });

  it("that never arrived signs nobody out: the one before stays good and gets another", async () => {
    const { token, id } = await signedIn("OFFICER");
    later(30 * MINUTE);
    const lost = await renewSecret(services, id);
    later(30 * MINUTE);
    expect((await readSession(services, token, "r"))?.renew).toBe(true);
    const arrived = await renewSecret(services, id);
    expect(await opens(arrived!.token)).toBe(true);
    later(2 * MINUTE);
    expect([await opens(token), await opens(lost!.token), await opens(arrived!.token)]).toEqual([false, false, true]);
  });

  it("is handed out once to requests that come at the same moment", async () => {
    const { token, id } = await signedIn("OFFICER");
    later(30 * MINUTE);
    const given = (await Promise.all(Array.from({ length: 8 }, () => renewSecret(services, id)))).filter((one) => one !== null);
    expect(given).toHaveLength(1);
    expect(await opens(given[0]!.token)).toBe(true);
    expect(await opens(token)).toBe(true);
  });

  it("never outlives its session", async () => {
    const { id, token } = await signedIn("OFFICER");
    later(30 * MINUTE);
    const next = await renewSecret(services, id);
    expect(next!.maxAgeSeconds).toBe(11.5 * HOUR);
    await services.db.loginSession.delete({ where: { id } });
    expect([await opens(token), await opens(next!.token)]).toEqual([false, false]);
    expect(await renewSecret(services, id, { due: true })).toBeNull();
  });
});
