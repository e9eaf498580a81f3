import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { readOperator, readOperatorPlaces, readOperators } from "#app/data/read-models/operator-accounts.server.ts";
import { readTrainingClasses } from "#app/data/read-models/training-classes.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { must } from "#app/domain/result.ts";
import { type Actor, systemActor } from "#app/platform/actor.ts";
import { createSession, readSession } from "#app/platform/sessions.server.ts";
import { acceptInvitation } from "#app/usecases/accounts/accept-invitation.server.ts";
import { closeOperator, inviteOperator, openOperator, placeOperator } from "#app/usecases/accounts/keep-operators.server.ts";
import { signIn } from "#app/usecases/auth/sign-in.server.ts";
import { assignBrandOperator } from "#app/usecases/brands/supervise-brand.server.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices, make: Factory;
const now = { at: new Date("2026-11-25T02:00:00Z") };
const later = (seconds: number) => (now.at = new Date(now.at.getTime() + seconds * 1_000));
const officer = (regionCode: string): Actor => ({ userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" });
const county = officer("141124");
const elsewhere = officer("140222");
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? null : result.problems![0]!.code);
const PHONE = "13800000071";
let nr = 0;

async function body(countyCode = "141124", validUntil = "2027-12-31") {
  const row = await services.db.trainingBody.create({ data: { id: services.newId(), name: `焊工学校${(nr += 1)}`, creditCode: makeCreditCode(countyCode, 44_000_000 + nr), countyCode, documentNumber: "临人社 1 号", approvedOn: toDate("2026-01-01"), validUntil: toDate(validUntil), recordedAt: now.at } });
  return row.id;
}
async function brand(regionCode = "141124", state: "ACTIVE" | "ENDED" = "ACTIVE") {
  const id = services.newId();
  await services.db.labourBrand.create({ data: { id, name: `某地焊工${(nr += 1)}`, nameEn: "Welders", level: "COUNTY", occupationCodes: [], state, ...(state === "ENDED" ? { stateSince: toDate("2026-11-01") } : {}), regions: { create: { regionCode, level: "COUNTY" } } } });
  return id;
}
const open = (more: Record<string, unknown> = {}, actor = county) => openOperator(services, actor, { displayName: "李老师", username: `teacher-${(nr += 1)}`, phone: PHONE, bodyId: "", brandId: "", ...more });
async function opened(more: Record<string, unknown> = {}) {
  const { userId } = must(await open({ bodyId: await body(), ...more }));
  return { userId, username: (await userOf(userId)).username, link: () => linkOf(userId) };
}
const userOf = (id: string) => services.db.user.findUniqueOrThrow({ where: { id } });
/** The secret of the newest link, read from the message as its owner does. */
async function linkOf(userId: string): Promise<string> {
  const { id } = await services.db.accountInvitation.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: "desc" } });
  const sms = await services.db.smsMessage.findUniqueOrThrow({ where: { onceKey: `invitation:${id}` } });
  expect(sms.text).toContain("/invited/{{secret}}");
  expect(services.crypto.decrypt("person.phone", sms.phoneEnc)).toBe(PHONE);
  return services.crypto.decrypt("sms.secret", sms.secretEnc!);
}
const accept = (token: string, password = "Fenyang-2026") => acceptInvitation(services, systemActor("test"), { token, password });
const state = async (id: string) => (await readOperator(services, county, id))?.state;

beforeAll(async () => {
  services = await openTestServices({ clock: { now: () => now.at, today: () => "2026-11-25" } });
  make = createFactory(services, 83);
});
beforeEach(() => later(3_600));
afterAll(() => services?.close());

it("a bureau opens the account of a body, the owner sets the password by the link, signs in and finds the body's classes", async () => {
  const bodyId = await body();
  const one = await opened({ bodyId, username: "  Zhang.Jiaowu " });
  expect(one.username).toBe("zhang.jiaowu");
  expect(await state(one.userId)).toBe("INVITED");
  expect(codeOf(await signIn(services, { username: one.username, password: "Fenyang-2026" }))).toBe("sign-in-failed");
  expect(await accept(await one.link())).toMatchObject({ ok: true, value: { username: "zhang.jiaowu" } });
  expect(await state(one.userId)).toBe("ACTIVE");
  expect(await signIn(services, { username: "zhang.jiaowu", password: "Fenyang-2026" })).toEqual({ ok: true, value: { userId: one.userId } });
  const session = await readSession(services, (await createSession(services, one.userId, null)).token, "r");
  expect(session!.self).toMatchObject({ role: "OPERATOR", trainingBodyId: bodyId, regionCode: "141124" });
  expect(await readTrainingClasses(services, session!.self, new URLSearchParams())).toBeTruthy();
});

it("a link opens the account once, of two at the same moment for one, and not after it ran out, was replaced or the account was closed", async () => {
  const raced = await opened();
  const token = await raced.link();
  const both = await Promise.all([accept(token, "Taiyuan-2026"), accept(token, "Datong-2026")]);
  expect(both.map(codeOf).sort()).toEqual(["invitation-over", null]);
  const winner = both[0]!.ok ? "Taiyuan-2026" : "Datong-2026";
  expect((await signIn(services, { username: raced.username, password: winner })).ok).toBe(true);
  expect(codeOf(await accept(token))).toBe("invitation-over");

  const late = await opened();
  const first = await late.link();
  expect(codeOf(await inviteOperator(services, county, { userId: late.userId, phone: PHONE }))).toBe("code-wait");
  later(61);
  expect((await inviteOperator(services, county, { userId: late.userId, phone: PHONE })).ok).toBe(true);
  expect(codeOf(await accept(first))).toBe("invitation-over");
  const second = await late.link();
  later(72 * 3_600);
  expect(codeOf(await accept(second))).toBe("invitation-over");
  expect(await state(late.userId)).toBe("LAPSED");

  const shut = await opened();
  const third = await shut.link();
  expect((await closeOperator(services, county, { userId: shut.userId, step: "CLOSE", reason: "离开了学校" })).ok).toBe(true);
  expect(codeOf(await accept(third))).toBe("invitation-over");
  expect((await userOf(shut.userId)).passwordHash).toBeNull();
});

it("a password that is the user name, too short or too simple leaves the link good", async () => {
  const one = await opened({ username: "welding-school" });
  const token = await one.link();
  expect(codeOf(await accept(token, "xWelding-School1"))).toBe("password-user-name");
  expect(codeOf(await accept(token, "short"))).toBe("password-eight");
  expect((await accept(token)).ok).toBe(true);
});

it("a closed account is out at once and cannot be invited; opened again, its password holds", async () => {
  const one = await opened();
  await accept(await one.link());
  const { token } = await createSession(services, one.userId, null);
  expect(codeOf(await closeOperator(services, county, { userId: one.userId, step: "CLOSE", reason: "x" }))).toBe("reason-short");
  expect((await closeOperator(services, county, { userId: one.userId, step: "CLOSE", reason: "调走了，停用" })).ok).toBe(true);
  expect(await readSession(services, token, "r")).toBeNull();
  expect(codeOf(await signIn(services, { username: one.username, password: "Fenyang-2026" }))).toBe("account-locked");
  later(61);
  expect(codeOf(await inviteOperator(services, county, { userId: one.userId, phone: PHONE }))).toBe("operator-closed");
  expect(codeOf(await closeOperator(services, county, { userId: one.userId, step: "CLOSE", reason: "再停一次" }))).toBe("changed-meanwhile");
  expect((await closeOperator(services, county, { userId: one.userId, step: "REOPEN", reason: "又回来了" })).ok).toBe(true);
  expect((await signIn(services, { username: one.username, password: "Fenyang-2026" })).ok).toBe(true);
});

it("a new link is also the way back for a lost password: the old one and every session end with it", async () => {
  const one = await opened();
  await accept(await one.link());
  const { token } = await createSession(services, one.userId, null);
  later(61);
  await inviteOperator(services, county, { userId: one.userId, phone: PHONE });
  expect((await signIn(services, { username: one.username, password: "Fenyang-2026" })).ok).toBe(true);
  expect((await accept(await one.link(), "Yuncheng-2027")).ok).toBe(true);
  expect(codeOf(await signIn(services, { username: one.username, password: "Fenyang-2026" }))).toBe("sign-in-failed");
  expect(await readSession(services, token, "r")).toBeNull();
});

it("bodies, brands and accounts of another region, and ones that are over, are refused with nothing written", async () => {
  const before = await services.db.user.count();
  const [far, ended, lapsed, over] = [await body("140222"), await brand("141124", "ENDED"), await body("141124", "2026-11-25"), await brand("140222")];
  expect(codeOf(await open({ bodyId: far }))).toBe("operator-place");
  expect(codeOf(await open({ brandId: over }))).toBe("operator-place");
  expect(codeOf(await open({ brandId: ended }))).toBe("brand-is-over");
  expect(codeOf(await open({ bodyId: lapsed }))).toBe("operator-body-over");
  expect(codeOf(await open())).toBe("operator-place");
  expect(codeOf(await open({ bodyId: await body(), phone: "110" }))).toBe("mobile-form");
  expect(codeOf(await open({ bodyId: await body(), username: "13800000071" }))).toBe("operator-username");
  expect(await services.db.user.count()).toBe(before);

  const one = await opened({ username: "only-once" });
  expect(codeOf(await open({ bodyId: await body(), username: "ONLY-ONCE" }))).toBe("operator-username-taken");
  for (const refused of [inviteOperator(services, elsewhere, { userId: one.userId, phone: PHONE }), closeOperator(services, elsewhere, { userId: one.userId, step: "CLOSE", reason: "不是我的" }), placeOperator(services, elsewhere, { userId: one.userId, bodyId: "", brandId: "" })]) expect(codeOf(await refused)).toBe("not-found");
  const seeker = await make.user({ role: "OFFICER", regionCode: "141124" });
  expect(codeOf(await closeOperator(services, county, { userId: seeker.id, step: "CLOSE", reason: "不是机构" }))).toBe("not-found");
  expect((await readOperators(services, elsewhere)).some(({ id }) => id === one.userId)).toBe(false);
  expect((await readOperatorPlaces(services, county)).bodies.map(({ id }) => id)).not.toContain(far);
});

it("an account changes body and brand; the brand's history says who joined and left", async () => {
  const [first, second, mine, theirs] = [await body(), await body(), await brand(), await brand("140222")];
  const one = await opened({ bodyId: first, brandId: mine });
  expect((await placeOperator(services, county, { userId: one.userId, bodyId: second, brandId: "" })).ok).toBe(true);
  expect(await userOf(one.userId)).toMatchObject({ trainingBodyId: second, brandId: null });
  expect((await services.db.brandEvent.findMany({ where: { brandId: mine }, orderBy: { seq: "asc" } })).map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([`OPERATOR + ${one.username}`, `OPERATOR − ${one.username}`]);
  expect(codeOf(await placeOperator(services, county, { userId: one.userId, bodyId: second, brandId: theirs }))).toBe("operator-place");
  // what it works for already may have run out since
  await services.db.trainingBody.update({ where: { id: second }, data: { validUntil: toDate(addDays("2026-11-25", -1)) } });
  expect((await placeOperator(services, county, { userId: one.userId, bodyId: second, brandId: mine })).ok).toBe(true);
  expect(await userOf(one.userId)).toMatchObject({ trainingBodyId: second, brandId: mine });
});

it.each([["brand", "brandId"], ["training body", "trainingBodyId"]] as const)("whoever keeps another bureau's %s is no business of the county where the account stands: no link, no close, no other place; the bureau above both may", async (_what, column) => {
  const one = await opened();
  await accept(await one.link());
  await services.db.user.update({ where: { id: one.userId }, data: { [column]: column === "brandId" ? await brand("140222") : await body("140222") } });
  later(61);
  const before = { user: await userOf(one.userId), links: await services.db.accountInvitation.count({ where: { userId: one.userId } }) };
  const acts = (by: Actor) => [
    () => inviteOperator(services, by, { userId: one.userId, phone: PHONE }), () => closeOperator(services, by, { userId: one.userId, step: "CLOSE", reason: "不归我管的" }),
    () => closeOperator(services, by, { userId: one.userId, step: "REOPEN", reason: "不归我管的" }), () => placeOperator(services, by, { userId: one.userId, bodyId: "", brandId: "" }),
  ];
  for (const by of [county, elsewhere]) {
    for (const act of acts(by)) expect(codeOf(await act())).toBe("not-found");
    expect(await readOperator(services, by, one.userId)).toBeNull();
  }
  expect({ user: await userOf(one.userId), links: await services.db.accountInvitation.count({ where: { userId: one.userId } }) }).toEqual(before);
  const province = officer("140000");
  expect((await readOperator(services, province, one.userId))?.id).toBe(one.userId);
  for (const act of acts(province)) expect(codeOf(await act())).toBeNull();
});

it("two officers who open accounts for one brand at once each get theirs, and its history holds both", async () => {
  for (let round = 0; round < 4; round += 1) {
    const brandId = await brand();
    const results = await Promise.all([open({ brandId }), open({ brandId }), open({ brandId, bodyId: await body() })]);
    expect(results.map(codeOf)).toEqual([null, null, null]);
    expect(await services.db.user.count({ where: { brandId } })).toBe(3);
    expect((await services.db.brandEvent.findMany({ where: { brandId }, orderBy: { seq: "asc" } })).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  }
});

it("an account that one officer places with a brand while another lets it join is given to it once", async () => {
  for (let round = 0; round < 4; round += 1) {
    const [brandId, bodyId] = [await brand(), await body()];
    const one = await opened({ bodyId });
    const codes = (await Promise.all([
      placeOperator(services, county, { userId: one.userId, bodyId, brandId }), assignBrandOperator(services, county, { brandId, username: one.username, part: "JOINS" }),
    ])).map(codeOf);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(["changed-meanwhile", "brand-operator-taken"]).toContain(codes.find((code) => code !== null));
    expect(await services.db.brandEvent.count({ where: { brandId } })).toBe(1);
  }
});
