import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeResidentId } from "#app/domain/person/resident-id.ts";
import type { IdentityVerdict } from "#app/platform/identity-verifier.server.ts";
import { signIn } from "#app/usecases/auth/sign-in.server.ts";
import { confirmIdentity, recheckIdentity } from "#app/usecases/accounts/check-identity.server.ts";
import { registerSeeker } from "#app/usecases/accounts/register-seeker.server.ts";
import { keepWho, readDraft } from "#app/usecases/accounts/registration-draft.server.ts";
import { readAccount } from "#app/data/read-models/account-pages.server.ts";
import { readProof } from "#app/data/phone-codes.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { updateWish } from "#app/usecases/persons/update-wish.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { prove, self } from "#tests/factories/phone.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
let verdict: IdentityVerdict | "broken" = "unavailable";
let asked = 0;
const now = { at: new Date("2026-11-25T02:00:00Z") };
let number = 13_700_000_000;
let seq = 0;
const freshPhone = () => String((number += 1));
const freshId = (born = "1975-03-12") => makeResidentId("999999", born, (seq += 1), "F");
const form = (changed: Record<string, unknown> = {}) => ({
  name: "李㛃", idNumber: freshId(), education: "JUNIOR", countyCode: "141124", homeRegionCode: TOWN, consents: ["SERVICE"], password: "", ...changed,
});
let TOWN = "";
const codesOf = (result: { ok: boolean; problems?: { code: string; field?: string }[] }) => (result.ok ? [] : result.problems!.map(({ code }) => code));
const register = async (changed: Record<string, unknown> = {}, phone = freshPhone()) => registerSeeker(services, self, form({ proof: await prove(services, phone), ...changed }));
const seekerOf = (personId: string, userId: string | null = null): Actor => ({ userId, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "test" });

beforeAll(async () => {
  services = await openTestServices({
    clock: { now: () => now.at, today: () => "2026-11-25" },
    identity: {
      name: "test-register",
      async verify() {
        asked += 1;
        if (verdict === "broken") throw new Error("the register is away");
        return verdict;
      },
    },
  });
  await loadReference(services);
  make = createFactory(services, 52);
  TOWN = (await services.db.region.findFirstOrThrow({ where: { parentCode: "141124", level: "TOWN" } })).code;
});
beforeEach(() => {
  verdict = "unavailable";
  now.at = new Date(now.at.getTime() + 120_000);
});
afterAll(() => services?.close());

describe("somebody who is on no record", () => {
  it("registers with name, resident ID, telephone, home and the consents they gave, no more", async () => {
    const phone = freshPhone();
    const input = form({ consents: ["SERVICE", "SMS"], password: "tractor-1975", proof: await prove(services, phone) });
    const result = await registerSeeker(services, self, input);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const person = await services.db.person.findUniqueOrThrow({ where: { id: result.value.personId }, include: { consents: true, identityChecks: true, user: true } });
    expect(person).toMatchObject({ nameMasked: "李*", sex: "F", education: "JUNIOR", homeRegionCode: TOWN, homeCountyCode: "141124", source: "self", phoneIndex: services.crypto.blindIndex("person.phone", phone) });
    expect(person.consents.map(({ purpose, how, givenByUserId }) => [purpose, how, givenByUserId]).sort()).toEqual([["SERVICE", "SELF", result.value.userId], ["SMS", "SELF", result.value.userId]]);
    expect(person.identityChecks).toMatchObject([{ result: "UNAVAILABLE", verifier: "test-register", checkedAt: now.at }]);
    expect(await services.db.outboxEvent.count({ where: { event: "person.changed", subjectId: person.id } })).toBe(1);
    expect(await signIn(services, { username: phone, password: "tractor-1975" })).toEqual({ ok: true, value: { userId: result.value.userId } });
    expect(JSON.stringify([person, await services.db.auditEntry.findMany()])).not.toMatch(new RegExp(`${phone}|${input.idNumber}|李㛃`));
  });

  it("fills in what they look for and can accept a post", async () => {
    const result = await register();
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const actor = seekerOf(result.value.personId, result.value.userId);
    const postId = await make.post({ countyCode: "141124", occupationCode: "6-18-02-04" });
    expect((await updateWish(services, actor, { seeking: true, occupationCodes: ["6-18-02-04"], minWageYuan: 0, availableFrom: "2026-11-25" })).ok).toBe(true);
    expect((await acceptPost(services, actor, { postId })).ok).toBe(true);
  });

  it("goes through one proof once: of several forms at the same moment exactly one account comes", async () => {
    const proof = await prove(services, freshPhone());
    const before = await services.db.user.count();
    const results = await Promise.all([1, 2, 3].map(() => registerSeeker(services, self, form({ proof }))));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(await services.db.user.count()).toBe(before + 1);
  });

  it("with one resident ID on two telephones at the same second is one person with one account", async () => {
    for (let round = 0; round < 3; round += 1) {
      const idNumber = freshId();
      const proofs = [await prove(services, freshPhone()), await prove(services, freshPhone())];
      const results = await Promise.all(proofs.map((proof) => registerSeeker(services, self, form({ idNumber, proof }))));
      expect(results.filter((one) => one.ok)).toHaveLength(1);
      expect(results.flatMap(codesOf)).toEqual(["cannot-register"]);
      const person = await services.db.person.findMany({ where: { idNumberIndex: services.crypto.blindIndex("person.idNumber", idNumber) }, include: { user: true } });
      expect(person).toHaveLength(1);
      expect(person[0]!.user).not.toBeNull();
    }
  });

  it.each([
    [{ name: "张" }, ["person-name-short"]], [{ idNumber: "110105194912310021" }, ["id-checksum"]], [{ idNumber: makeResidentId("999999", "2012-01-01", 3, "M") }, ["under-sixteen"]], [{ consents: ["EMPLOYERS"] }, ["consent-service-needed"]],
    [{ consents: [] }, ["consent-service-needed"]], [{ homeRegionCode: "141124999" }, ["home-town-needed"]], [{ homeRegionCode: "110105001" }, ["home-town-needed"]], [{ countyCode: "140105" }, ["home-town-needed"]], [{ education: "" }, ["education-needed"]],
    [{ password: "short" }, ["password-eight"]], [{ name: "<script>alert(1)</script>" }, ["person-name-wrong"]], [{ name: "'; DROP TABLE person; --" }, ["person-name-wrong"]], [{ name: "x".repeat(10_000_000) }, ["too-long"]],
  ])("with %j hears %j, and then nothing is stored", async (changed: Record<string, unknown>, problems: string[]) => {
    const before = [await services.db.person.count(), await services.db.user.count()];
    expect(codesOf(await register(changed))).toEqual(problems);
    expect([await services.db.person.count(), await services.db.user.count()]).toEqual(before);
  });

  it("may not take the telephone or resident ID as a password", async () => {
    const phone = freshPhone();
    expect(codesOf(await register({ password: phone }, phone))).toEqual(["password-own-number"]);
  });

  it.each(["", "x".repeat(43)])("needs a telephone that was proved: %j is none", async (proof) => {
    expect(codesOf(await registerSeeker(services, self, form({ proof })))).toEqual(["proof-over"]);
  });

  it("has an hour for it, and finds what was typed on coming back; kept as ciphertext", async () => {
    const proof = await prove(services, freshPhone());
    const { name, idNumber, education, countyCode } = form();
    expect((await keepWho(services, proof, { name, idNumber, education, countyCode, password: "never-kept" })).ok).toBe(true);
    expect(readDraft((await readProof(services, proof))!.note)).toEqual({ name, idNumber, education, countyCode });
    expect(JSON.stringify(await services.db.phoneCode.findMany())).not.toContain(idNumber);
    now.at = new Date(now.at.getTime() + 3_600_000);
    expect(await readProof(services, proof)).toBeNull();
    expect(codesOf(await registerSeeker(services, self, form({ proof })))).toEqual(["proof-over"]);
  });
});

describe("somebody whom a roster knows", () => {
  it("with name and telephone of the record gets the account; the record stays as the bureau told it", async () => {
    const phone = freshPhone();
    const known = await make.person({ name: "王建国", phone, education: "PRIMARY", homeRegionCode: "141127" });
    const result = await register({ name: " 王 建国 ", idNumber: known.idNumber }, phone);
    expect(result).toMatchObject({ ok: true, value: { personId: known.id } });
    expect(await services.db.person.findUniqueOrThrow({ where: { id: known.id } })).toMatchObject({ nameEnc: known.row.nameEnc, education: "PRIMARY", homeRegionCode: "141127" });
  });

  it.each([["none", null], ["another", "13600000001"]])("with %s on record is taken over only when the real-name register agrees, and the audit says so", async (_what, onRecord) => {
    const phone = freshPhone();
    const known = await make.person({ name: "王建国", phone: onRecord });
    expect(codesOf(await register({ name: "王建国", idNumber: known.idNumber }, phone))).toEqual(["cannot-register"]);
    expect((await services.db.person.findUniqueOrThrow({ where: { id: known.id } })).phoneIndex).toBe(known.row.phoneIndex);
    verdict = "match";
    now.at = new Date(now.at.getTime() + 61_000);
    expect(await register({ name: "王建国", idNumber: known.idNumber }, phone)).toMatchObject({ ok: true, value: { personId: known.id } });
    expect((await services.db.person.findUniqueOrThrow({ where: { id: known.id } })).phoneIndex).toBe(services.crypto.blindIndex("person.phone", phone));
    expect(await services.db.auditEntry.findMany({ where: { subjectId: known.id, action: "set-phone" } })).toMatchObject([{ outcome: onRecord === null ? "none-before" : "other-before" }]);
  });

  it("hears one and the same answer for another name, another telephone and an account that is there", async () => {
    const samePhone = freshPhone();
    const [otherName, otherPhone, hasAccount] = [await make.person({ phone: samePhone }), await make.person({ name: "王建国", phone: "13600000002" }), await make.person({ name: "王建国", phone: samePhone })];
    await make.user({ role: "SEEKER", personId: hasAccount.id });
    const answers = [];
    for (const known of [otherName, otherPhone, hasAccount]) {
      now.at = new Date(now.at.getTime() + 61_000);
      answers.push(await register({ name: "王建国", idNumber: known.idNumber }, samePhone));
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toEqual({ ok: false, problems: [{ code: "cannot-register" }] });
    expect(await services.db.user.count({ where: { personId: { in: [otherName.id, otherPhone.id] } } })).toBe(0);
  });

  it("keeps the proof after a refusal, so that a slip can be put right", async () => {
    const known = await make.person({ name: "王建国", phone: "13600000003" });
    const proof = await prove(services, freshPhone());
    expect(codesOf(await registerSeeker(services, self, form({ proof, idNumber: known.idNumber })))).toEqual(["cannot-register"]);
    expect((await registerSeeker(services, self, form({ proof }))).ok).toBe(true);
  });
});

describe("the real-name register", () => {
  it("that is away or breaks stops nobody; one that says no stops the form and tells nothing of the record", async () => {
    verdict = "broken";
    const result = await register();
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect((await readAccount(services, seekerOf(result.value.personId, result.value.userId), ""))?.person?.realName).toBe("UNVERIFIED");
    verdict = "mismatch";
    const known = await make.person({ name: "王建国", phone: null });
    for (const idNumber of [known.idNumber, freshId()]) expect(codesOf(await register({ name: "王建国", idNumber }))).toEqual(["identity-mismatch"]);
  });

  it("can be asked again by the person, once a minute", async () => {
    const result = await register();
    if (!result.ok) throw new Error("not registered");
    const actor = seekerOf(result.value.personId, result.value.userId);
    verdict = "match";
    expect(codesOf(await recheckIdentity(services, actor, {}))).toEqual(["checked-just-now"]);
    now.at = new Date(now.at.getTime() + 60_000);
    const before = asked;
    expect((await recheckIdentity(services, actor, {})).ok).toBe(true);
    expect(asked).toBe(before + 1);
    expect((await readAccount(services, actor, ""))?.person).toMatchObject({ realName: "VERIFIED", checkedAt: now.at });
  });

  it("is stood in for by an officer or agent of the person's region who has seen the card, and by no other", async () => {
    const person = await make.person({ homeRegionCode: TOWN });
    const as = (role: Actor["role"], regionCode: string): Actor => ({ userId: null, role, regionCode, personId: null, employerId: null, purpose: "test" });
    const input = { personId: person.id, cardSeen: "on" };
    for (const actor of [as("OFFICER", "140200"), as("AGENT", "141127"), as("AGENT", `${TOWN.slice(0, 6)}999`)]) expect(codesOf(await confirmIdentity(services, actor, input))).toEqual(["not-found"]);
    expect(codesOf(await confirmIdentity(services, as("AGENT", TOWN), { ...input, cardSeen: undefined }))).toEqual(["card-not-seen"]);
    expect(codesOf(await confirmIdentity(services, seekerOf(person.id), input))).toEqual(["forbidden"]);
    expect((await confirmIdentity(services, as("AGENT", TOWN), input)).ok).toBe(true);
    expect(await services.db.identityCheck.findMany({ where: { personId: person.id } })).toMatchObject([{ result: "CARD_SEEN", verifier: "card" }]);
    expect(await services.db.auditEntry.count({ where: { action: "confirm-identity", subjectId: person.id, outcome: "ok" } })).toBe(1);
  });
});
