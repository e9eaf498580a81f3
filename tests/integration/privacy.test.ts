import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RowDataPacket } from "mysql2/promise";
import { allows } from "#app/domain/person/consent.ts";
import { findableByEmployers, giveConsents } from "#app/data/consents.server.ts";
import { rankedCandidates } from "#app/data/matching-facts/candidate-store.server.ts";
import { readCandidates } from "#app/data/read-models/employer-pages.server.ts";
import { readConsents, readLooks } from "#app/data/read-models/privacy-pages.server.ts";
import { queueSms } from "#app/data/sms.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { OutgoingSms } from "#app/platform/sms.server.ts";
import { findCandidates } from "#app/usecases/hiring/find-candidates.server.ts";
import { invitePerson } from "#app/usecases/hiring/invite.server.ts";
import { updateWish } from "#app/usecases/persons/update-wish.server.ts";
import { setConsent } from "#app/usecases/privacy/set-consent.server.ts";
import { saveSearch } from "#app/usecases/searches/save-search.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { indexProfiles } from "#search/apply.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { searchProfiles } from "#search/queries/search-profiles.ts";
import { rankCandidates } from "#workers/matching/live/rank-candidates.ts";
import { createFactory, type Factory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

let services: TestServices;
let make: Factory;
const WELDER = "6-18-02-04";
const sent: OutgoingSms[] = [];
const rows = async (sql: string, params: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, params))[0];
const as = (personId: string, userId: string | null = null): Actor => ({ userId, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "test" });
const employer = (employerId: string, userId: string | null = null): Actor => ({ userId, role: "EMPLOYER", regionCode: null, personId: null, employerId, purpose: "test" });
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? null : result.problems![0]!.code);
const consent = (personId: string, purpose: string, decision: "give" | "withdraw") => setConsent(services, as(personId), { purpose, decision });
const allowed = async (personId: string) => Object.fromEntries((await readConsents(services.pool, personId)).map((one) => [one.purpose, one.allowed]));
async function seeker(more: Parameters<Factory["person"]>[0] = {}) {
  return make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: [WELDER] }, ...more });
}
async function inIndex(personId: string) {
  await indexProfiles(services, [personId]);
  return (await searchProfiles(services, { occupation: WELDER, page: 1 })).hits.some((hit) => hit.id === personId);
}
async function ownPost() {
  const employerId = await make.employer();
  return { employerId, postId: await make.post({ employerId, countyCode: "141124" }) };
}

beforeAll(async () => {
  services = await openTestServices({ sms: { name: "test", send: async (message) => void sent.push(message) } });
  await loadReference(services);
  await ensureIndexes(services);
  make = createFactory(services, 83);
});
afterAll(() => services?.close());

describe("what a person allows", () => {
  it("is told by SQL as by the rule, for every history", async () => {
    const histories: [string, boolean][][] = [[], [["EMPLOYERS", true]], [["EMPLOYERS", false]], [["SERVICE", true]], [["SERVICE", false]], [["SERVICE", true], ["EMPLOYERS", true]], [["SERVICE", true], ["EMPLOYERS", false]], [["SMS", true]], [["EMPLOYERS", false], ["EMPLOYERS", true]]];
    for (const history of histories) {
      const { id } = await seeker();
      for (const [purpose, stands] of history) {
        await services.db.consent.create({ data: { id: services.newId(), personId: id, purpose: purpose as "SMS", how: "SELF", textVersion: "t", givenAt: services.clock.now(), withdrawnAt: stands ? null : services.clock.now(), openKey: stands ? `${id}:${purpose}` : null } });
      }
      const kept = await services.db.consent.findMany({ where: { personId: id } });
      expect((await findableByEmployers(services.pool, [id])).has(id), JSON.stringify(history)).toBe(allows(kept, "EMPLOYERS"));
    }
  });

  it("for somebody of a roster goes on as it was, until they say no, and yes again, each with its date", async () => {
    const { id } = await seeker();
    expect(await allowed(id)).toEqual({ SERVICE: true, EMPLOYERS: true, SMS: true });
    expect((await readConsents(services.pool, id)).every((one) => one.byDuty)).toBe(true);
    await Promise.all([consent(id, "EMPLOYERS", "withdraw"), consent(id, "EMPLOYERS", "withdraw")]);
    expect(await allowed(id)).toEqual({ SERVICE: true, EMPLOYERS: false, SMS: true });
    const [, refused] = await readConsents(services.pool, id);
    expect(refused!.history).toMatchObject([{ refusal: true, how: "SELF" }]);
    await Promise.all([consent(id, "EMPLOYERS", "give"), consent(id, "EMPLOYERS", "give")]);
    expect((await readConsents(services.pool, id))[1]!.history).toHaveLength(2);
    expect(await allowed(id)).toMatchObject({ EMPLOYERS: true });
  });

  it("nobody decides for a stranger, and no other purpose exists", async () => {
    const [a, b] = [await seeker(), await seeker()];
    expect(codeOf(await setConsent(services, as(b.id), { personId: a.id, purpose: "SMS", decision: "withdraw" }))).toBe("not-found");
    expect(codeOf(await consent(a.id, "ADS", "give"))).toBe("invalid");
  });
});

describe("a person who withdraws from employers", () => {
  it("leaves the index, the ranked and the found candidates, the proposals an employer sees, and open invitations; and comes back with their consent", async () => {
    const { employerId, postId } = await ownPost();
    const person = await seeker({ wish: { occupationCodes: [WELDER], minWageFen: 0 } });
    await rankCandidates(services, [postId]);
    expect(await rankedCandidates(services.pool, postId, 100)).toContain(person.id);
    expect(await inIndex(person.id)).toBe(true);
    const invited = await invitePerson(services, employer(employerId), { postId, personId: person.id });
    const runId = services.newId();
    await services.db.matchRun.create({ data: { id: runId, regionCode: "141124", asOf: new Date(), requestedAt: services.clock.now() } });
    await services.db.match.create({ data: { id: services.newId(), runId, personId: person.id, postId, score: 500, reasons: [], openKey: person.id, proposedAt: services.clock.now() } });
    const proposed = async () => (await readCandidates(services, employerId, postId))!.candidates.map((one) => one.personId);
    expect(await proposed()).toEqual([person.id]);

    expect((await consent(person.id, "EMPLOYERS", "withdraw")).ok).toBe(true);
    expect(await inIndex(person.id)).toBe(false);
    expect(await rankedCandidates(services.pool, postId, 100) ?? []).not.toContain(person.id);
    expect(await proposed()).toEqual([]);
    await rankCandidates(services, [postId]);
    const found = await findCandidates(services, employer(employerId), { postId });
    expect(found.ok && found.value.candidates.map((one) => one.person.id)).not.toContain(person.id);
    expect((await rows("SELECT state FROM hiring WHERE id = ?", [invited.ok ? invited.value.hiringId : ""]))[0]!.state).toBe("DECLINED");
    expect(codeOf(await invitePerson(services, employer(employerId), { postId, personId: person.id }))).toBe("not-found");

    await consent(person.id, "EMPLOYERS", "give");
    expect(await inIndex(person.id)).toBe(true);
    expect((await invitePerson(services, employer(employerId), { postId, personId: person.id })).ok).toBe(true);
  });
});

describe("a person who wants no text messages", () => {
  const text = (id: string, purpose: string, onceKey: string) => services.db.$transaction((tx) => queueSms(services, tx, { onceKey, personId: id, phoneEnc: services.crypto.encrypt("person.phone", "13900000000"), phoneMasked: "", purpose, text: "x" }));

  it("gets no alert, not even one that waits, but codes and receipts", async () => {
    const { id } = await seeker();
    expect(await text(id, "new-post", `a:${id}`)).toBe(true);
    await consent(id, "SMS", "withdraw");
    expect(await rows("SELECT id FROM sms_message WHERE personId = ?", [id])).toEqual([]);
    expect(await text(id, "new-post", `b:${id}`)).toBe(false);
    expect(await text(id, "receipt", `c:${id}`)).toBe(true);
    expect(await text(id, "sign-in-code", `d:${id}`)).toBe(true);
  });

  it("asking for messages with a saved search allows them again, with its date", async () => {
    const { id } = await seeker();
    await services.db.$transaction((tx) => giveConsents(services, tx, as(id), id, ["SERVICE"], "SELF"));
    expect(await text(id, "new-post", `e:${id}`)).toBe(false);
    await saveSearch(services, as(id), { query: "q=焊工", name: "焊工", bySms: "on" });
    expect(await text(id, "new-post", `e:${id}`)).toBe(true);
    expect((await allowed(id)).SMS).toBe(true);
  });
});

describe("a person who withdraws the service", () => {
  it("is not matched any more, and can't be put to search again without it", async () => {
    const { postId } = await ownPost();
    const { id } = await seeker();
    await consent(id, "SERVICE", "withdraw");
    expect((await rows("SELECT seeking FROM wish WHERE personId = ?", [id]))[0]!.seeking).toBe(0);
    await rankCandidates(services, [postId]);
    expect(await rankedCandidates(services.pool, postId, 100) ?? []).not.toContain(id);
    const wish = { seeking: "on", occupationCodes: WELDER, minWageYuan: 0, availableFrom: make.day(0) };
    expect(codeOf(await updateWish(services, as(id), wish))).toBe("service-withdrawn");
    await consent(id, "SERVICE", "give");
    expect((await updateWish(services, as(id), wish)).ok).toBe(true);
  });
});

describe("who looked at a person", () => {
  it("is told by role and organisation, in plain words, newest first and in pages; their own acts are left out", async () => {
    const { employerId, postId } = await ownPost();
    const { id } = await seeker();
    const own = await make.user({ role: "SEEKER", personId: id });
    const firm = await make.user({ role: "EMPLOYER", employerId });
    await updateWish(services, as(id, own.id), { seeking: "on", occupationCodes: WELDER, minWageYuan: 0, availableFrom: make.day(0) });
    const invited = await invitePerson(services, employer(employerId, firm.id), { postId, personId: id });
    expect(invited.ok).toBe(true);
    for (let n = 0; n < 22; n += 1) await services.db.auditEntry.create({ data: { id: services.newId(), at: new Date(Date.now() - 1_000_000 + n), userId: null, role: "OFFICER", regionCode: "141124", action: "see-certificate", purpose: "service", subjectType: "person", subjectId: id, outcome: "ok" } });
    const first = await readLooks(services.pool, id, 1);
    expect(first).toMatchObject({ total: 23, pageCount: 2 });
    expect(first.looks[0]).toMatchObject({ role: "EMPLOYER", action: "invite-person" });
    expect(first.looks[0]!.organisation!.zh).toContain("测试机械");
    expect(first.looks[1]!.organisation!.zh).toContain("临县");
    expect((await readLooks(services.pool, id, 2)).looks).toHaveLength(3);
    expect((await readLooks(services.pool, (await seeker()).id, 1)).looks).toEqual([]);
  });
});
