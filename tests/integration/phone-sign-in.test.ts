import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pruneCodes } from "#app/data/phone-codes.server.ts";
import { readSmsOutbox } from "#app/data/read-models/my-searches.server.ts";
import { createMetrics } from "#app/platform/web/metrics.server.ts";
import { rateLimits } from "#app/platform/web/rate-limits.server.ts";
import { signIn } from "#app/usecases/auth/sign-in.server.ts";
import { chooseAccount, redeemPhoneCode } from "#app/usecases/accounts/redeem-phone-code.server.ts";
import { requestPhoneCode } from "#app/usecases/accounts/request-phone-code.server.ts";
import { sendQueuedSms } from "#app/usecases/notices/send-sms.server.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { askFor, newestCode, self } from "#tests/factories/phone.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
const now = { at: new Date("2026-11-25T02:00:00Z") };
const later = (seconds: number) => (now.at = new Date(now.at.getTime() + seconds * 1_000));
const codesOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map(({ code }) => code));
const sent: string[] = [];
let number = 13_800_000_000;
const freshPhone = () => String((number += 1));
const redeem = (ticket: string, code: string) => redeemPhoneCode(services, self, { ticket, code });
const wrongFor = (code: string) => (code === "000000" ? "000001" : "000000");

async function household(size: number, more: { password?: string } = {}) {
  const phone = freshPhone();
  const users: { id: string; personId: string; username: string }[] = [];
  for (let n = 0; n < size; n += 1) {
    const person = await make.person({ phone });
    users.push({ ...(await make.user({ role: "SEEKER", personId: person.id, ...more })), personId: person.id });
  }
  return { phone, users };
}

beforeAll(async () => {
  services = await openTestServices({ clock: { now: () => now.at, today: () => "2026-11-25" }, sms: { name: "test", send: async ({ text }) => void sent.push(text) } });
  make = createFactory(services, 51);
});
beforeEach(() => later(3_600));
afterAll(() => services?.close());

describe("signing in by a code to one's telephone", () => {
  it("opens the account on that telephone, once", async () => {
    const { phone, users } = await household(1);
    const ticket = await askFor(services, phone);
    const code = await newestCode(services, phone);
    expect(await redeem(ticket, code)).toEqual({ ok: true, value: { userId: users[0]!.id, proof: null, next: "signed-in" } });
    expect(codesOf(await redeem(ticket, code))).toEqual(["code-over"]);
  });

  it("gives exactly one session to two who type the same code at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { phone } = await household(1);
      const ticket = await askFor(services, phone);
      const code = await newestCode(services, phone);
      const results = await Promise.all([redeem(ticket, code), redeem(ticket, code), redeem(ticket, code)]);
      expect(results.filter((one) => one.ok)).toHaveLength(1);
    }
  });

  it("is over after five wrong tries, the right code included, however many come at once", async () => {
    const { phone } = await household(1);
    const ticket = await askFor(services, phone);
    const code = await newestCode(services, phone);
    const tries = await Promise.all(Array.from({ length: 12 }, () => redeem(ticket, wrongFor(code))));
    expect(tries.flatMap(codesOf).filter((one) => one === "code-wrong").length).toBeLessThanOrEqual(4);
    expect(codesOf(await redeem(ticket, code))).toEqual(["code-over"]);
    expect((await services.db.phoneCode.findFirstOrThrow({ orderBy: { createdAt: "desc" } })).tries).toBe(5);
  });

  it("lets the fifth try be right", async () => {
    const { phone } = await household(1);
    const ticket = await askFor(services, phone);
    const code = await newestCode(services, phone);
    for (let n = 0; n < 4; n += 1) expect(codesOf(await redeem(ticket, wrongFor(code)))).toEqual(["code-wrong"]);
    expect((await redeem(ticket, code)).ok).toBe(true);
  });

  it("is good for ten minutes", async () => {
    const { phone } = await household(1);
    const ticket = await askFor(services, phone);
    const code = await newestCode(services, phone);
    later(600);
    expect(codesOf(await redeem(ticket, code))).toEqual(["code-over"]);
  });

  it("takes only the newest code of a telephone, and sends the next one after a minute", async () => {
    const { phone } = await household(1);
    const first = await askFor(services, phone);
    const firstCode = await newestCode(services, phone);
    expect(await requestPhoneCode(services, self, { phone, purpose: "SIGN_IN" })).toMatchObject({ ok: false, problems: [{ code: "code-wait", params: { seconds: 60 } }] });
    later(61);
    const second = await askFor(services, phone);
    expect(codesOf(await redeem(first, firstCode))).toEqual(["code-over"]);
    expect((await redeem(second, await newestCode(services, phone))).ok).toBe(true);
  });

  it("sends one message when two ask for the same telephone at the same moment", async () => {
    for (const earlier of [false, true]) {
      const phone = freshPhone();
      if (earlier) {
        await askFor(services, phone);
        later(61);
      }
      const before = await services.db.smsMessage.count();
      const asked = await Promise.all([1, 2, 3].map(() => requestPhoneCode(services, self, { phone, purpose: "SIGN_IN" })));
      expect(asked.filter((one) => one.ok)).toHaveLength(1);
      expect(await services.db.smsMessage.count()).toBe(before + 1);
      expect(await services.db.phoneCode.count({ where: { openKey: services.crypto.blindIndex("person.phone", phone) } })).toBe(1);
    }
  });

  it("says and does the same for a telephone that nobody has registered", async () => {
    const { phone } = await household(1);
    const nobody = freshPhone();
    const shape = async (number: string) => {
      const asked = await requestPhoneCode(services, self, { phone: number, purpose: "SIGN_IN" });
      const { id, purpose, tries, userId, noteEnc, createdAt, expiresAt, usedAt } = await services.db.phoneCode.findFirstOrThrow({ where: { phoneIndex: services.crypto.blindIndex("person.phone", number) } });
      return { asked: asked.ok && Object.keys(asked.value), row: { purpose, tries, userId, noteEnc, createdAt, expiresAt, usedAt }, messages: await services.db.smsMessage.count({ where: { onceKey: `code:${id}` } }) };
    };
    expect(await shape(nobody)).toEqual(await shape(phone));
    later(61);
    const ticket = await askFor(services, nobody);
    expect(codesOf(await redeem(ticket, wrongFor(await newestCode(services, nobody))))).toEqual(["code-wrong"]);
    expect(await redeem(ticket, await newestCode(services, nobody))).toMatchObject({ ok: true, value: { userId: null, next: "register" } });
  });

  it.each(["", "12345", "abcdefghijk", "010-12345678", "9".repeat(100_000)])("takes no code for %j", async (phone) => {
    expect((await requestPhoneCode(services, self, { phone, purpose: "SIGN_IN" })).ok).toBe(false);
  });

  it.each(["", "x".repeat(43), "' OR 1=1 --"])("finds no code behind the forged ticket %j", async (ticket) => {
    expect(codesOf(await redeem(ticket, "123456"))).toEqual(["code-over"]);
  });
});

describe("several people on one telephone", () => {
  it("choose who they are after the code, once", async () => {
    const { phone, users } = await household(3);
    const redeemed = await redeem(await askFor(services, phone), await newestCode(services, phone));
    if (!redeemed.ok || redeemed.value.proof === null) throw new Error("no proof");
    const { proof } = redeemed.value;
    expect(redeemed.value.next).toBe("choose");
    const stranger = (await household(1)).users[0]!;
    expect(codesOf(await chooseAccount(services, self, { proof, userId: stranger.id }))).toEqual(["not-found"]);
    const chosen = await Promise.all(users.map((one) => chooseAccount(services, self, { proof, userId: one.id })));
    expect(chosen.filter((one) => one.ok)).toHaveLength(1);
    expect(codesOf(await chooseAccount(services, self, { proof, userId: users[0]!.id }))).toEqual(["proof-over"]);
  });

  it("are not asked when only one account is open, and hear so when none is", async () => {
    const { phone, users } = await household(2);
    await services.db.user.update({ where: { id: users[0]!.id }, data: { status: "LOCKED" } });
    expect(await redeem(await askFor(services, phone), await newestCode(services, phone))).toMatchObject({ value: { userId: users[1]!.id } });
    later(61);
    await services.db.user.update({ where: { id: users[1]!.id }, data: { status: "LOCKED" } });
    expect(codesOf(await redeem(await askFor(services, phone), await newestCode(services, phone)))).toEqual(["account-locked"]);
  });

  it("sign in with telephone and password each to their own account; with one password for two, by resident ID", async () => {
    const phone = freshPhone();
    const people = await Promise.all([make.person({ phone }), make.person({ phone })]);
    const [first, second] = [await make.user({ role: "SEEKER", personId: people[0]!.id, password: "first-password" }), await make.user({ role: "SEEKER", personId: people[1]!.id, password: "second-password" })];
    expect(await signIn(services, { username: phone, password: "first-password" })).toEqual({ ok: true, value: { userId: first.id } });
    expect(await signIn(services, { username: `+86 ${phone.slice(0, 3)} ${phone.slice(3)}`, password: "second-password" })).toEqual({ ok: true, value: { userId: second.id } });
    const { passwordHash } = await services.db.user.findUniqueOrThrow({ where: { id: first.id } });
    await services.db.user.update({ where: { id: second.id }, data: { passwordHash } });
    expect(codesOf(await signIn(services, { username: phone, password: "first-password" }))).toEqual(["sign-in-which"]);
    expect(await signIn(services, { username: people[1]!.idNumber.toLowerCase(), password: "first-password" })).toEqual({ ok: true, value: { userId: second.id } });
  });

  it("without a password cannot be entered with any", async () => {
    const { phone, users } = await household(1);
    await services.db.user.update({ where: { id: users[0]!.id }, data: { passwordHash: null } });
    for (const username of [phone, users[0]!.username]) for (const password of ["", "null", "nobody's password"]) expect((await signIn(services, { username, password })).ok).toBe(false);
  });
});

describe("what is kept of a code", () => {
  it("is a keyed hash; the message holds ciphertext until it is sent, and nothing after that in production", async () => {
    const phone = freshPhone();
    await askFor(services, phone);
    const code = await newestCode(services, phone);
    const message = await services.db.smsMessage.findFirstOrThrow({ orderBy: { recordedAt: "desc" } });
    const everything = JSON.stringify([await services.db.phoneCode.findMany(), message, await services.db.auditEntry.findMany()]);
    expect(everything).not.toContain(phone);
    expect(message.text).not.toContain(code);
    await sendQueuedSms({ ...services, env: { ...services.env, APP_MODE: "production" } }, [message.id]);
    expect(sent.at(-1)).toContain(code);
    expect((await services.db.smsMessage.findUniqueOrThrow({ where: { id: message.id } })).secretEnc).toBeNull();
  });

  it("can be read on a demonstration's page", async () => {
    const phone = freshPhone();
    await askFor(services, phone);
    const code = await newestCode(services, phone);
    await sendQueuedSms(services, [(await services.db.smsMessage.findFirstOrThrow({ orderBy: { recordedAt: "desc" } })).id]);
    expect((await readSmsOutbox(services))[0]!.text).toContain(code);
  });

  it("goes after a day", async () => {
    await askFor(services, freshPhone());
    later(86_401);
    await askFor(services, freshPhone());
    expect(await pruneCodes(services)).toBeGreaterThan(0);
    expect(await services.db.phoneCode.count()).toBe(1);
  });
});

describe("throttling", () => {
  it("counts messages by telephone and by address, never in the way of a password, and writes no number into Redis", async () => {
    const limits = rateLimits(services, createMetrics(services, async () => ({})));
    const phone = freshPhone();
    const waits = [];
    for (let n = 0; n < 8; n += 1) waits.push(await limits.codeWait(`10.0.0.${n}`, phone));
    expect(waits.slice(0, 6)).toEqual(Array(6).fill(0));
    expect(waits[7]).toBeGreaterThan(0);
    expect(await limits.codeWait("10.0.1.1", freshPhone())).toBe(0);
    expect(await limits.tryWait({ subject: `name|${services.crypto.blindIndex("sign-in.name", phone)}`, address: "10.0.0.1", device: null })).toBe(0);
    const many = [];
    for (let n = 0; n < 61; n += 1) many.push(await limits.codeWait("10.0.9.9", freshPhone()));
    expect(many.filter((wait) => wait > 0)).toHaveLength(1);
    expect((await services.redis.keys("*")).join(" ")).not.toContain(phone);
  });

  it("of codes typed from one address leaves another address alone", async () => {
    const limits = rateLimits(services, createMetrics(services, async () => ({})));
    const waits = [];
    for (let n = 0; n < 61; n += 1) waits.push(await limits.codeTryWait("10.1.0.1"));
    expect(waits[60]).toBeGreaterThan(0);
    expect(await limits.codeTryWait("10.1.0.2")).toBe(0);
  });
});
