import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RowDataPacket } from "mysql2/promise";
import { findBrokenLink } from "#app/domain/placement/chain.ts";
import { saveBankAccount } from "#app/data/bank-accounts.server.ts";
import { forgetWithdrawn, INDEX_KEPT_DAYS, NAME_GONE } from "#app/data/erasure.server.ts";
import { HOLDINGS } from "#app/data/holdings.ts";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { findPersonByIdNumber, insertPerson } from "#app/data/persons.server.ts";
import { maskPhone } from "#app/domain/person/masks.ts";
import { addDays } from "#app/domain/dates.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { OutgoingSms } from "#app/platform/sms.server.ts";
import { invitePerson } from "#app/usecases/hiring/invite.server.ts";
import { takeHiringStep } from "#app/usecases/hiring/take-step.server.ts";
import { sendQueuedSms } from "#app/usecases/notices/send-sms.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { deletePerson } from "#app/usecases/privacy/delete-person.server.ts";
import { exportOwnData } from "#app/usecases/privacy/export-own-data.server.ts";
import { setConsent } from "#app/usecases/privacy/set-consent.server.ts";
import { addCertificate } from "#app/usecases/profile/add-certificate.server.ts";
import { addJob } from "#app/usecases/profile/add-job.server.ts";
import { addPhoto } from "#app/usecases/profile/add-photo.server.ts";
import { saveCare } from "#app/usecases/profile/save-care.server.ts";
import { saveSearch } from "#app/usecases/searches/save-search.server.ts";
import { foldPersons } from "#app/usecases/targets/fold.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { ownHtml } from "#app/ui/own-data/own-html.ts";
import { ownJson } from "#app/ui/own-data/own-json.ts";
import { zh } from "#app/ui/i18n/zh/index.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { indexProfiles } from "#search/apply.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { searchProfiles } from "#search/queries/search-profiles.ts";
import { createFactory, type Factory } from "../factories/index.ts";
import { makeApplication } from "#tests/factories/overseas.ts";
import { atOneFair } from "#tests/factories/fair-guest.ts";
import { makePhoto } from "../factories/photos.ts";
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

/** Everything that can be held of a person, in the database: the made-up things of this test. */
async function fullLife(name = "欧阳𠮷祥", phone = "13912345678") {
  const person = await seeker({ name, phone, categories: ["POVERTY_LIFTED"], householdId: await make.household() });
  const { id } = person;
  const user = await make.user({ role: "SEEKER", personId: id, username: `life-${id}` });
  const { employerId, postId } = await ownPost();
  await addJob(services, as(id), { occupationCode: WELDER, months: 36, place: "IN_COUNTY", said: `在${name}的铺子焊门窗` });
  await saveCare(services, as(id), { care: ["ELDERLY"], canLeave: "yes" });
  const certificate = await addCertificate(services, as(id), { kind: "TRAINING", occupationCode: WELDER, number: `L${id}`, issuer: "培训学校", issuedOn: "2020-01-01" });
  await addPhoto(services, as(id), { certificateId: certificate.ok ? certificate.value.certificateId : "", bytes: await makePhoto() });
  const [issuerId, keyId, now] = [services.newId(), services.newId(), services.clock.now()];
  await services.db.certificateIssuer.create({ data: { id: issuerId, name: `评价中心${issuerId}`, kinds: ["TRAINING"], occupationPrefixes: [], regionCode: "141124", validFrom: new Date("2020-01-01"), document: "测1号", recordedAt: now } });
  await services.db.certificateKey.create({ data: { id: keyId, publicKey: "x".repeat(43), privateKeyEnc: "x", createdAt: now } });
  await services.db.issuedCertificate.create({ data: { id: services.newId(), personId: id, issuerId, keyId, evidenceRef: `life:${id}`, signedText: "JGT1.life", issuedAt: now } });
  await saveSearch(services, as(id), { query: "q=焊工", name: `${name}的搜索`, bySms: true });
  await services.db.notice.create({ data: { id: services.newId(), personId: id, kind: "NEW_POST", onceKey: `life:${id}`, postId, recordedAt: services.clock.now() } });
  await services.db.receipt.create({ data: { id: services.newId(), personId: id, byRole: "AGENT", act: "test", bySms: false, recordedAt: services.clock.now() } });
  const phoneEnc = services.crypto.encrypt("person.phone", phone);
  await services.db.smsMessage.create({ data: { id: services.newId(), onceKey: `life:${id}`, personId: id, phoneEnc, phoneMasked: maskPhone(phone), purpose: "receipt", text: `${name}：您好`, recordedAt: services.clock.now() } });
  await services.db.emergencyContact.create({ data: { personId: id, contactEnc: services.crypto.encrypt("emergency.contact", JSON.stringify({ name: "刘小梅", relation: "爱人", phone: "13800000009" })), updatedAt: now } });
  const [dispatchId, seatId] = [services.newId(), services.newId()];
  await services.db.dispatch.create({ data: { id: dispatchId, homeCode: "141124", destinationCode: "110105", destination: "产业园", vehicle: "BUS", plate: "晋J1", escortEnc: "x", gatherPlace: "汽车站", gatherAt: now, departsAt: now, arrivesAt: new Date(now.getTime() + 9e6), capacity: 5, state: "OPEN", recordedAt: now } });
  await services.db.dispatchSeat.create({ data: { id: seatId, dispatchId, personId: id, state: "YES", seat: 1, code: "123456", openKey: `${dispatchId}:${id}`, recordedAt: now } });
  await services.db.dispatchEvent.create({ data: { id: services.newId(), dispatchId, seatId, kind: "YES", way: "CALL", happenedAt: now, recordedAt: now, saidByRole: "OFFICER", reason: `${name}说去` } });
  await atOneFair(services, { personId: id, postId });
  const [brand, craft] = [(await rows("SELECT id FROM labour_brand LIMIT 1"))[0]!.id as string, (await rows("SELECT `key` FROM craft LIMIT 1"))[0]!.key as string];
  await services.db.brandMembership.create({ data: { id: services.newId(), brandId: brand, personId: id, validFrom: new Date("2024-01-01"), recordedAt: services.clock.now(), events: { create: { seq: 1, kind: "ADMITTED", happenedOn: new Date("2024-01-01"), recordedAt: services.clock.now() } } } });
  await services.db.brandApplication.create({ data: { id: services.newId(), brandId: brand, personId: id, way: "APPLICATION", openKey: `${brand}:${id}`, appliedAt: services.clock.now() } });
  await services.db.personCraft.create({ data: { personId: id, craftKey: craft, said: "木匠", source: "self", recordedAt: services.clock.now() } });
  await services.db.loginSession.create({ data: { id: sha256(id), userId: user.id, createdAt: services.clock.now(), seenAt: services.clock.now(), expiresAt: new Date(Date.now() + 9e6) } });
  await services.db.postCandidate.create({ data: { postId, rank: 1, personId: id, score: 1, rankedAt: services.clock.now() } });
  const runId = services.newId();
  await services.db.matchRun.create({ data: { id: runId, regionCode: "141124", asOf: new Date(), requestedAt: services.clock.now() } });
  await services.db.match.create({ data: { id: services.newId(), runId, personId: id, postId, score: 500, reasons: [{ code: "same-county" }], openKey: id, proposedAt: services.clock.now() } });
  await services.db.matchDraft.create({ data: { runId, personId: id, id: services.newId(), postId, score: 1, reasons: [] } });
  await consent(id, "EMPLOYERS", "give");
  const other = await ownPost();
  const invited = await invitePerson(services, employer(other.employerId), { postId: other.postId, personId: id });
  await takeHiringStep(services, as(id), { hiringId: invited.ok ? invited.value.hiringId : "", kind: "DECLINED", note: `我是${name}，去不了` });
  const { placementId } = must(await acceptPost(services, as(id), { postId }));
  await recordPlacementEvent(services, as(id), { placementId, kind: "ON_THE_JOB", happenedOn: services.clock.today() });
  await services.db.payReport.create({ data: { id: services.newId(), placementId, postId, month: "2026-11", monthlyFen: 500_000, recordedAt: services.clock.now() } });
  await foldPersons(services, [id]);
  await heldByOthers(id, user.id, postId, placementId, phone);
  await welfareLife(id, placementId);
  await paidForWork(id);
  await trainedOnce(id);
  await makeApplication(services, make, { personId: id, placementId });
  await services.db.auditEntry.create({ data: { id: services.newId(), at: services.clock.now(), userId: null, role: "OFFICER", regionCode: "141124", action: "see-certificate", purpose: "service", subjectType: "person", subjectId: id, outcome: "ok" } });
  return { person, id, user, employerId, postId, placementId, phone };
}

/** A day of workfare that has been paid, into an account of theirs. */
async function paidForWork(personId: string): Promise<void> {
  const [projectId, rollId, lineId, now, day] = [services.newId(), services.newId(), services.newId(), services.clock.now(), new Date("2026-03-02")];
  await services.db.workfareProject.create({ data: { id: projectId, name: "护坡项目", countyCode: "141124", labourSharePct: 30, startsOn: day, endsOn: new Date("2026-05-02") } });
  await services.db.workfareMember.create({ data: { id: services.newId(), projectId, personId, part: "WORKER", fromOn: day, recordedAt: now } });
  await services.db.musterRoll.create({ data: { id: rollId, projectId, nr: 1, fromOn: day, untilOn: new Date("2026-03-09"), recordedAt: now } });
  await services.db.musterEntry.create({ data: { rollId, seq: 1, kind: "DAY", personId, day, quarters: 4, minutes: 480, rateFen: 15_000, way: "PAPER", entryKey: services.newId(), recordedAt: now, hash: "h".repeat(43) } });
  await services.db.paySheet.create({ data: { id: services.newId(), projectId, nr: 1, totalFen: 15_000n, madeAt: now, lines: { create: { id: lineId, personId, nr: 1, quarters: 4, payFen: 15_000, result: "PAID", accountMasked: "****5001", bankName: "农信社" } } } });
  await services.db.payDay.create({ data: { rollId, seq: 1, lineId, personId, day, quarters: 4, rateFen: 15_000, payFen: 15_000 } });
  await services.db.$transaction((tx) => saveBankAccount(services, tx, { personId, account: "04010100012345001", bankName: "农信社", holderIsPerson: true, recordedBy: null }));
}

/** A training that was finished, with a day attended and the allowance for it. */
async function trainedOnce(personId: string): Promise<void> {
  const [bodyId, courseId, classId, enrolmentId, now, day] = [services.newId(), services.newId(), services.newId(), services.newId(), services.clock.now(), new Date("2026-03-02")];
  const name = { teacherEnc: services.crypto.encrypt("person.name", "李老师"), teacherMasked: "李**" };
  await services.db.trainingBody.create({ data: { id: bodyId, name: "测试培训学校", creditCode: bodyId.slice(-18), countyCode: "141124", documentNumber: "1号", approvedOn: day, validUntil: new Date("2029-03-02"), recordedAt: now } });
  await services.db.trainingCourse.create({ data: { id: courseId, title: "电焊", countyCode: "141124", occupationCode: WELDER, kind: "TRAINING", hours: 8, costFen: 0, onceKey: courseId, recordedAt: now } });
  await services.db.trainingClass.create({ data: { id: classId, courseId, bodyId, countyCode: "141124", place: "镇文化站", startsOn: day, lastOn: day, places: 5, state: "CLOSED", ...name, recordedAt: now } });
  await services.db.trainingEnrolment.create({
    data: {
      id: enrolmentId, classId, personId, help: "LIFTED", state: "PASSED", score: 80, assessedOn: day, repeatReason: "换了设备", assessorEnc: name.teacherEnc, assessorMasked: "王*", openKey: `${classId}:${personId}`, appliedAt: now,
      events: { create: { id: services.newId(), seq: 1, personId, classId, countyCode: "141124", help: "LIFTED", kind: "PASSED", happenedOn: day, recordedAt: now, saidByRole: "OFFICER", reason: "换了设备" } }, attendance: { create: { day, halves: 2, recordedAt: now } },
    },
  });
  const postId = await make.post({ countyCode: "141124" });
  await services.db.trainingInvitation.create({ data: { id: services.newId(), classId, personId, nr: 1, state: "ACCEPTED", enrolmentId, invitedAt: now, answeredAt: now, answeredByRole: "SEEKER", expectations: { create: { postId, endedAt: now, end: "PASSED" } } } });
  const [runId, asOf] = [services.newId(), day];
  await services.db.matchRun.create({ data: { id: runId, regionCode: "140000", asOf, requestedAt: now } });
  await services.db.trainingNeedRun.create({
    data: {
      runId, asOf, computedAt: now, seekers: 1, unfilled: 1, asking: 1, bound: 1, milliseconds: 1,
      needs: { create: { id: services.newId(), nr: 1, countyCode: "141124", occupationCode: WELDER, kind: "SKILL_LEVEL", level: "JUNIOR", openings: 1, people: 1, peopleFirst: 1, peopleWishing: 1, picked: 1, classes: 1, passPct: 85, placedPct: 60, known: false, expectedHundredths: 51, list: { create: { nr: 1, personId, postId, posts: 1, picked: true, first: true, wishes: true } } } },
    },
  });
  await services.db.trainingSheet.create({ data: { classId, state: "PAID", totalFen: 1_500n, preparedAt: now } });
  await services.db.trainingAllowance.create({ data: { enrolmentId, year: 2026, classId, personId, attendedHalves: 2, paidHalves: 2, amountFen: 1_500 } });
}

let frozenYear = 1900;

/** What village agents, bureaus and helpers have put down about somebody. */
async function heldByOthers(personId: string, userId: string, postId: string, placementId: string, phone: string): Promise<void> {
  const [recordedAt, later] = [services.clock.now(), new Date(Date.now() + 9e6)];
  const agent = await make.user({ role: "AGENT", regionCode: "141124" });
  await services.db.registration.create({ data: { id: services.newId(), byUserId: agent.id, entryKey: services.newId(), personId, receiptId: services.newId(), outcome: "CREATED", ownWords: "会电焊", enteredAt: recordedAt, recordedAt } });
  await services.db.identityCheck.create({ data: { id: services.newId(), personId, result: "CARD_SEEN", verifier: "none", byUserId: userId, checkedAt: recordedAt } });
  await services.db.knownDevice.create({ data: { userId, deviceHash: sha256(`device:${personId}`), firstSeenAt: recordedAt } });
  const phoneIndex = services.crypto.blindIndex("person.phone", phone);
  await services.db.delegation.create({ data: { id: services.newId(), personId, helperMasked: "王*", acts: ["WISH"], how: "SELF", validFrom: recordedAt, validUntil: later, recordedAt } });
  await services.db.delegation.create({ data: { id: services.newId(), personId: (await seeker()).id, helperPhoneIndex: phoneIndex, helperMasked: "家人", acts: ["WISH"], how: "SELF", validFrom: recordedAt, validUntil: later, recordedAt } });
  const phoneEnc = services.crypto.encrypt("person.phone", phone);
  await services.db.phoneCode.create({ data: { id: sha256(`code:${personId}`), purpose: "SIGN_IN", phoneIndex, phoneEnc, phoneMasked: maskPhone(phone), codeHash: sha256("123456"), createdAt: recordedAt, expiresAt: later } });
  await services.db.smsMessage.create({ data: { id: services.newId(), onceKey: `code:${personId}`, personId: null, phoneEnc, phoneMasked: maskPhone(phone), purpose: "code", text: "验证码", recordedAt } });
  const inquiryId = services.newId();
  await services.db.inquiry.create({ data: { id: inquiryId, postId, personId, toBureau: false, lastSeq: 1, recordedAt, updatedAt: recordedAt, messages: { create: { seq: 1, saidByRole: "SEEKER", codes: [], text: "管不管住？", recordedAt } } } });
  const checkInId = services.newId();
  await services.db.checkIn.create({ data: { id: checkInId, placementId, kind: "DAY_30", dueOn: recordedAt, tokenHash: sha256(`link:${placementId}`), expiresAt: later, bySms: false, recordedAt } });
  await services.db.careCase.create({ data: { id: services.newId(), kind: "TALK", onceKey: `life:${personId}`, regionCode: "141124", personId, inquiryId, checkInId, raisedBy: "SEEKER", openedAt: recordedAt, dueOn: recordedAt, closedAt: recordedAt, noteEnc: services.crypto.encrypt("case.note", "已打过电话") } });
  const [event] = await rows("SELECT id FROM placement_event WHERE placementId = ? LIMIT 1", [placementId]);
  const eventId = event!.id as string;
  const [year, month] = [(frozenYear += 1), 1];
  await services.db.frozenMonth.create({ data: { year, month, caliberCode: "person-year", persons: 1, listHash: "0".repeat(43), frozenAt: recordedAt } });
  await services.db.frozenPerson.create({ data: { year, month, personId, placementId, eventId, countyCode: "141124", placeClass: "IN_COUNTY", stream: "MARKET", rung: 1 } });
  await services.db.personDay.create({ data: { id: services.newId(), personId, day: recordedAt, source: "WELFARE", refId: services.newId(), minutes: 180, recordedAt } });
  await services.db.claim.create({ data: { id: services.newId(), benefit: "TRAVEL", personId, year, countyCode: "141124", amountFen: 150_000, parameterId: services.newId(), citation: {}, basis: { months: 7 }, appliedAt: recordedAt, appliedByRole: "SEEKER", state: "REFUSED", reason: "没有车票" } });
  await services.db.ruleSimulation.create({ data: { id: services.newId(), key: "travel.subsidy.out-of-province.max", value: 1, regionCode: "141124", year, requestedAt: recordedAt, people: { create: { personId, countyCode: "141124", beforeFen: 0, afterFen: 1 } } } });
  await services.db.watchCase.create({ data: { id: services.newId(), kind: "JOB_LOST", onceKey: `life:${personId}`, personId, regionCode: "141124", countyCode: "141124", since: recordedAt, openedAt: recordedAt, dueOn: recordedAt, closedAt: recordedAt, result: "OTHER_HELP", note: "上过门", steps: { create: { seq: 1, kind: "OPENED", recordedAt } } } });
  await services.db.startup.create({ data: { id: services.newId(), personId, name: "面馆", business: "餐饮", townCode: "141124100", openedOn: recordedAt, jobs: 2, recordedAt, updatedAt: recordedAt, openKey: personId } });
  const sampleId = services.newId();
  await services.db.countSample.create({ data: { id: sampleId, year, caliberCode: "person-year", regionCode: "141124", seed: sampleId, perRung: 1, population: [], drawnAt: recordedAt } });
  await services.db.countDraw.create({ data: { sampleId, nr: 1, personId, placementId, eventId, rung: 1, finding: "TRUE", note: "本人接的电话" } });
}

/** A public-welfare post that somebody held before: everything a bureau keeps of it. */
async function welfareLife(personId: string, placementId: string): Promise<void> {
  const [recordedAt, caseId, updatedAt] = [services.clock.now(), services.newId(), services.clock.now()];
  const [validFrom, validUntil] = [new Date("2025-01-01"), new Date("2026-01-01")];
  const postId = await make.post({ stream: "WELFARE", countyCode: "141124", wageMinFen: 100_000, wageMaxFen: 100_000 });
  const month = `${frozenYear}-01`;
  await services.db.welfareCase.create({
    data: {
      id: caseId, postId, personId, regionCode: "141124100001", state: "ENDED", checks: [{ code: "kin", answer: "已回避" }], firstFrom: validFrom, contractUntil: validUntil, endedOn: validUntil, recordedAt, updatedAt,
      events: { create: { seq: 1, act: "APPLY", toState: "APPLIED", saidByRole: "SEEKER", happenedOn: validFrom, reason: "家里困难", recordedAt } }, contracts: { create: { seq: 1, number: "合同1", validFrom, validUntil, recordedAt } },
      insurances: { create: { seq: 1, insurer: "保险", policyNo: "P1", validFrom, validUntil, recordedAt } }, attendances: { create: { id: services.newId(), month, days: 20, recordedAt, updatedAt } },
      plans: { create: { id: services.newId(), contractUntil: validUntil, mark: 30, marketPostIds: [], choice: "MARKET", note: "想去县城", raisedAt: recordedAt } },
    },
  });
  const sheetId = services.newId();
  await services.db.welfareSheet.create({ data: { id: sheetId, regionCode: "141124100", countyCode: "141124", month, state: "SETTLED", totalFen: 100_000n, preparedAt: recordedAt } });
  await services.db.welfarePay.create({ data: { id: services.newId(), sheetId, nr: 1, caseId, personId, month, days: 20, dueFen: 100_000, beforeFen: 0, amountFen: 100_000, reasons: ["full"] } });
  await services.db.$transaction((tx) => saveBankAccount(services, tx, { personId, account: "04010100012345001", bankName: "农信社", holderIsPerson: true, recordedBy: null }));
  await services.db.cadreKin.create({ data: { id: services.newId(), personId, regionCode: "141124100001", relation: "OTHER", cadreEnc: services.crypto.encrypt("cadre.name", "王某"), cadreMasked: "王*", saidByRole: "SEEKER", recordedAt } });
  await services.db.jobMonth.create({ data: { id: services.newId(), placementId, month: "2026-11", days: 5, saidByRole: "SEEKER", recordedAt } });
}
type Life = Awaited<ReturnType<typeof fullLife>>;

async function endJob({ id, placementId }: Life) {
  const ended = await recordPlacementEvent(services, as(id), { placementId, kind: "ENDED", happenedOn: services.clock.today(), reason: "活干完了" });
  if (!ended.ok) throw new Error(JSON.stringify(ended.problems));
  await foldPersons(services, [id]);
}

/** Tables with a column that names a person. */
const tablesOfPersons = async () => [...new Set((await rows(
  "SELECT TABLE_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'personId'")).map((row) => row.name as string))].sort();

describe("the list of what is held", () => {
  it("names every table with a person's id; a new one must be decided on there", async () => {
    const listed = new Set(HOLDINGS.map((one) => one.table));
    expect((await tablesOfPersons()).filter((table) => !listed.has(table))).toEqual([]);
    const there = new Set((await rows("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()")).map((row) => row.name as string));
    expect([...listed].filter((table) => !there.has(table))).toEqual([]);
  });

  it("has words for each table and column that is downloaded", async () => {
    const columns = await rows("SELECT TABLE_NAME AS t, COLUMN_NAME AS c FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (?)", [HOLDINGS.filter((one) => one.download === true).map((one) => one.table)]);
    const left = new Set(HOLDINGS.flatMap((one) => (one.omit ?? []).map((column) => `${one.table}.${column}`)));
    const shown = columns.filter(({ t, c }) => !left.has(`${String(t)}.${String(c)}`) && !/(?:Index|Hash|Token|Masked|Secret)$|^(?:id|personId|openKey|onceKey|activeKey|contentKey|byteCount|slot|lastHash|requestId|demo|madeUp|deletedAt)$/.test(String(c)));
    expect([...new Set(shown.map(({ c }) => String(c).replace(/Enc$/, "")))].filter((column) => !(column in zh.profile.column))).toEqual([]);
    expect(HOLDINGS.filter((one) => one.download === true && !(one.table in zh.profile.section)).map((one) => one.table)).toEqual([]);
  });
});

describe("a download", () => {
  it("holds all rows of all tables on the list, decrypted, with photos, and no key, hash or secret of ours", async () => {
    const life = await fullLife();
    const result = await exportOwnData(services, as(life.id), {});
    if (!result.ok) throw new Error("refused");
    let text = "";
    for await (const piece of ownJson(result.value.sections, { at: "2026-11-25T00:00:00Z" })) text += piece;
    const { sections } = JSON.parse(text) as { sections: Record<string, Record<string, unknown>[]> };
    for (const { table, of, download } of HOLDINGS) {
      const [counted] = await rows(`SELECT COUNT(*) AS n FROM ${table} WHERE ${of}`, [life.id]);
      expect(Number(counted!.n), `${table} has something to show`).toBeGreaterThan(0);
      expect(sections[table]?.length ?? null, table).toBe(download === true ? Number(counted!.n) : null);
    }
    expect([sections.care_case, sections.watch_case].map((cases) => cases!.map(({ note }) => note))).toEqual([["已打过电话"], ["上过门"]]);
    expect(sections.person![0]).toMatchObject({ name: "欧阳𠮷祥", idNumber: life.person.idNumber, phone: life.phone, homeCountyCode: "141124" });
    expect(sections.person_care![0]).toMatchObject({ care: { kinds: ["ELDERLY"] } });
    expect(String(sections.private_file![0]!.data)).toMatch(/^data:image\/webp;base64,UklGR/);
    expect(sections.wish![0]).toMatchObject({ seeking: true });
    const [secret] = await rows("SELECT u.passwordHash, s.stopToken, p.idNumberIndex, p.nameEnc FROM user_account u JOIN saved_search s ON s.personId = u.personId JOIN person p ON p.id = u.personId WHERE u.id = ?", [life.user.id]);
    for (const value of [...Object.values(secret!), sha256(life.id)]) expect(text).not.toContain(String(value));
  });

  it("as a page says the same in words of either language, and runs nothing that somebody typed", async () => {
    const { id } = await seeker({ name: "张三" });
    await addJob(services, as(id), { occupationCode: WELDER, months: 12, place: "IN_COUNTY", said: "<script>alert(1)</script>" });
    for (const locale of ["zh", "en"] as const) {
      const result = await exportOwnData(services, as(id), {});
      if (!result.ok) throw new Error("refused");
      let html = "";
      for await (const piece of ownHtml(result.value.sections, locale, result.value.namesOf, new Date("2026-11-25T00:00:00Z"))) html += piece;
      expect(html).toContain("张三");
      expect(html).toContain(locale === "zh" ? "焊工" : "Welder");
      expect(html).toContain("&lt;script&gt;alert(1)");
      expect(html).not.toContain("<script");
    }
  });
});

/** All text of all tables, and what any ciphertext in it says. */
async function everything(): Promise<string> {
  const columns = await rows(
    "SELECT TABLE_NAME AS t, COLUMN_NAME AS c FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE IN ('char', 'varchar', 'text', 'mediumtext', 'longtext', 'json')");
  const pieces: string[] = [];
  for (const { t, c } of columns) {
    for (const row of await rows(`SELECT \`${c}\` AS v FROM \`${t}\` WHERE \`${c}\` IS NOT NULL`)) {
      const value = typeof row.v === "string" ? row.v : JSON.stringify(row.v);
      pieces.push(value);
      if (!value.startsWith("v1.")) continue;
      for (const field of ["person.name", "person.idNumber", "person.phone", "person.care"] as const) {
        try {
          pieces.push(services.crypto.decrypt(field, value));
        } catch {
          continue;
        }
      }
    }
  }
  return pieces.join("\n");
}

describe("a person who leaves", () => {
  it("can't while a job is under way, nor by accident", async () => {
    const life = await fullLife();
    expect(codeOf(await deletePerson(services, as(life.id), {}))).toBe("confirm-deletion");
    expect(codeOf(await deletePerson(services, as(life.id), { understood: "on" }))).toBe("placement-active");
    expect((await services.db.person.findUniqueOrThrow({ where: { id: life.id } })).deletedAt).toBeNull();
    await endJob(life);
    await deletePerson(services, as(life.id), { understood: "on" });
  });

  it("is gone: no text of any table names them, the ledger stays whole and counts as before, no index has them, and a message says so", async () => {
    const life = await fullLife("令狐㛃祥", "13987654321");
    const { id, person, phone } = life;
    await endJob(life);
    expect(await inIndex(id)).toBe(true);
    const counts = async () => ({ counts: await rows("SELECT * FROM target_count ORDER BY year, caliberCode, personId"), counters: await rows("SELECT * FROM target_counter ORDER BY year, caliberCode, countyCode, month, placeClass, stream"), filled: await rows("SELECT filled FROM post WHERE id = ?", [life.postId]) });
    const before = { counted: await counts(), recount: await recountTargets(services), ledger: await rows("SELECT * FROM placement_event WHERE personId = ? ORDER BY id", [id]) };
    expect(before.counted.counts.some((row) => row.personId === id)).toBe(true);
    expect(await everything()).toContain("令狐㛃祥");

    expect((await deletePerson(services, as(id, life.user.id), { understood: "on" })).ok).toBe(true);

    expect(await counts()).toEqual(before.counted);
    expect(await recountTargets(services)).toEqual(before.recount);
    expect(await rows("SELECT * FROM placement_event WHERE personId = ? ORDER BY id", [id])).toEqual(before.ledger);
    for (const events of (await loadEventsOfPersons(services.pool, [id])).get(id)!.values()) expect(findBrokenLink(events, sha256)).toBeNull();
    await foldPersons(services, [id]);
    expect(await counts()).toEqual(before.counted);
    expect(await inIndex(id)).toBe(false);

    for (const { table, of, withdrawal } of HOLDINGS.filter((one) => one.withdrawal === "delete")) expect([table, withdrawal, await rows(`SELECT 1 FROM ${table} WHERE ${of}`, [id])]).toEqual([table, "delete", []]);
    expect(await rows("SELECT 1 FROM consent WHERE personId = ? AND withdrawnAt IS NULL", [id])).toEqual([]);
    expect(await rows("SELECT h.note FROM hiring_step h JOIN hiring g ON g.id = h.hiringId WHERE g.personId = ? AND h.note IS NOT NULL", [id])).toEqual([]);
    expect((await rows("SELECT action, outcome FROM audit_entry WHERE subjectId = ? AND action = 'delete-person'", [id]))).toEqual([{ action: "delete-person", outcome: "ok" }]);

    const [farewell] = await rows("SELECT id FROM sms_message WHERE purpose = 'person-deleted' AND state = 'QUEUED' ORDER BY id DESC LIMIT 1");
    await sendQueuedSms(services, [farewell!.id as string]);
    expect(sent.at(-1)).toMatchObject({ phone });
    const all = await everything();
    const left = { name: all.includes("令狐㛃祥"), id: all.includes(person.idNumber), masked: all.includes("令***"), phone: all.includes(phone), maskedPhone: all.includes("139****4321"), index: all.includes(services.crypto.blindIndex("person.phone", phone)) };
    expect(left).toEqual({ name: false, id: false, masked: false, phone: false, maskedPhone: false, index: false });
    expect((await rows("SELECT phoneEnc, phoneMasked FROM sms_message WHERE id = ?", [farewell!.id]))[0]).toEqual({ phoneEnc: "", phoneMasked: "" });
    expect(await services.db.person.findUniqueOrThrow({ where: { id } })).toMatchObject({ nameMasked: NAME_GONE, phoneEnc: null, phoneIndex: null, householdId: null, homeRegionCode: "141124", education: "NONE" });
  });

  it("declines an offer that waits first, so that the ledger tells how it ended", async () => {
    const { employerId, postId } = await ownPost();
    const { id } = await seeker();
    const invited = await invitePerson(services, employer(employerId), { postId, personId: id });
    const hiringId = invited.ok ? invited.value.hiringId : "";
    await takeHiringStep(services, as(id), { hiringId, kind: "AGREED" });
    await takeHiringStep(services, employer(employerId), { hiringId, kind: "OFFERED" });
    expect((await deletePerson(services, as(id), { understood: "on" })).ok).toBe(true);
    expect((await rows("SELECT kind FROM placement_event WHERE personId = ? ORDER BY seq", [id])).map((row) => row.kind)).toEqual(["OFFERED", "ENDED"]);
  });

  it("either leaves or takes a job, never both, and leaves once", async () => {
    for (let round = 0; round < 3; round += 1) {
      const { postId } = await ownPost();
      const { id } = await seeker();
      const [left, again, accepted] = await Promise.all([deletePerson(services, as(id), { understood: "on" }), deletePerson(services, as(id), { understood: "on" }), acceptPost(services, as(id), { postId })]);
      const gone = (await services.db.person.findUniqueOrThrow({ where: { id } })).deletedAt !== null;
      expect([left.ok, again.ok].filter(Boolean).length).toBe(gone ? 1 : 0);
      expect(accepted.ok).toBe(!gone);
      expect(await services.db.placement.count({ where: { activeKey: id } })).toBe(gone ? 0 : 1);
    }
  });

  it("who comes back is the same person once more, with nothing of before, and nobody else can be told their number is known", async () => {
    const life = await fullLife();
    await endJob(life);
    await deletePerson(services, as(life.id), { understood: "on" });
    expect(await findPersonByIdNumber(services, life.person.idNumber)).toBeNull();
    const told = { name: "欧阳新", idNumber: life.person.idNumber, birthDate: "1986-01-01", sex: "M" as const, phone: null, education: "SENIOR" as const, homeRegionCode: "141124", source: "self" };
    const back = await Promise.allSettled([0, 1].map(() => services.db.$transaction((tx) => insertPerson(services, tx, told))));
    expect(back.filter((one) => one.status === "fulfilled").map((one) => (one as PromiseFulfilledResult<string>).value)).toEqual([life.id]);
    expect(await findPersonByIdNumber(services, life.person.idNumber)).toMatchObject({ id: life.id, deletedAt: null });
    expect(await rows("SELECT 1 FROM certificate WHERE personId = ? UNION ALL SELECT 1 FROM wish WHERE personId = ?", [life.id, life.id])).toEqual([]);
  });

  it("after the time in which anything can be counted, the index of their number goes too", async () => {
    const { id, idNumber } = await seeker();
    await deletePerson(services, as(id), { understood: "on" });
    const index = services.crypto.blindIndex("person.idNumber", idNumber);
    const later = (days: number) => ({ ...services, clock: { now: services.clock.now, today: () => addDays(services.clock.today(), days) } });
    await forgetWithdrawn(later(INDEX_KEPT_DAYS - 1));
    expect((await rows("SELECT id FROM person WHERE idNumberIndex = ?", [index])).map((row) => row.id)).toEqual([id]);
    await forgetWithdrawn(later(INDEX_KEPT_DAYS + 1));
    expect(await rows("SELECT id FROM person WHERE idNumberIndex = ?", [index])).toEqual([]);
    expect(await forgetWithdrawn(later(INDEX_KEPT_DAYS + 1))).toBe(0);
  });
});
