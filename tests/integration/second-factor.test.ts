import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readFactor } from "#app/data/second-factors.server.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import { createSession, lookUpSession } from "#app/platform/sessions.server.ts";
import { codeOfStep, stepAt } from "#app/platform/totp.server.ts";
import { beginSecondFactor, confirmSecondFactor } from "#app/usecases/accounts/set-up-second-factor.server.ts";
import { removeSecondFactor, resetSecondFactor, showSecondFactor } from "#app/usecases/accounts/show-second-factor.server.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
const now = { at: new Date("2026-11-25T02:00:00Z") };
const later = (seconds: number) => (now.at = new Date(now.at.getTime() + seconds * 1_000));
const codesOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map(({ code }) => code));
const required = () => ({ ...services, env: { ...services.env, SECOND_FACTOR: "required" as const } });

async function officer(role: Role = "OFFICER") {
  const user = await make.user({ role, regionCode: "141124" });
  const actor: Actor = { userId: user.id, role, regionCode: "141124", personId: null, employerId: null, purpose: "test" };
  const session = await createSession(services, user.id, null);
  return { user, actor, session, standing: async (deps: Pick<TestServices, "db" | "clock" | "env"> = services) => {
    const { open, awaited } = await lookUpSession(deps, session.token, "r");
    return open ? "open" : (awaited?.step ?? "none");
  } };
}
/** Sets a generator up and gives what it then shows, and the recovery codes. */
async function enrolled(role: Role = "OFFICER") {
  const one = await officer(role);
  await beginSecondFactor(services, one.actor, {});
  const { beingSetUp } = await readFactor(services, one.user.id);
  const shows = (off = 0) => codeOfStep(beingSetUp!, stepAt(now.at) + off);
  const confirmed = await confirmSecondFactor(services, one.actor, { code: shows(), sessionId: one.session.id });
  if (!confirmed.ok) throw new Error("not set up");
  later(30);
  return { ...one, shows, recovery: confirmed.value.recoveryCodes, show: (code: string) => showSecondFactor(services, one.actor, { code }) };
}

beforeAll(async () => {
  services = await openTestServices({ clock: { now: () => now.at, today: () => "2026-11-25" } });
  make = createFactory(services, 59);
});
beforeEach(() => later(3_600));
afterAll(() => services?.close());

describe("a second factor", () => {
  it("is in force once a code of it was right; the session it was set up in goes on, all others end", async () => {
    const one = await officer();
    const other = await createSession(services, one.user.id, null);
    await beginSecondFactor(services, one.actor, {});
    expect(await one.standing()).toBe("open");
    const { beingSetUp } = await readFactor(services, one.user.id);
    const confirm = (code: string) => confirmSecondFactor(services, one.actor, { code, sessionId: one.session.id });
    expect(codesOf(await confirm("000000"))).toEqual(["factor-wrong"]);
    const results = await Promise.all([1, 2, 3].map(() => confirm(codeOfStep(beingSetUp!, stepAt(now.at)))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await one.standing()).toBe("open");
    expect(await lookUpSession(services, other.token, "r")).toEqual({ open: null, awaited: null });
    expect((await readFactor(services, one.user.id)).recoveryLeft).toBe(10);
  });

  it("leaves a session that opens with the password alone with nothing but the question for it, for ten minutes", async () => {
    const { user, standing } = await enrolled();
    const second = await createSession(services, user.id, null);
    const at = async () => lookUpSession(services, second.token, "r");
    expect(await at()).toMatchObject({ open: null, awaited: { step: "CODE", self: { userId: user.id } } });
    later(601);
    expect(await at()).toEqual({ open: null, awaited: null });
    expect(await standing()).toBe("open");
  });

  it("takes a code once, however often it comes at the same moment, and none from before it", async () => {
    const { shows, show } = await enrolled();
    const results = await Promise.all(Array.from({ length: 6 }, () => show(shows())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(codesOf(await show(shows()))).toEqual(["factor-wrong"]);
    expect(codesOf(await show(shows(-1)))).toEqual(["factor-wrong"]);
    expect((await show(shows(1))).ok).toBe(true);
  });

  it("takes the code of a phone whose clock is a step off, and no further", async () => {
    const { shows, show } = await enrolled();
    later(120);
    expect([(await show(shows(-2))).ok, (await show(shows(2))).ok, (await show(shows(-1))).ok]).toEqual([false, false, true]);
  });

  it("is opened by each recovery code once, typed with or without blanks", async () => {
    const { recovery, show, user } = await enrolled();
    expect(new Set(recovery)).toHaveProperty("size", 10);
    const [first, second] = recovery as [string, string];
    const results = await Promise.all([show(first), show(first), show(first.toLowerCase().replace(/(.{4})/g, "$1 "))]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await show(second)).ok).toBe(true);
    expect((await readFactor(services, user.id)).recoveryLeft).toBe(8);
  });

  it("is replaced only by who shows a code of the old one, which stays in force until the new one is", async () => {
    const one = await enrolled();
    expect(codesOf(await beginSecondFactor(services, one.actor, {}))).toEqual(["required"]);
    expect(codesOf(await beginSecondFactor(services, one.actor, { code: "000000" }))).toEqual(["factor-wrong"]);
    expect((await beginSecondFactor(services, one.actor, { code: one.shows() })).ok).toBe(true);
    later(30);
    expect((await one.show(one.shows())).ok).toBe(true);
    const { beingSetUp } = await readFactor(services, one.user.id);
    later(30);
    expect((await confirmSecondFactor(services, one.actor, { code: codeOfStep(beingSetUp!, stepAt(now.at)), sessionId: one.session.id })).ok).toBe(true);
    later(30);
    expect(codesOf(await one.show(one.shows()))).toEqual(["factor-wrong"]);
    expect(codesOf(await one.show(one.recovery[0]!))).toEqual(["factor-wrong"]);
  });

  it("is kept as ciphertext that opens under no other account", async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    const rows = await services.db.secondFactor.findMany({ where: { userId: { in: [one.user.id, other.user.id] } } });
    expect(rows.every((row) => row.secretEnc!.length > 40)).toBe(true);
    await services.db.secondFactor.update({ where: { userId: other.user.id }, data: { secretEnc: rows.find((row) => row.userId === one.user.id)!.secretEnc } });
    await expect(other.show(one.shows())).rejects.toThrow();
  });
});

describe("where a second factor is required", () => {
  it("an officer or administrator without one can do nothing but set it up; others go on", async () => {
    const [plain, admin] = [await officer(), await officer("ADMIN")];
    expect([await plain.standing(), await plain.standing(required()), await admin.standing(required())]).toEqual(["open", "ENROL", "ENROL"]);
    const seeker = await officer("SEEKER");
    expect(await seeker.standing(required())).toBe("open");
  });

  it("it can't be turned off; elsewhere by a code", async () => {
    const one = await enrolled();
    expect(codesOf(await removeSecondFactor(required(), one.actor, { code: one.shows() }))).toEqual(["factor-required"]);
    expect(codesOf(await removeSecondFactor(services, one.actor, { code: "000000" }))).toEqual(["factor-wrong"]);
    expect((await removeSecondFactor(services, one.actor, { code: one.shows() })).ok).toBe(true);
    expect(await readFactor(services, one.user.id)).toEqual({ confirmedAt: null, beingSetUp: null, recoveryLeft: 0 });
  });
});

describe("an administrator", () => {
  it("takes a lost generator away with a reason that the audit keeps; all sessions of that account end", async () => {
    const [admin, one] = [await officer("ADMIN"), await enrolled()];
    const reset = (input: object, actor = admin.actor) => resetSecondFactor(services, actor, input);
    expect(codesOf(await reset({ username: one.user.username, reason: "" }))).toEqual(["reason-short"]);
    expect(codesOf(await reset({ username: "nobody", reason: "当面核实了身份证" }))).toEqual(["factor-none"]);
    expect(codesOf(await reset({ username: one.user.username, reason: "当面核实了身份证" }, one.actor))).toEqual(["forbidden"]);
    expect((await reset({ username: one.user.username, reason: "当面核实了身份证" })).ok).toBe(true);
    expect(await one.standing()).toBe("none");
    expect((await readFactor(services, one.user.id)).confirmedAt).toBeNull();
    expect(await services.db.auditEntry.findFirst({ where: { action: "reset-second-factor", outcome: "ok" }, orderBy: { id: "desc" } })).toMatchObject({ userId: admin.user.id, subjectId: one.user.id, purpose: "当面核实了身份证" });
  });

  it("never takes their own", async () => {
    const admin = await enrolled("ADMIN");
    expect(codesOf(await resetSecondFactor(services, admin.actor, { username: admin.user.username, reason: "丢了手机，自己来" }))).toEqual(["factor-own"]);
  });
});
