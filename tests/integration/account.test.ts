import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAccount } from "#app/data/read-models/account-pages.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { noteDevice } from "#app/platform/known-devices.server.ts";
import { createSession, readSession } from "#app/platform/sessions.server.ts";
import { signIn } from "#app/usecases/auth/sign-in.server.ts";
import { endSessions } from "#app/usecases/accounts/end-sessions.server.ts";
import { requestPasswordCode } from "#app/usecases/accounts/request-phone-code.server.ts";
import { setPassword } from "#app/usecases/accounts/set-password.server.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { askFor, newestCode } from "#tests/factories/phone.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
const clock = fixedClock("2026-11-25T02:00:00Z");
let number = 13_500_000_000;
const codesOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map(({ code }) => code));

async function seeker(password?: string) {
  const phone = String((number += 1));
  const person = await make.person({ phone });
  const user = await make.user({ role: "SEEKER", personId: person.id, password });
  const sessions = await Promise.all(["Android Chrome/100", "iPhone Safari", null].map((agent) => createSession(services, user.id, agent)));
  const actor: Actor = { userId: user.id, role: "SEEKER", regionCode: null, personId: person.id, employerId: null, purpose: "test" };
  return { phone, person, user, actor, sessions, alive: async () => (await Promise.all(sessions.map(({ token }) => readSession(services, token, "r")))).map((one) => one !== null) };
}

beforeAll(async () => {
  services = await openTestServices({ clock });
  make = createFactory(services, 53);
});
afterAll(() => services?.close());

describe("sessions", () => {
  it("are listed with this one first, and each that is ended is out at its next request", async () => {
    const one = await seeker();
    const stranger = await seeker();
    const account = await readAccount(services, one.actor, one.sessions[1]!.id);
    expect(account?.sessions.map(({ current, device }) => [current, device.system])[0]).toEqual([true, "iphone"]);
    expect(account?.sessions).toHaveLength(3);
    const currentId = one.sessions[1]!.id;
    for (const sessionId of [stranger.sessions[0]!.id, "x".repeat(43), "' OR '1'='1"]) expect(codesOf(await endSessions(services, one.actor, { currentId, sessionId }))).toEqual(["not-found"]);
    expect((await endSessions(services, one.actor, { currentId, sessionId: one.sessions[0]!.id })).ok).toBe(true);
    expect(await one.alive()).toEqual([false, true, true]);
    expect(await endSessions(services, one.actor, { currentId })).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await one.alive()).toEqual([false, true, false]);
    expect(await stranger.alive()).toEqual([true, true, true]);
  });

  it("from a device the account hasn't been opened from before are told to the person; the first and a known one are not", async () => {
    const { user, person, sessions } = await seeker();
    const notices = () => services.db.notice.count({ where: { personId: person.id, kind: "new-sign-in" } });
    await noteDevice(services, user.id, "first-device", sessions[0]!.id);
    expect(await notices()).toBe(0);
    await Promise.all([1, 2, 3].map(() => noteDevice(services, user.id, "second-device", sessions[1]!.id)));
    expect(await notices()).toBe(1);
    await noteDevice(services, user.id, "first-device", sessions[2]!.id);
    expect(await notices()).toBe(1);
  });
});

describe("a password", () => {
  it("is changed by the one in force, and all other sessions end", async () => {
    const one = await seeker("the-old-password");
    const change = (currentPassword: string) => setPassword(services, one.actor, { password: "the-new-password", currentPassword, sessionId: one.sessions[2]!.id });
    expect(codesOf(await change("not-this"))).toEqual(["current-password-wrong"]);
    expect(codesOf(await change(""))).toEqual(["required"]);
    expect(await one.alive()).toEqual([true, true, true]);
    expect((await change("the-old-password")).ok).toBe(true);
    expect(await one.alive()).toEqual([false, false, true]);
    expect((await signIn(services, { username: one.user.username, password: "the-old-password" })).ok).toBe(false);
    expect((await signIn(services, { username: one.phone, password: "the-new-password" })).ok).toBe(true);
  });

  it("is set by a fresh code to the person's own telephone, once", async () => {
    const one = await seeker();
    await services.db.user.update({ where: { id: one.user.id }, data: { passwordHash: null } });
    const sessionId = one.sessions[0]!.id;
    expect(codesOf(await setPassword(services, one.actor, { password: "the-new-password", currentPassword: "", sessionId }))).toEqual(["code-or-password"]);
    const asked = await requestPasswordCode(services, one.actor, {});
    if (!asked.ok) throw new Error("no code");
    const code = await newestCode(services, one.phone);
    const { ticket } = asked.value;
    const stranger = await seeker();
    expect(codesOf(await setPassword(services, stranger.actor, { password: "the-new-password", ticket, code, sessionId: stranger.sessions[0]!.id }))).toEqual(["code-over"]);
    const set = () => setPassword(services, one.actor, { password: "the-new-password", ticket, code, sessionId });
    const results = await Promise.all([set(), set()]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await one.alive()).toEqual([true, false, false]);
    expect((await signIn(services, { username: one.phone, password: "the-new-password" })).ok).toBe(true);
  });

  it("is not set by a code that was sent for signing in", async () => {
    const one = await seeker();
    const ticket = await askFor(services, one.phone);
    expect(codesOf(await setPassword(services, one.actor, { password: "the-new-password", ticket, code: await newestCode(services, one.phone), sessionId: one.sessions[0]!.id }))).toEqual(["code-over"]);
  });

  it.each(["short", "12345678", "aaaaaaaaaa"])("is never %j", async (password) => {
    const one = await seeker("the-old-password");
    expect((await setPassword(services, one.actor, { password, currentPassword: "the-old-password", sessionId: one.sessions[0]!.id })).ok).toBe(false);
    expect(codesOf(await setPassword(services, one.actor, { password: one.phone, currentPassword: "the-old-password", sessionId: one.sessions[0]!.id }))).toEqual(["password-own-number"]);
  });
});
