import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { remindOfClasses } from "#app/data/training/notices.server.ts";
import { readRatings } from "#app/data/read-models/training-bodies.server.ts";
import { readBodyClasses, readTrainingClass } from "#app/data/read-models/training-classes.server.ts";
import { addDays, type Day, toDate } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { approveIssuer } from "#app/usecases/certificates/approve-issuer.server.ts";
import { revokeCertificate } from "#app/usecases/certificates/revoke-certificate.server.ts";
import { suspendIssuer } from "#app/usecases/certificates/suspend-issuer.server.ts";
import { prepareAllowances, settleAllowances } from "#app/usecases/training/allowance-sheets.server.ts";
import { assessTrainee } from "#app/usecases/training/assess.server.ts";
import { certifyTraining, chooseBodyIssuer, tryCertificate } from "#app/usecases/training/certify.server.ts";
import { applyForTraining, withdrawFromTraining } from "#app/usecases/training/enrol.server.ts";
import { saveTrainingDay } from "#app/usecases/training/keep-attendance.server.ts";
import { approveTrainingBody } from "#app/usecases/training/keep-bodies.server.ts";
import { addTrainingCourse, changeTrainingClass, planTrainingClass } from "#app/usecases/training/plan-classes.server.ts";
import { takeClassStep } from "#app/usecases/training/take-class-step.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { deliver } from "#workers/handlers/deliver.ts";
import { EFFECTS } from "#workers/handlers/effects.ts";

const clock = fixedClock("2026-03-02T02:00:00Z");
let services: TestServices;
let make: Factory;
let one: Actor, two: Actor;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? null : result.problems![0]!.code);
let numbers = 20_000_000;

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 67);
  const officer = async () => as("OFFICER", { regionCode: "141124", userId: (await make.user({ role: "OFFICER", regionCode: "141124" })).id });
  [one, two] = [await officer(), await officer()];
});
afterAll(() => services?.close());
beforeEach(() => clock.set("2026-03-02T02:00:00Z"));

async function tiedBody(scope: object | null = {}): Promise<{ bodyId: string; issuerId: string | null; operator: Actor }> {
  const { bodyId } = must(await approveTrainingBody(services, one, { name: `临县培训学校${(numbers += 1)}`, creditCode: makeCreditCode("141124", numbers), countyCode: "141124", mayAssess: "on", documentNumber: "1 号", approvedOn: "2025-01-01", validUntil: "2029-01-01" }));
  const operator = as("OPERATOR", { trainingBodyId: bodyId, userId: (await make.user({ role: "OPERATOR", trainingBodyId: bodyId })).id });
  if (scope === null) return { bodyId, issuerId: null, operator };
  const { issuerId } = must(await approveIssuer(services, one, { name: `考评站${numbers}`, regionCode: "141124", document: "2 号", kinds: "SKILL_LEVEL", occupationPrefixes: "6-18", validFrom: "2026-01-01", ...scope }));
  must(await chooseBodyIssuer(services, one, { bodyId, version: 0, issuerId }));
  return { bodyId, issuerId, operator };
}
const versionOf = async (classId: string) => (await services.db.trainingClass.findUniqueOrThrow({ where: { id: classId } })).version;
const step = async (actor: Actor, classId: string, to: string, more = {}) => takeClassStep(services, actor, { classId, version: await versionOf(classId), to, ...more });
const plan = (actor: Actor, courseId: string, bodyId: string, more = {}) => planTrainingClass(services, actor, { entryKey: services.newId(), courseId, bodyId, place: "镇文化站", startsOn: addDays(clock.today(), 10), lastOn: addDays(clock.today(), 14), places: "2", funds: "PUBLIC", teacher: "李老师", ...more });
const course = async () => must(await addTrainingCourse(services, one, { title: `电焊工${(numbers += 1)}`, countyCode: "141124", occupationCode: "6-18-02-04", kind: "SKILL_LEVEL", level: "JUNIOR", hours: "80", costYuan: "1000" })).courseId;
const person = async () => { const { id } = await make.person({ homeCountyCode: "141124", categories: ["POVERTY_LIFTED"], wish: false }); return { id, actor: as("SEEKER", { personId: id }) }; };

/** A class under way with one trainee who was there. */
async function underWay(bodyId: string) {
  const { classId } = must(await plan(one, await course(), bodyId));
  must(await step(one, classId, "OPEN"));
  const who = await person();
  const { enrolmentId } = must(await applyForTraining(services, who.actor, { classId }));
  clock.set(`${addDays(clock.today(), 10)}T02:00:00Z`);
  must(await step(one, classId, "RUNNING"));
  must(await saveTrainingDay(services, one, { classId, version: await versionOf(classId), day: clock.today(), lines: [{ enrolmentId, halves: 2 }] }));
  return { classId, enrolmentId, who };
}
const assess = async (enrolmentId: string, score: string, more: object = {}, actor = one) => assessTrainee(services, actor, { enrolmentId, version: (await services.db.trainingEnrolment.findUniqueOrThrow({ where: { id: enrolmentId } })).version, outcome: "SCORED", score, assessedOn: clock.today(), assessor: "王考评", ...more });
const issuedTo = (personId: string) => services.db.issuedCertificate.findMany({ where: { personId }, orderBy: { issuedAt: "asc" } });
const stopOf = async (id: string) => (await services.db.trainingEnrolment.findUniqueOrThrow({ where: { id } })).certificateStop;
/** What the outbox holds of an enrolment, given to the worker as the relay would, `times` times. */
async function work(enrolmentId: string, times = 1): Promise<void> {
  const events = await services.db.outboxEvent.findMany({ where: { event: "training.assessed", subjectId: enrolmentId } });
  expect(events.length).toBeGreaterThan(0);
  for (let nr = 0; nr < times; nr += 1) await deliver(services, "certify-trainings", { deliveries: events.map((event) => ({ eventId: event.id, subjectId: enrolmentId })) });
}
const kindsOf = async (personId: string) => (await services.db.notice.findMany({ where: { personId }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }] })).map((notice) => notice.kind);

describe("the certificate of a pass", () => {
  it("is issued once, however often the news of it is delivered and by however many at once, and counts in the body's rating", async () => {
    const { bodyId } = await tiedBody();
    const { enrolmentId, who } = await underWay(bodyId);
    must(await assess(enrolmentId, "88"));
    await Promise.all([work(enrolmentId), work(enrolmentId), certifyTraining(services, enrolmentId)]);
    await work(enrolmentId, 2);
    const [certificate, ...more] = await issuedTo(who.id);
    expect(more).toEqual([]);
    expect(certificate).toMatchObject({ evidenceRef: enrolmentId, revokedAt: null });
    expect(await services.db.certificate.findMany({ where: { personId: who.id } })).toMatchObject([{ kind: "SKILL_LEVEL", level: "JUNIOR", occupationCode: "6-18-02-04", verification: "VERIFIED", issuedOn: toDate(clock.today()) }]);
    expect((await kindsOf(who.id)).filter((kind) => kind === "certificate-verified")).toHaveLength(1);
    expect((await readRatings(services.pool, 90, clock.today())).get(bodyId)).toMatchObject({ assessed: 1, passed: 1, certified: 1 });
  });

  it("is neither lost nor doubled when the worker dies after issuing and before saying so", async () => {
    const { bodyId } = await tiedBody();
    const { enrolmentId, who } = await underWay(bodyId);
    must(await assess(enrolmentId, "88"));
    const events = await services.db.outboxEvent.findMany({ where: { event: "training.assessed", subjectId: enrolmentId } });
    const deliveries = { deliveries: events.map((event) => ({ eventId: event.id, subjectId: enrolmentId })) };
    const died = await deliver(services, "certify-trainings", deliveries, async (deps, ids, onProgress) => { await EFFECTS["certify-trainings"](deps, ids, onProgress); throw Object.assign(new Error("killed"), { code: "ECONNRESET" }); });
    expect(died).toMatchObject({ done: 0, putBack: 1 });
    await work(enrolmentId);
    expect(await issuedTo(who.id)).toHaveLength(1);
  });

  it("goes with the pass: taken back with the correction's reason, and a new one comes with a new pass; other points on the same day leave it", async () => {
    const { bodyId } = await tiedBody();
    const { enrolmentId, who } = await underWay(bodyId);
    must(await assess(enrolmentId, "88"));
    await work(enrolmentId);
    must(await assess(enrolmentId, "90", { reason: "加分题漏记" }));
    await work(enrolmentId);
    expect(await issuedTo(who.id)).toMatchObject([{ revokedAt: null }]);
    must(await assess(enrolmentId, "40", { reason: "成绩录错了人" }));
    await work(enrolmentId, 2);
    expect(await issuedTo(who.id)).toMatchObject([{ revokedReason: "成绩录错了人" }]);
    expect((await readRatings(services.pool, 90, clock.today())).get(bodyId)).toMatchObject({ passed: 0, certified: 0 });
    must(await assess(enrolmentId, "77", { reason: "补考合格了" }));
    await work(enrolmentId, 2);
    expect((await issuedTo(who.id)).map((certificate) => certificate.revokedAt === null)).toEqual([false, true]);
  });

  it("follows the result that stands in the end when it is corrected while the worker is at it", async () => {
    const { bodyId } = await tiedBody();
    const { enrolmentId, who } = await underWay(bodyId);
    must(await assess(enrolmentId, "88"));
    await Promise.all([work(enrolmentId), assess(enrolmentId, "40", { reason: "成绩录错了人" })]);
    await work(enrolmentId);
    expect((await issuedTo(who.id)).filter((certificate) => certificate.revokedAt === null)).toEqual([]);
  });

  it("waits in the class's queue while the body has no issuer, and comes by itself once one is chosen", async () => {
    const { bodyId } = await tiedBody(null);
    const { classId, enrolmentId, who } = await underWay(bodyId);
    must(await assess(enrolmentId, "88"));
    await work(enrolmentId);
    expect(await stopOf(enrolmentId)).toBe("training-no-issuer");
    expect((await readTrainingClass(services, one, classId))!.there).toMatchObject([{ certificate: "stuck", stop: "training-no-issuer" }]);
    const { issuerId } = must(await approveIssuer(services, one, { name: `考评站${(numbers += 1)}`, regionCode: "141124", document: "3 号", kinds: "SKILL_LEVEL", occupationPrefixes: "", validFrom: "2026-01-01" }));
    await services.db.outboxEvent.deleteMany({ where: { event: "training.assessed" } });
    must(await chooseBodyIssuer(services, one, { bodyId, version: 0, issuerId }));
    expect(codeOf(await chooseBodyIssuer(services, two, { bodyId, version: 0, issuerId: "" }))).toBe("changed-meanwhile");
    await work(enrolmentId);
    expect(await stopOf(enrolmentId)).toBeNull();
    expect(await issuedTo(who.id)).toHaveLength(1);
  });

  it("is refused by an issuer that is suspended or has no right to it; trying again says what stands against it now", async () => {
    const { bodyId, issuerId } = await tiedBody({ occupationPrefixes: "4-10" });
    const { classId, enrolmentId, who } = await underWay(bodyId);
    must(await assess(enrolmentId, "88"));
    await work(enrolmentId);
    expect(await stopOf(enrolmentId)).toBe("issuer-occupation");
    must(await suspendIssuer(services, one, { issuerId, reason: "停业整顿" }));
    expect(codeOf(await tryCertificate(services, one, { enrolmentId }))).toBe("issuer-suspended");
    expect(codeOf(await tryCertificate(services, as("OFFICER", { regionCode: "140222" }), { enrolmentId }))).toBe("not-found");
    expect(await issuedTo(who.id)).toEqual([]);
    expect((await readTrainingClass(services, one, classId))!.there[0]).toMatchObject({ certificate: "stuck", stop: "issuer-suspended" });
    expect(codeOf(await chooseBodyIssuer(services, one, { bodyId, version: 1, issuerId }))).toBe("training-issuer-unknown");
  });

  it("that an officer took back by hand is not issued again by itself", async () => {
    const { bodyId } = await tiedBody();
    const { enrolmentId, who } = await underWay(bodyId);
    must(await assess(enrolmentId, "88"));
    await work(enrolmentId);
    must(await revokeCertificate(services, one, { certificateId: (await issuedTo(who.id))[0]!.id, reason: "替考" }));
    await work(enrolmentId, 2);
    expect(await issuedTo(who.id)).toMatchObject([{ revokedReason: "替考" }]);
    expect(await stopOf(enrolmentId)).toBe("training-certificate-taken-back");
  });
});

describe("a body's own account", () => {
  it("plans, keeps and assesses its own classes; the bureau opens them where public money pays", async () => {
    const { bodyId, operator } = await tiedBody();
    const courseId = await course();
    const { classId } = must(await plan(operator, courseId, bodyId));
    expect(codeOf(await step(operator, classId, "OPEN"))).toBe("training-step");
    must(await step(one, classId, "OPEN"));
    const who = await person();
    const { enrolmentId } = must(await applyForTraining(services, who.actor, { classId }));
    expect(codeOf(await changeTrainingClass(services, operator, { classId, version: await versionOf(classId), place: "别处", startsOn: addDays(clock.today(), 11), lastOn: addDays(clock.today(), 12) }))).toBe("training-step");
    clock.set(`${addDays(clock.today(), 10)}T02:00:00Z`);
    must(await step(operator, classId, "RUNNING"));
    must(await saveTrainingDay(services, operator, { classId, version: await versionOf(classId), day: clock.today(), lines: [{ enrolmentId, halves: 2 }] }));
    expect(codeOf(await assess(enrolmentId, "80", { assessor: "李老师" }, operator))).toBe("training-assessor-teaches");
    must(await assess(enrolmentId, "80", {}, operator));
    must(await step(operator, classId, "ASSESSED"));
    expect(codeOf(await step(operator, classId, "CLOSED"))).toBe("training-step");
    expect((await readBodyClasses(services, operator))!.classes.map((line) => line.id)).toEqual([classId]);
    expect((await readTrainingClass(services, operator, classId))!).toMatchObject({ office: false, there: [{ personId: null }] });
    const free = must(await plan(operator, courseId, bodyId, { funds: "OTHER" }));
    must(await step(operator, free.classId, "OPEN"));
  });

  it("finds nothing of another body: read, stepped, kept, assessed, changed or planned for", async () => {
    const [mine, theirs] = [await tiedBody(), await tiedBody()];
    const { classId, enrolmentId } = await underWay(theirs.bodyId);
    const version = await versionOf(classId);
    expect(await readTrainingClass(services, mine.operator, classId)).toBeNull();
    const day = clock.today();
    const refused = await Promise.all([
      takeClassStep(services, mine.operator, { classId, version, to: "ASSESSED" }), saveTrainingDay(services, mine.operator, { classId, version, day, lines: [{ enrolmentId, halves: 1 }] }),
      assess(enrolmentId, "80", {}, mine.operator), tryCertificate(services, mine.operator, { enrolmentId }), changeTrainingClass(services, mine.operator, { classId, version, place: "别处", startsOn: addDays(day, 3), lastOn: addDays(day, 4) }),
    ]);
    expect(refused.map(codeOf)).toEqual(Array.from(refused, () => "not-found"));
    expect(codeOf(await plan(mine.operator, await course(), theirs.bodyId))).toBe("training-body-needed");
    const bodiless = as("OPERATOR");
    expect(await readBodyClasses(services, bodiless)).toBeNull();
    expect(codeOf(await plan(bodiless, await course(), theirs.bodyId))).toBe("training-body-needed");
  });
});

describe("people hear of their class", () => {
  it("once each: a place, moving up, a change, the day before, the start, the allowance", async () => {
    const { bodyId } = await tiedBody(null);
    const { classId } = must(await plan(one, await course(), bodyId, { places: "1" }));
    must(await step(one, classId, "OPEN"));
    const [first, second, third] = [await person(), await person(), await person()];
    const { enrolmentId } = must(await applyForTraining(services, first.actor, { classId }));
    for (const who of [second, third]) must(await applyForTraining(services, who.actor, { classId }));
    const start: Day = addDays(clock.today(), 11);
    must(await changeTrainingClass(services, one, { classId, version: await versionOf(classId), place: "县职业中学", startsOn: start, lastOn: addDays(start, 3) }));
    must(await withdrawFromTraining(services, first.actor, { enrolmentId }));
    clock.set(`${addDays(start, -1)}T02:00:00Z`);
    expect([await remindOfClasses(services), await remindOfClasses(services)]).toEqual([1, 0]);
    clock.set(`${start}T02:00:00Z`);
    must(await step(one, classId, "RUNNING"));
    const { id } = await services.db.trainingEnrolment.findFirstOrThrow({ where: { classId, personId: second.id } });
    must(await saveTrainingDay(services, one, { classId, version: await versionOf(classId), day: start, lines: [{ enrolmentId: id, halves: 2 }] }));
    must(await assess(id, "80"));
    must(await step(one, classId, "ASSESSED"));
    must(await prepareAllowances(services, one, { classId }));
    must(await settleAllowances(services, two, { classId, version: 0, to: "CHECKED" }));
    must(await settleAllowances(services, one, { classId, version: 1, to: "PAID" }));
    expect(await kindsOf(first.id)).toEqual(["training-placed", "training-changed"]);
    expect((await kindsOf(second.id)).sort()).toEqual(["training-changed", "training-moved-up", "training-paid", "training-started", "training-tomorrow"]);
    expect((await kindsOf(third.id)).sort()).toEqual(["training-changed", "training-no-place"]);
  });

  it("and of its end before it began", async () => {
    const { bodyId } = await tiedBody(null);
    const { classId } = must(await plan(one, await course(), bodyId));
    must(await step(one, classId, "OPEN"));
    const who = await person();
    must(await applyForTraining(services, who.actor, { classId }));
    must(await step(one, classId, "CANCELLED", { reason: "老师生病了" }));
    expect(await kindsOf(who.id)).toEqual(["training-placed", "training-cancelled"]);
  });
});
