import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readActing, readHelpers, readReceipt } from "#app/data/read-models/helper-pages.server.ts";
import { ACT_KINDS } from "#app/domain/account/delegation.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { createSession, readSession } from "#app/platform/sessions.server.ts";
import { setPassword } from "#app/usecases/accounts/set-password.server.ts";
import { answerOffer } from "#app/usecases/helpers/answer-offer.server.ts";
import { beginActing } from "#app/usecases/helpers/begin-acting.server.ts";
import { confirmConsentCode, requestConsentCode } from "#app/usecases/helpers/consent-by-code.server.ts";
import { grantHelper } from "#app/usecases/helpers/grant-helper.server.ts";
import { handOverReceipt } from "#app/usecases/helpers/hand-over-receipt.server.ts";
import { recordPaperConsent } from "#app/usecases/helpers/record-consent.server.ts";
import { withdrawHelper } from "#app/usecases/helpers/withdraw-helper.server.ts";
import { declineMatch } from "#app/usecases/matching/decline-match.server.ts";
import { updateWish } from "#app/usecases/persons/update-wish.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { answerTrainingInvitation } from "#app/usecases/training/answer-invitation.server.ts";
import { applyForTraining, withdrawFromTraining } from "#app/usecases/training/enrol.server.ts";
import { applyToBrand, takeBrandPledge, withdrawBrandApplication } from "#app/usecases/brands/apply-to-brand.server.ts";
import { saveSearch } from "#app/usecases/searches/save-search.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openClass } from "#tests/factories/passed-training.ts";
import { newestCode, newestSms } from "#tests/factories/phone.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
const now = { at: new Date("2026-11-25T02:00:00Z") };
const TOWN = "141124100";
let number = 13_300_000_000;
const freshPhone = () => String((number += 1));
const codesOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map(({ code }) => code));
const wishInput = { seeking: true, occupationCodes: ["6-18-02-04"], minWageYuan: 4_000, availableFrom: "2026-11-25" };

async function someone(name: string, phone: string | null = freshPhone()) {
  const person = await make.person({ name, phone, age: 40, homeRegionCode: TOWN, wish: { occupationCodes: ["6-18-02-04"] } });
  const user = await make.user({ role: "SEEKER", personId: person.id });
  const actor: Actor = { userId: user.id, role: "SEEKER", regionCode: null, personId: person.id, employerId: null, purpose: "test" };
  return { ...person, phone, user, actor };
}
async function agentOf(regionCode = TOWN): Promise<Actor> {
  const user = await make.user({ role: "AGENT", regionCode });
  return { userId: user.id, role: "AGENT", regionCode, personId: null, employerId: null, purpose: "test" };
}
type Person = Awaited<ReturnType<typeof someone>>;

/** The person grants, the helper accepts. */
async function consented(person: Person, helper: Person, acts: readonly string[] = ACT_KINDS) {
  const { delegationId } = must(await grantHelper(services, person.actor, { who: "HOUSEHOLD", name: helper.name, phone: helper.phone, acts, days: 90 }));
  must(await answerOffer(services, helper.actor, { delegationId, answer: "accept" }));
  return delegationId;
}
/** A session of the helper's, acting; `actor` reads it as the next request would. */
async function acting(helper: Actor, delegationId: string) {
  const { id, token } = await createSession(services, helper.userId!, null);
  must(await beginActing(services, helper, { delegationId, sessionId: id }));
  return async () => (await readSession(services, token, "r"))!.actor;
}

beforeAll(async () => {
  services = await openTestServices({ clock: { now: () => now.at, today: () => "2026-11-25" } });
  await loadReference(services);
  make = createFactory(services, 54);
});
beforeEach(() => {
  now.at = new Date(now.at.getTime() + 120_000);
});
afterAll(() => services?.close());

describe("a helper of the household", () => {
  it("is named by name and telephone, says yes, and acts as the person, with the act, its receipt and both ids in the audit", async () => {
    const [person, helper] = [await someone("张建国"), await someone("李秀英")];
    const actor = await (await acting(helper.actor, await consented(person, helper)))();
    expect(actor).toMatchObject({ role: "SEEKER", personId: person.id, userId: helper.user.id, actingFor: { nameMasked: "张**" } });
    const postId = await make.post({ title: "电焊工", countyCode: "141124" });
    const { placementId } = must(await acceptPost(services, actor, { postId }));
    must(await recordPlacementEvent(services, actor, { placementId, kind: "DEPARTED", happenedOn: "2026-11-25" }));
    expect(await services.db.placement.findUniqueOrThrow({ where: { id: placementId } })).toMatchObject({ personId: person.id });
    expect((await services.db.auditEntry.findMany({ where: { subjectId: placementId }, orderBy: { id: "asc" } })).map((one) => [one.action, one.userId, one.onBehalfOf])).toEqual([
      ["accept-post", helper.user.id, person.id], ["record-placement-event", helper.user.id, person.id],
    ]);
    const { receipts } = (await readHelpers(services, person.id))!;
    expect(receipts.map(({ act, about, name, bySms }) => [act, about, name, bySms])).toEqual([["record-placement-event", "电焊工", "李**", true], ["accept-post", "电焊工", "李**", true]]);
    expect(await newestSms(services, person.phone!)).toMatch(/李\*\*替您报告了工作进展：电焊工/);
  });

  it("who shares the person's telephone is found by the name", async () => {
    const phone = freshPhone();
    const [person, helper, child] = [await someone("张建国", phone), await someone("李秀英", phone), await someone("张小明", phone)];
    const { delegationId } = must(await grantHelper(services, person.actor, { who: "HOUSEHOLD", name: "李秀英", phone, acts: ["WISH"], days: 30 }));
    expect((await readActing(services, helper.actor)).offers.map(({ id, name }) => [id, name])).toEqual([[delegationId, "张**"]]);
    expect((await readActing(services, child.actor)).offers).toEqual([]);
    for (const other of [child, person]) expect(codesOf(await answerOffer(services, other.actor, { delegationId, answer: "accept" }))).toEqual(["not-found"]);
    expect(codesOf(await grantHelper(services, person.actor, { who: "HOUSEHOLD", name: "张建国", phone, acts: ["WISH"], days: 30 }))).toEqual(["helper-self"]);
    const answers = await Promise.all([1, 2, 3].map(() => answerOffer(services, helper.actor, { delegationId, answer: "accept" })));
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
  });

  it("who isn't registered is answered in the same way", async () => {
    const [person, helper] = [await someone("张建国"), await someone("李秀英")];
    const grant = async (name: string, phone: string) => must(await grantHelper(services, person.actor, { who: "HOUSEHOLD", name, phone, acts: ["WISH"], days: 30 }));
    expect(Object.keys(await grant("李秀英", helper.phone!))).toEqual(Object.keys(await grant("李秀英", freshPhone())));
    const shown = (await readHelpers(services, person.id))!.now;
    expect(shown.map(({ standing }) => standing)).toEqual(["OFFERED", "OFFERED"]);
    expect(JSON.stringify(shown)).not.toContain("秀英");
  });

  it("may do only what was granted, and never what is the person's own; nothing of a refusal stays", async () => {
    const [person, helper] = [await someone("张建国"), await someone("李秀英")];
    const actor = await (await acting(helper.actor, await consented(person, helper, ["WISH"])))();
    const receipts = await services.db.receipt.count();
    const postId = await make.post({ countyCode: "141124" });
    expect(codesOf(await acceptPost(services, actor, { postId }))).toEqual(["act-not-granted"]);
    const own = [
      () => setPassword(services, actor, { password: "taken-over-now", currentPassword: "test-password-1", sessionId: "x".repeat(43) }),
      () => grantHelper(services, actor, { who: "HOUSEHOLD", name: "王五", phone: freshPhone(), acts: ["WISH"], days: 30 }),
      () => saveSearch(services, actor, { query: "q=x", name: "x" }),
      () => withdrawHelper(services, actor, { delegationId: actor.actingFor!.delegationId }),
    ];
    for (const act of own) expect(codesOf(await act())).toEqual(["not-while-acting"]);
    expect(codesOf(await updateWish(services, actor, { ...wishInput, occupationCodes: ["9-99-99-99"] }))).toEqual(["occupation-unknown"]);
    expect(await services.db.receipt.count()).toBe(receipts);
    expect((await updateWish(services, actor, wishInput)).ok).toBe(true);
    expect(await services.db.receipt.count()).toBe(receipts + 1);
  });

  it("acts for no other person by naming one", async () => {
    const [person, helper, other] = [await someone("张建国"), await someone("李秀英"), await someone("赵六六")];
    const actor = await (await acting(helper.actor, await consented(person, helper)))();
    expect(codesOf(await updateWish(services, actor, { ...wishInput, personId: other.id }))).toEqual(["not-found"]);
    expect(await services.db.receipt.count({ where: { personId: { in: [person.id, other.id] } } })).toBe(0);
  });

  it("is stopped at once by a withdrawal in the middle of a session, and does nothing as themselves by mistake", async () => {
    const [person, helper] = [await someone("张建国"), await someone("李秀英")];
    const delegationId = await consented(person, helper);
    const read = await acting(helper.actor, delegationId);
    const before = await read();
    must(await withdrawHelper(services, person.actor, { delegationId }));
    for (const actor of [before, await read()]) expect(codesOf(await updateWish(services, actor, wishInput))).toEqual(["helper-over"]);
    expect(await read()).toMatchObject({ personId: null, actingFor: { over: true } });
    expect((await services.db.wish.findUniqueOrThrow({ where: { personId: helper.id } })).minWageFen).toBe(300_000);
    expect(codesOf(await beginActing(services, helper.actor, { delegationId, sessionId: "x".repeat(43) }))).toEqual(["not-found"]);
  });

  it("and a withdrawal at the same moment: the act is whole with its receipt, or not there", async () => {
    for (let round = 0; round < 6; round += 1) {
      const [person, helper] = [await someone("张建国"), await someone("李秀英")];
      const delegationId = await consented(person, helper);
      const actor = await (await acting(helper.actor, delegationId))();
      const [act] = await Promise.all([updateWish(services, actor, wishInput), withdrawHelper(services, person.actor, { delegationId })]);
      const wish = await services.db.wish.findUniqueOrThrow({ where: { personId: person.id } });
      expect([wish.minWageFen === 400_000, await services.db.receipt.count({ where: { personId: person.id } })]).toEqual(act.ok ? [true, 1] : [false, 0]);
      expect(codesOf(await updateWish(services, actor, wishInput))).toEqual(["helper-over"]);
    }
  });

  it("is out when the time is over", async () => {
    const [person, helper] = [await someone("张建国"), await someone("李秀英")];
    const delegationId = await consented(person, helper);
    const actor = await (await acting(helper.actor, delegationId))();
    await services.db.delegation.update({ where: { id: delegationId }, data: { validUntil: now.at } });
    expect(codesOf(await updateWish(services, actor, wishInput))).toEqual(["helper-over"]);
  });

  it("of another's consent finds nothing, forged ids neither", async () => {
    const [person, helper, stranger] = [await someone("张建国"), await someone("李秀英"), await someone("赵六六")];
    const delegationId = await consented(person, helper);
    for (const id of [delegationId, "01K00000000000000000000000", "nonsense", "'--"]) {
      expect(codesOf(await beginActing(services, stranger.actor, { delegationId: id, sessionId: "x".repeat(43) }))).toEqual(["not-found"]);
      expect(codesOf(await withdrawHelper(services, stranger.actor, { delegationId: id }))).toEqual(["not-found"]);
      expect(codesOf(await answerOffer(services, stranger.actor, { delegationId: id, answer: "accept" }))).toEqual(["not-found"]);
    }
  });
});

describe("a village agent", () => {
  it("needs the person's consent to act, also in their own name; then the ledger says an agent said it, on the first rung", async () => {
    const [person, agent] = [await someone("张建国"), await agentOf()];
    const postId = await make.post({ countyCode: "141124" });
    expect(codesOf(await updateWish(services, agent, { ...wishInput, personId: person.id }))).toEqual(["consent-needed"]);
    const { delegationId } = must(await recordPaperConsent(services, agent, { name: "张建国", idNumber: person.idNumber, acts: [...ACT_KINDS], days: 180, sheetRef: "临泉-001", explained: "on", who: "AGENT" }));
    expect((await updateWish(services, agent, { ...wishInput, personId: person.id })).ok).toBe(true);
    const actor = await (await acting(agent, delegationId))();
    const { placementId } = must(await acceptPost(services, actor, { postId }));
    must(await recordPlacementEvent(services, actor, { placementId, kind: "ON_THE_JOB", happenedOn: "2026-11-25" }));
    const events = await services.db.placementEvent.findMany({ where: { placementId }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind, saidByRole, saidByUserId }) => [kind, saidByRole, saidByUserId])).toEqual([["OFFERED", "SYSTEM", null], ["ACCEPTED", "AGENT", agent.userId], ["ON_THE_JOB", "AGENT", agent.userId]]);
    expect((await services.db.receipt.findMany({ where: { personId: person.id }, orderBy: { id: "asc" } })).map(({ act, byRole }) => `${byRole} ${act}`)).toEqual([
      "AGENT record-delegation", "AGENT update-wish", "AGENT accept-post", "AGENT record-placement-event",
    ]);
  });

  it("says yes to a post in their own name under the person's consent, though their region is only the township of the home", async () => {
    const [person, agent] = [await someone("张建国"), await agentOf()];
    const postId = await make.post({ countyCode: "141124" });
    expect(codesOf(await acceptPost(services, agent, { postId, personId: person.id }))).toEqual(["consent-needed"]);
    must(await recordPaperConsent(services, agent, { name: "张建国", idNumber: person.idNumber, acts: ["ANSWER"], days: 180, sheetRef: "临泉-002", explained: "on", who: "AGENT" }));
    const { placementId } = must(await acceptPost(services, agent, { postId, personId: person.id }));
    expect(await services.db.placement.findUniqueOrThrow({ where: { id: placementId } })).toMatchObject({ personId: person.id, homeCountyCode: "141124" });
  });

  it("of another township records no consent, and finds nobody", async () => {
    const person = await someone("张建国");
    const sheet = { name: "张建国", idNumber: person.idNumber, acts: ["WISH"], days: 180, sheetRef: "1-1", explained: "on", who: "AGENT" };
    const stranger = await agentOf("141127");
    expect(codesOf(await recordPaperConsent(services, stranger, sheet))).toEqual(["person-not-here"]);
    expect(codesOf(await updateWish(services, stranger, { ...wishInput, personId: person.id }))).toEqual(["not-found"]);
    const agent = await agentOf();
    expect(codesOf(await recordPaperConsent(services, agent, { ...sheet, name: "张建军" }))).toEqual(["person-not-here"]);
    expect(codesOf(await recordPaperConsent(services, agent, { ...sheet, explained: undefined }))).toEqual(["explain-first"]);
    expect(codesOf(await recordPaperConsent(services, agent, { ...sheet, sheetRef: "" }))).toEqual(["sheet-number-needed"]);
    expect(codesOf(await recordPaperConsent(services, agent, { ...sheet, who: "HOUSEHOLD" }))).toEqual(["required", "required"]);
    expect(await services.db.delegation.count({ where: { personId: person.id } })).toBe(0);
  });

  it("gives a person without a telephone a slip that is printed and handed over; nobody else reads it", async () => {
    const [person, agent, other] = [await someone("张建国", null), await agentOf(), await someone("李秀英")];
    const { receiptId } = must(await recordPaperConsent(services, agent, { name: "张建国", idNumber: person.idNumber, acts: ["WISH"], days: 180, sheetRef: "临泉-002", explained: "on", who: "AGENT" }));
    expect(await services.db.smsMessage.count({ where: { personId: person.id } })).toBe(0);
    expect(await readReceipt(services, agent, receiptId)).toMatchObject({ bySms: false, personMasked: "张**", mine: true, consent: { how: "PAPER", sheetRef: "临泉-002" } });
    expect(await readReceipt(services, person.actor, receiptId)).toMatchObject({ mine: false });
    for (const stranger of [other.actor, await agentOf()]) {
      expect(await readReceipt(services, stranger, receiptId)).toBeNull();
      expect(codesOf(await handOverReceipt(services, stranger, { receiptId }))).toEqual(["not-found"]);
    }
    must(await handOverReceipt(services, agent, { receiptId }));
    expect((await readReceipt(services, agent, receiptId))?.handedOverAt).toEqual(now.at);
  });

  it("is chosen by the person among those of their township, and may act at once", async () => {
    const [person, agent, elsewhere] = [await someone("张建国"), await agentOf(), await agentOf("141127")];
    expect((await readHelpers(services, person.id))!.agents.map(({ userId }) => userId)).toContain(agent.userId);
    const grant = (agentUserId: string) => grantHelper(services, person.actor, { who: "AGENT", agentUserId, acts: ["WISH"], days: 30 });
    for (const id of [elsewhere.userId!, person.user.id, "01K00000000000000000000000"]) expect(codesOf(await grant(id))).toEqual(["agent-needed"]);
    must(await grant(agent.userId!));
    expect((await updateWish(services, agent, { ...wishInput, personId: person.id })).ok).toBe(true);
    must(await grant(agent.userId!));
    expect((await readHelpers(services, person.id))!.now).toHaveLength(1);
  });

  it("may record on paper that somebody of the household acts", async () => {
    const [person, helper, agent] = [await someone("张建国", null), await someone("李秀英"), await agentOf()];
    must(await recordPaperConsent(services, agent, { name: "张建国", idNumber: person.idNumber, acts: ["WISH"], days: 180, sheetRef: "第 3 号", explained: "on", who: "HOUSEHOLD", helperName: "李秀英", helperPhone: helper.phone }));
    const [offer] = (await readActing(services, helper.actor)).offers;
    must(await answerOffer(services, helper.actor, { delegationId: offer!.id, answer: "accept" }));
    const actor = await (await acting(helper.actor, offer!.id))();
    expect((await updateWish(services, actor, wishInput)).ok).toBe(true);
  });

  it("may still say in their own name what they saw of a placement, without consent and without a receipt", async () => {
    const [person, agent] = [await someone("张建国"), await agentOf("141124")];
    const { placementId } = must(await acceptPost(services, person.actor, { postId: await make.post({ countyCode: "141124" }) }));
    must(await recordPlacementEvent(services, agent, { placementId, kind: "DEPARTED", happenedOn: "2026-11-25" }));
    expect(await services.db.receipt.count({ where: { personId: person.id } })).toBe(0);
  });
});

describe("an officer who answers for a person", () => {
  it("needs no consent, and the person gets a receipt in the same transaction", async () => {
    const person = await someone("张建国");
    const officer: Actor = { userId: (await make.user({ role: "OFFICER", regionCode: "141124" })).id, role: "OFFICER", regionCode: "141124", personId: null, employerId: null, purpose: "test" };
    expect((await updateWish(services, officer, { ...wishInput, personId: person.id })).ok).toBe(true);
    expect(codesOf(await declineMatch(services, officer, { matchId: "01K00000000000000000000000", reason: "too-far" }))).toEqual(["not-found"]);
    expect(await services.db.receipt.findMany({ where: { personId: person.id } })).toMatchObject([{ act: "update-wish", byRole: "OFFICER", delegationId: null, bySms: true }]);
  });
});

describe("a village agent who acts for a person of theirs", () => {
  it("puts them down for a class and for a brand, each with its receipt; the pledge stays the person's own, and without the kind of act nothing is done", async () => {
    const [person, agent] = [await someone("张建国"), await agentOf()];
    const brandId = services.newId();
    await services.db.labourBrand.create({ data: { id: brandId, name: "某县焊工", nameEn: "Welders", level: "COUNTY", occupationCodes: ["6-18-02-04"], regions: { create: { regionCode: "141124", level: "COUNTY" } } } });
    const [classId, invitedTo] = [await openClass(services), await openClass(services)];
    const invitation = await services.db.trainingInvitation.create({ data: { id: services.newId(), classId: invitedTo, personId: person.id, nr: 1, invitedAt: now.at } });
    const consent = async (acts: readonly string[]) => must(await recordPaperConsent(services, agent, { name: "张建国", idNumber: person.idNumber, who: "AGENT", acts, days: 90, sheetRef: "临人社 8 号", explained: "on" }));
    const delegationOf = async () => (await services.db.delegation.findFirstOrThrow({ where: { personId: person.id, withdrawnAt: null }, orderBy: { recordedAt: "desc" } })).id;
    await consent(["PROGRESS"]);
    const narrow = await (await acting(agent, await delegationOf()))();
    expect(codesOf(await applyForTraining(services, narrow, { classId }))).toEqual(["act-not-granted"]);
    expect(await services.db.trainingEnrolment.count({ where: { personId: person.id } })).toBe(0);

    now.at = new Date("2026-11-27T02:00:00Z");
    await consent(["ANSWER", "WISH"]);
    const actor = await (await acting(agent, await delegationOf()))();
    const { enrolmentId } = must(await applyForTraining(services, actor, { classId }));
    expect(codesOf(await applyForTraining(services, actor, { classId }))).toEqual(["training-already"]);
    must(await answerTrainingInvitation(services, actor, { invitationId: invitation.id, answer: "YES" }));
    must(await withdrawFromTraining(services, actor, { enrolmentId }));
    const { applicationId } = must(await applyToBrand(services, actor, { brandId, way: "APPLICATION" }));
    expect(codesOf(await takeBrandPledge(services, actor, { membershipId: applicationId, version: 0, pledged: "on" }))).toEqual(["not-while-acting"]);
    must(await withdrawBrandApplication(services, actor, { applicationId }));
    const receipts = await services.db.receipt.findMany({ where: { personId: person.id, act: { not: "record-delegation" } }, orderBy: { id: "asc" } });
    expect(receipts.map(({ act, byRole, bySms }) => [act, byRole, bySms])).toEqual(["apply-for-training", "answer-training-invitation", "withdraw-from-training", "apply-to-brand", "withdraw-brand-application"].map((act) => [act, "AGENT", true]));
    expect((await services.db.trainingEvent.findMany({ where: { personId: person.id, kind: "APPLIED" } })).map((one) => one.saidByRole)).toEqual(["AGENT", "AGENT"]);
    const [first] = await services.db.smsMessage.findMany({ where: { onceKey: `receipt:${receipts[0]!.id}` } });
    expect(first!.text).toContain("替您报名了培训班：电焊工初级班");
    expect((await services.db.trainingInvitation.findUniqueOrThrow({ where: { id: invitation.id } })).answeredByRole).toBe("AGENT");
  });
});

describe("a consent given before its words named classes and brands", () => {
  it("covers neither, and all it named as before; from the day of the words on the very same terms are a new consent that does", async () => {
    now.at = new Date("2026-11-26T15:59:59Z");
    const [person, agent] = [await someone("张建国"), await agentOf()];
    const brandId = services.newId();
    await services.db.labourBrand.create({ data: { id: brandId, name: "某县钳工", nameEn: "Fitters", level: "COUNTY", occupationCodes: ["6-18-02-04"], regions: { create: { regionCode: "141124", level: "COUNTY" } } } });
    const [classId, other, invitedTo] = [await openClass(services), await openClass(services), await openClass(services)];
    const invitation = await services.db.trainingInvitation.create({ data: { id: services.newId(), classId: invitedTo, personId: person.id, nr: 1, invitedAt: now.at } });
    const { enrolmentId } = must(await applyForTraining(services, person.actor, { classId: other }));
    const { applicationId } = must(await applyToBrand(services, person.actor, { brandId, way: "APPLICATION" }));
    const consent = async () => must(await recordPaperConsent(services, agent, { name: "张建国", idNumber: person.idNumber, who: "AGENT", acts: ["ANSWER", "WISH"], days: 90, sheetRef: "临人社 9 号", explained: "on" }));
    const old = await consent();
    const before = await (await acting(agent, old.delegationId))();
    const newer = (actor: Actor) => [
      () => applyForTraining(services, actor, { classId }), () => withdrawFromTraining(services, actor, { enrolmentId }), () => answerTrainingInvitation(services, actor, { invitationId: invitation.id, answer: "YES" }),
      () => withdrawBrandApplication(services, actor, { applicationId }), () => applyToBrand(services, actor, { brandId, way: "APPLICATION" }),
    ];
    for (const act of newer(before)) expect(codesOf(await act())).toEqual(["consent-older"]);
    expect(codesOf(await applyToBrand(services, agent, { personId: person.id, brandId, way: "APPLICATION" }))).toEqual(["consent-older"]);
    expect((await updateWish(services, before, wishInput)).ok).toBe(true);
    expect((await services.db.receipt.findMany({ where: { personId: person.id }, orderBy: { id: "asc" } })).map(({ act }) => act)).toEqual(["record-delegation", "update-wish"]);

    // the first second of the day in China
    now.at = new Date("2026-11-26T16:00:00Z");
    for (const act of newer(before)) expect(codesOf(await act())).toEqual(["consent-older"]);
    const anew = await consent();
    expect(anew.delegationId).not.toBe(old.delegationId);
    const after = await (await acting(agent, anew.delegationId))();
    for (const act of newer(after)) expect(codesOf(await act())).toEqual([]);
    expect((await consent()).delegationId).toBe(anew.delegationId);
  });
});

describe("consent by a code on the person's telephone", () => {
  const ask = (helper: Actor, name: string, idNumber: string) => requestConsentCode(services, helper, { name, idNumber, acts: ["ANSWER", "WISH"], days: 180 });

  it("is the person's yes: the message says who wants what until when", async () => {
    for (const helper of [(await someone("李秀英")).actor, await agentOf()]) {
      const person = await someone("张建国");
      const { ticket } = must(await ask(helper, "张建国", person.idNumber));
      expect(await newestSms(services, person.phone!)).toMatch(/想替您回复岗位、邀请和培训班、修改求职意向、报名培训和劳务品牌，到2027年5月24日为止/);
      const code = await newestCode(services, person.phone!);
      const stranger = await someone("赵六六");
      expect(codesOf(await confirmConsentCode(services, stranger.actor, { ticket, code }))).toEqual(["code-over"]);
      const results = await Promise.all([1, 2].map(() => confirmConsentCode(services, helper, { ticket, code })));
      expect(results.filter((one) => one.ok)).toHaveLength(1);
      const [delegation] = await services.db.delegation.findMany({ where: { personId: person.id } });
      expect(delegation).toMatchObject({ how: "CODE", helperUserId: helper.userId, acts: ["ANSWER", "WISH"] });
      const actor = await (await acting(helper, delegation!.id))();
      expect((await updateWish(services, actor, wishInput)).ok).toBe(true);
    }
  });

  it("tells a household member nothing of who is on record, and sends nothing to a wrong name", async () => {
    const helper = await someone("李秀英");
    const [person, silent] = [await someone("张建国"), await someone("张建国", null)];
    const messages = await services.db.smsMessage.count();
    for (const [name, idNumber] of [["张建军", person.idNumber], ["张建国", silent.idNumber], ["李秀英", helper.idNumber]] as const) {
      const { ticket } = must(await ask(helper.actor, name, idNumber));
      for (const code of ["000000", "123456"]) expect(codesOf(await confirmConsentCode(services, helper.actor, { ticket, code }))).toEqual(["code-wrong"]);
      expect(codesOf(await ask(helper.actor, name, idNumber))).toEqual(["code-wait"]);
    }
    expect(await services.db.smsMessage.count()).toBe(messages);
    const agent = await agentOf();
    expect(codesOf(await ask(agent, "张建国", silent.idNumber))).toEqual(["no-phone-use-paper"]);
  });
});
