import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHelp } from "#app/data/person-status.ts";
import { readRatings } from "#app/data/read-models/training-bodies.server.ts";
import { readMyTrainings, readOpenClasses, readTrainingClass } from "#app/data/read-models/training-classes.server.ts";
import { readTrainingFigure, readTrainingFigures } from "#app/data/read-models/training-figures.server.ts";
import { addDays, type Day, toDay } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { must } from "#app/domain/result.ts";
import { countTrainings } from "#app/domain/training/count.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { prepareAllowances, settleAllowances } from "#app/usecases/training/allowance-sheets.server.ts";
import { assessTrainee } from "#app/usecases/training/assess.server.ts";
import { applyForTraining, enrolForTraining, withdrawFromTraining } from "#app/usecases/training/enrol.server.ts";
import { saveTrainingDay } from "#app/usecases/training/keep-attendance.server.ts";
import { approveTrainingBody, endTrainingBody } from "#app/usecases/training/keep-bodies.server.ts";
import { addTrainingCourse, planTrainingClass } from "#app/usecases/training/plan-classes.server.ts";
import { takeClassStep } from "#app/usecases/training/take-class-step.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const clock = fixedClock("2026-03-02T02:00:00Z");
const WELDER = "6-18-02-04";
let services: TestServices;
let make: Factory;
let one: Actor, two: Actor, elsewhere: Actor;
let bodyId: string;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const codeOf = (result: { ok: boolean; problems?: { code: string; field?: string }[] }) => (result.ok ? null : result.problems![0]!.code);
const on = (day: Day) => clock.set(`${day}T02:00:00Z`);

let codes = 10_000_000;
const body = (more: Record<string, unknown> = {}) => ({ name: "临县职业培训学校", creditCode: makeCreditCode("141124", (codes += 1)), countyCode: "141124", mayAssess: "on", documentNumber: "临人社培 1 号", approvedOn: "2025-01-01", validUntil: "2029-01-01", ...more });
let titles = 0;
const course = (more: Record<string, unknown> = {}) => ({ title: `电焊工初级${(titles += 1)}`, countyCode: "141124", occupationCode: WELDER, kind: "SKILL_LEVEL", level: "JUNIOR", hours: "80", costYuan: "1200.50", ...more });
const plan = (courseId: string, more: Record<string, unknown> = {}) => ({ entryKey: services.newId(), courseId, bodyId, place: "镇文化站", startsOn: addDays(clock.today(), 10), lastOn: addDays(clock.today(), 14), places: "2", funds: "PUBLIC", teacher: "李老师", ...more });

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 61);
  const officer = async (regionCode: string) => as("OFFICER", { regionCode, userId: (await make.user({ role: "OFFICER", regionCode })).id });
  [one, two, elsewhere] = [await officer("141124"), await officer("141124"), await officer("140222")];
  bodyId = must(await approveTrainingBody(services, one, body())).bodyId;
});
afterAll(() => services?.close());

const stateOf = (id: string) => services.db.trainingClass.findUniqueOrThrow({ where: { id } });
const step = async (classId: string, to: string, more: Record<string, unknown> = {}) => takeClassStep(services, one, { classId, version: (await stateOf(classId)).version, to, ...more });
async function openClass(more: Record<string, unknown> = {}, courseMore: Record<string, unknown> = {}): Promise<string> {
  const { courseId } = must(await addTrainingCourse(services, one, course(courseMore)));
  const { classId } = must(await planTrainingClass(services, one, plan(courseId, more)));
  must(await step(classId, "OPEN"));
  return classId;
}
const person = async (categories: ("POVERTY_LIFTED" | "MONITORED_UNSTABLE")[] = ["POVERTY_LIFTED"]) => {
  const made = await make.person({ homeCountyCode: "141124", categories, wish: false });
  return { ...made, actor: as("SEEKER", { personId: made.id }) };
};
const apply = (who: { actor: Actor }, classId: string) => applyForTraining(services, who.actor, { classId });
const enrolmentOf = (classId: string, personId: string) => services.db.trainingEnrolment.findFirstOrThrow({ where: { classId, personId }, orderBy: { id: "desc" } });
const attend = async (classId: string, day: Day, personIds: string[], halves = 2) => saveTrainingDay(services, one, { classId, version: (await stateOf(classId)).version, day, lines: await Promise.all(personIds.map(async (id) => ({ enrolmentId: (await enrolmentOf(classId, id)).id, halves }))) });
const assess = async (classId: string, personId: string, more: Record<string, unknown> = {}) => {
  const { id, version } = await enrolmentOf(classId, personId);
  return assessTrainee(services, one, { enrolmentId: id, version, outcome: "SCORED", score: "80", assessedOn: clock.today(), assessor: "王考评", ...more });
};

describe("places of a class", () => {
  it("the last one goes to exactly one of many who ask in the same second; the others wait in order", async () => {
    const classId = await openClass({ places: "1" });
    const people = await Promise.all([1, 2, 3, 4, 5, 6].map(() => person()));
    const got = (await Promise.all(people.map((who) => apply(who, classId)))).map(must);
    expect(got.filter((result) => result.state === "ENROLLED")).toHaveLength(1);
    expect(got.filter((result) => result.state === "WAITING")).toHaveLength(5);
    expect(await services.db.trainingEnrolment.count({ where: { classId, state: "ENROLLED" } })).toBe(1);
    // the place that is given back goes to one of them, once, however often it is asked for
    const holder = people.find((_, at) => got[at]!.state === "ENROLLED")!;
    const { id: enrolmentId } = await enrolmentOf(classId, holder.id);
    const back = await Promise.all([1, 2].map(() => withdrawFromTraining(services, holder.actor, { enrolmentId })));
    expect(back.map(codeOf).sort()).toEqual(["training-not-to-withdraw", null].sort());
    expect(await services.db.trainingEnrolment.count({ where: { classId, state: "ENROLLED" } })).toBe(1);
    const page = (await readTrainingClass(services, one, classId))!;
    expect([page.there.length, page.waitingList.length, page.gone.length]).toEqual([1, 4, 1]);
  });

  it("one person asking many times at once has one of them", async () => {
    const classId = await openClass();
    const who = await person();
    const got = await Promise.all([1, 2, 3, 4].map(() => apply(who, classId)));
    expect(got.filter((result) => result.ok)).toHaveLength(1);
    expect(got.filter((result) => !result.ok).map(codeOf)).toEqual(Array(3).fill("training-already"));
    expect(await services.db.trainingEvent.count({ where: { classId } })).toBe(2);
  });

  it("are kept for poverty-lifted and monitored people until shortly before the start; then the list goes first", async () => {
    const classId = await openClass({ places: "2" });
    const [other, late, lifted, monitored] = [await person([]), await person([]), await person(), await person(["MONITORED_UNSTABLE"])];
    expect(must(await apply(other, classId)).state).toBe("WAITING");
    expect(must(await apply(lifted, classId)).state).toBe("ENROLLED");
    const start = toDay((await stateOf(classId)).startsOn);
    const today = clock.today();
    on(addDays(start, -7));
    // somebody who waited longer gets the place that is free now
    expect(must(await apply(late, classId)).state).toBe("WAITING");
    expect((await enrolmentOf(classId, other.id)).state).toBe("ENROLLED");
    expect(must(await apply(monitored, classId)).state).toBe("WAITING");
    const page = (await readTrainingClass(services, one, classId))!;
    expect(page.waitingList.map((one) => one.nameMasked)).toEqual([monitored.row.nameMasked, late.row.nameMasked]);
    on(today);
  });
});

describe("the same training a second time on public money", () => {
  it("is refused to the person, asks the officer for a reason, and shows it; two classes at once give one", async () => {
    const [first, second] = [await openClass(), await openClass()];
    const who = await person();
    const both = await Promise.all([apply(who, first), apply(who, second)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.filter((result) => !result.ok).map(codeOf)).toEqual(["training-again-ask"]);
    const rest = both[0]!.ok ? second : first;
    expect(codeOf(await enrolForTraining(services, one, { classId: rest, idNumber: who.idNumber }))).toBe("training-again");
    must(await enrolForTraining(services, one, { classId: rest, idNumber: who.idNumber, reason: "换了新设备，要重学" }));
    expect((await readTrainingClass(services, one, rest))!.there.map((one) => one.repeatReason)).toEqual(["换了新设备，要重学"]);
    // another level is another training, and what is not public money is nobody's business
    must(await apply(who, await openClass({}, { level: "INTERMEDIATE" })));
    must(await apply(who, await openClass({ funds: "OTHER" })));
  });
});

describe("what cannot be", () => {
  const counts = async () => Promise.all([services.db.trainingBody.count(), services.db.trainingCourse.count(), services.db.trainingClass.count(), services.db.trainingEnrolment.count(), services.db.trainingEvent.count(), services.db.trainingAttendance.count()]);

  it("is refused with the rule named, and nothing is half done", async () => {
    const classId = await openClass();
    const who = await person();
    must(await apply(who, classId));
    const { courseId } = await stateOf(classId);
    const before = await counts();
    expect(codeOf(await approveTrainingBody(services, one, body({ creditCode: "91140000000000000X" })))).toBe("training-credit-code");
    expect(codeOf(await approveTrainingBody(services, one, body({ validUntil: "2025-01-01" })))).toBe("range-backwards");
    expect(codeOf(await approveTrainingBody(services, one, body({ approvedOn: addDays(clock.today(), 1) })))).toBe("day-in-future");
    expect(codeOf(await approveTrainingBody(services, elsewhere, body()))).toBe("not-your-region");
    expect(codeOf(await addTrainingCourse(services, one, course({ kind: "", level: "JUNIOR" })))).toBe("training-kind-needed");
    expect(codeOf(await addTrainingCourse(services, one, course({ kind: "TRAINING", level: "JUNIOR" })))).toBe("training-level-without-kind");
    expect(codeOf(await addTrainingCourse(services, one, course({ level: "" })))).toBe("training-level-needed");
    expect(codeOf(await addTrainingCourse(services, one, course({ costYuan: "12.345" })))).toBe("training-cost");
    expect(codeOf(await addTrainingCourse(services, one, course({ occupationCode: "9-99-99-99" })))).toBe("occupation-unknown");
    expect(codeOf(await planTrainingClass(services, one, plan(courseId, { lastOn: addDays(clock.today(), 9) })))).toBe("range-backwards");
    expect(codeOf(await planTrainingClass(services, one, plan(courseId, { startsOn: clock.today() })))).toBe("training-start-passed");
    expect(codeOf(await planTrainingClass(services, elsewhere, plan(courseId)))).toBe("training-course-needed");
    for (const places of ["0", "501", "1.5", "-1", "9".repeat(30), "x"]) expect((await planTrainingClass(services, one, plan(courseId, { places }))).ok).toBe(false);
    expect(codeOf(await step(classId, "RUNNING"))).toBe("training-not-started");
    expect(codeOf(await step(classId, "CLOSED"))).toBe("training-step");
    expect(codeOf(await step(classId, "CANCELLED"))).toBe("training-reason");
    expect(codeOf(await attend(classId, clock.today(), [who.id]))).toBe("training-not-running");
    expect(codeOf(await assess(classId, who.id))).toBe("training-not-running");
    expect(codeOf(await enrolForTraining(services, elsewhere, { classId, idNumber: who.idNumber }))).toBe("not-found");
    expect(codeOf(await enrolForTraining(services, one, { classId, idNumber: "140000190001010000" }))).toBe("training-id-number");
    expect(codeOf(await withdrawFromTraining(services, (await person()).actor, { enrolmentId: (await enrolmentOf(classId, who.id)).id }))).toBe("not-found");
    expect(await counts()).toEqual(before);
  });

  it("a form sent twice plans one class; a body whose approval ends opens none; a second officer is told", async () => {
    const { courseId } = must(await addTrainingCourse(services, one, course()));
    const form = plan(courseId, { bodyId: must(await approveTrainingBody(services, one, body())).bodyId });
    const made = (await Promise.all([1, 2, 3].map(() => planTrainingClass(services, one, form)))).map(must);
    expect(new Set(made.map((result) => result.classId)).size).toBe(1);
    const { classId } = made[0]!;
    const { version } = await stateOf(classId);
    must(await endTrainingBody(services, one, { bodyId: form.bodyId, version: 0 }));
    expect(codeOf(await takeClassStep(services, one, { classId, version, to: "OPEN" }))).toBe("training-body-not-approved");
    const away = await Promise.all([one, two].map((actor) => takeClassStep(services, actor, { classId, version, to: "CANCELLED", reason: "机构认定取消" })));
    expect(away.map(codeOf).filter(Boolean)).toEqual(["changed-meanwhile"]);
  });
});

/** Runs a class from its start to the day after its last, with everybody there every day. */
async function runClass(classId: string, people: readonly { id: string }[]): Promise<Day> {
  const { startsOn, lastOn } = await stateOf(classId);
  on(toDay(startsOn));
  must(await step(classId, "RUNNING"));
  on(toDay(lastOn));
  for (let day = toDay(startsOn); day <= toDay(lastOn); day = addDays(day, 1)) must(await attend(classId, day, people.map((who) => who.id)));
  return toDay(lastOn);
}

describe("a class from its start to the money", () => {
  it("keeps no day to come or outside it, lets no teacher assess, corrects with a reason, pays to the fen, checked by one and paid by another", async () => {
    const today = clock.today();
    const classId = await openClass();
    const [good, bad] = [await person(), await person(["MONITORED_UNSTABLE"])];
    for (const who of [good, bad]) must(await apply(who, classId));
    const { startsOn } = await stateOf(classId);
    const start = toDay(startsOn);
    on(start);
    must(await step(classId, "RUNNING"));
    expect(codeOf(await attend(classId, addDays(start, 1), [good.id]))).toBe("day-in-future");
    expect(codeOf(await attend(classId, addDays(start, -1), [good.id]))).toBe("training-day-outside");
    expect(codeOf(await assess(classId, good.id))).toBe("training-never-there");
    expect(codeOf(await apply(await person(), classId))).toBe("training-not-open");
    must(await attend(classId, start, [good.id, bad.id]));
    on(addDays(start, 1));
    must(await attend(classId, addDays(start, 1), [good.id], 2));
    must(await attend(classId, addDays(start, 1), [good.id], 1));
    expect(codeOf(await saveTrainingDay(services, one, { classId, version: 0, day: start, lines: [{ enrolmentId: (await enrolmentOf(classId, good.id)).id, halves: 0 }] }))).toBe("changed-meanwhile");
    expect(codeOf(await step(classId, "CANCELLED", { reason: "不办了吧" }))).toBe("training-has-begun");
    expect(codeOf(await assess(classId, good.id, { assessor: "李老师" }))).toBe("training-assessor-teaches");
    expect(codeOf(await assess(classId, good.id, { score: "101" }))).toBe("training-score");
    expect(codeOf(await assess(classId, good.id, { assessedOn: addDays(clock.today(), 1) }))).toBe("day-in-future");
    expect(must(await assess(classId, good.id, { score: "59" })).state).toBe("FAILED");
    expect(codeOf(await step(classId, "ASSESSED"))).toBe("training-unassessed");
    expect(must(await assess(classId, bad.id, { outcome: "STAYED_AWAY" })).state).toBe("DROPPED");
    expect(codeOf(await assess(classId, good.id, { score: "60" }))).toBe("training-correct-reason");
    expect(must(await assess(classId, good.id, { score: "60", reason: "算错一分" })).state).toBe("PASSED");
    expect((await services.db.trainingEvent.findMany({ where: { classId, personId: good.id }, orderBy: { seq: "asc" } })).map((event) => event.kind)).toEqual(["APPLIED", "PLACED", "FAILED", "REVERSED", "PASSED"]);
    expect(codeOf(await prepareAllowances(services, one, { classId }))).toBe("training-sheet-early");
    must(await step(classId, "ASSESSED"));
    expect(codeOf(await step(classId, "CLOSED"))).toBe("training-allowance-open");

    must(await prepareAllowances(services, one, { classId }));
    const sheet = () => services.db.trainingSheet.findUniqueOrThrow({ where: { classId }, include: { lines: true } });
    // 1.5 days and 1 day at 15 yuan
    expect((await sheet()).lines.map((line) => line.amountFen).sort()).toEqual([1_500, 2_250]);
    expect(Number((await sheet()).totalFen)).toBe(3_750);
    const settle = async (actor: Actor, to: "CHECKED" | "PAID") => settleAllowances(services, actor, { classId, version: (await sheet()).version, to });
    expect(codeOf(await settle(one, "CHECKED"))).toBe("training-check-own");
    expect(codeOf(await settle(elsewhere, "CHECKED"))).toBe("not-found");
    must(await settle(two, "CHECKED"));
    expect(codeOf(await settle(two, "PAID"))).toBe("training-pay-own");
    // a year that somebody has claimed singly meanwhile is not paid twice
    const claim = { id: services.newId(), benefit: "TRAINING_AID" as const, personId: good.id, year: 2026, countyCode: "141124", amountFen: 1_500, parameterId: services.newId(), citation: {}, basis: {}, openKey: `TRAINING_AID:2026:${good.id}`, appliedAt: clock.now(), appliedByRole: "SEEKER" as const };
    await services.db.claim.create({ data: claim });
    expect(codeOf(await settle(one, "PAID"))).toBe("training-sheet-stale");
    must(await prepareAllowances(services, one, { classId }));
    expect(Number((await sheet()).totalFen)).toBe(1_500);
    await services.db.claim.delete({ where: { id: claim.id } });
    must(await prepareAllowances(services, one, { classId }));
    must(await settle(two, "CHECKED"));
    const { version } = await sheet();
    const paid = await Promise.all([1, 2].map(() => settleAllowances(services, one, { classId, version, to: "PAID" })));
    expect(paid.filter((result) => result.ok)).toHaveLength(1);
    must(await step(classId, "CLOSED"));
    expect((await readMyTrainings(services, good.actor)).map((one) => [one.state, one.allowanceFen, one.paid])).toEqual([["PASSED", 2_250, true]]);
    on(today);
  });

  it("is found by what is learned and where while it is open, and cancelled lets everybody go", async () => {
    const classId = await openClass();
    const found = async (query: string) => (await readOpenClasses(services, null, new URLSearchParams(query))).classes.some((one) => one.id === classId);
    expect(await Promise.all(["", "q=电焊", "q=焊工&county=141124", "county=140222", "q=月嫂"].map(found))).toEqual([true, true, true, false, false]);
    const who = await person();
    must(await apply(who, classId));
    must(await step(classId, "CANCELLED", { reason: "教师有事来不了" }));
    expect((await enrolmentOf(classId, who.id)).state).toBe("WITHDRAWN");
    expect(await found("")).toBe(false);
    // and they may learn the same elsewhere
    must(await apply(who, await openClass()));
  });
});

describe("name and number of a trainee", () => {
  it("open for a purpose that stands in the audit to the class's bureau and to the body that holds it; to nobody else, and no more once the person has left or the class is over", async () => {
    const classId = await openClass({ places: "1" });
    const [holder, waiting] = [await person(), await person()];
    for (const who of [holder, waiting]) must(await apply(who, classId));
    await services.db.person.update({ where: { id: holder.id }, data: { phoneEnc: services.crypto.encrypt("person.phone", "13900000061") } });
    const [held, waits] = [await enrolmentOf(classId, holder.id), await enrolmentOf(classId, waiting.id)];
    expect([held.state, waits.state]).toEqual(["ENROLLED", "WAITING"]);
    const see = (actor: Actor, id = held.id, more: Record<string, unknown> = { why: "CALL" }) => seeContact(services, actor, { of: "trainee", id, ...more });
    const runs = async (of: string | undefined) => as("OPERATOR", { regionCode: "141124", trainingBodyId: of, userId: (await make.user({ role: "OPERATOR" })).id });
    const other = must(await approveTrainingBody(services, one, body())).bodyId;
    const [own, another, none] = [await runs(bodyId), await runs(other), await runs(undefined)];
    const seen = () => services.db.auditEntry.findMany({ where: { action: "see-contact", subjectId: { in: [holder.id, held.id] } }, select: { userId: true, purpose: true, outcome: true }, orderBy: { id: "asc" } });

    expect(codeOf(await see(own, held.id, {}))).toBe("opening-reason-needed");
    expect(codeOf(await see(own, held.id, { why: "OTHER" }))).toBe("opening-words-needed");
    const strangers = [another, none, elsewhere, as("AGENT", { regionCode: "141124" }), as("OFFICER", { regionCode: "141124100" })];
    for (const actor of strangers) expect(codeOf(await see(actor))).toBe("not-found");
    expect(await Promise.all([holder.actor, as("EMPLOYER", { employerId: holder.id })].map(async (actor) => codeOf(await see(actor))))).toEqual(["forbidden", "forbidden"]);
    // an account of a body opens nothing that is not of its classes
    for (const of of ["care", "watch", "seat", "invitation"]) expect(codeOf(await seeContact(services, own, { of, id: held.id, why: "CALL" }))).toBe("not-found");
    expect((await seen()).every((one) => one.outcome !== "ok")).toBe(true);

    expect(must(await see(own))).toMatchObject({ personId: holder.id, phone: "13900000061", employerPhone: null });
    expect(must(await see(one, held.id, { why: "OTHER", whyNote: "通知换教室" })).phone).toBe("13900000061");
    expect(must(await see(own, waits.id)).personId).toBe(waiting.id);
    expect((await seen()).filter((entry) => entry.outcome === "ok")).toEqual([{ userId: own.userId, purpose: "see:CALL", outcome: "ok" }, { userId: one.userId, purpose: "see:OTHER:通知换教室", outcome: "ok" }]);

    must(await withdrawFromTraining(services, waiting.actor, { enrolmentId: waits.id }));
    expect(codeOf(await see(own, waits.id))).toBe("not-found");
    for (const state of ["CLOSED", "CANCELLED"] as const) {
      await services.db.trainingClass.update({ where: { id: classId }, data: { state } });
      expect(await Promise.all([own, one].map(async (actor) => codeOf(await see(actor))))).toEqual(["not-found", "not-found"]);
    }
  });
});

describe("ratings of a body", () => {
  it("say how many of how many passed, and were at work after the days of the rule by the placement ledger", async () => {
    const today = clock.today();
    const own = must(await approveTrainingBody(services, one, body())).bodyId;
    const classId = await openClass({ places: "4", bodyId: own });
    const people = await Promise.all([1, 2, 3, 4].map(() => person()));
    for (const who of people) must(await apply(who, classId));
    const last = await runClass(classId, people);
    for (const [at, who] of people.entries()) must(await assess(classId, who.id, { score: at === 3 ? "30" : "90" }));
    const at = { saidByRole: "EMPLOYER" as const, recordedAt: clock.now(), snapshot: {}, hash: "h".repeat(43) };
    const job = async (personId: string, events: [string, Day][]) => {
      const postId = await make.post({ countyCode: "141124" });
      const placementId = services.newId();
      await services.db.placement.create({ data: { id: placementId, personId, postId, stream: "MARKET", placeClass: "IN_COUNTY", workRegionCode: "141124", homeCountyCode: "141124", recordedAt: clock.now() } });
      for (const [seq, [kind, day]] of events.entries()) await services.db.placementEvent.create({ data: { id: services.newId(), placementId, seq: seq + 1, personId, kind: kind as "ENDED", happenedOn: new Date(day), ...at } });
    };
    await job(people[0]!.id, [["ON_THE_JOB", addDays(last, 90)]]);
    await job(people[1]!.id, [["ON_THE_JOB", addDays(last, 91)]]);
    await job(people[2]!.id, [["ON_THE_JOB", addDays(last, 5)], ["ENDED", addDays(last, 60)]]);
    const rating = async (day: Day) => (await readRatings(services.pool, 90, day)).get(own);
    expect(await rating(addDays(last, 89))).toMatchObject({ assessed: 4, passed: 3, certified: 0, looked: 0, employed: 0 });
    expect(await rating(addDays(last, 90))).toMatchObject({ assessed: 4, passed: 3, looked: 4, employed: 1 });
    await make.certificate(people[0]!.id, { occupationCode: WELDER, kind: "SKILL_LEVEL", level: "JUNIOR", issuedOn: last });
    await make.certificate(people[1]!.id, { occupationCode: WELDER, kind: "SKILL_LEVEL", level: "SENIOR", issuedOn: last });
    expect((await rating(addDays(last, 90)))!.certified).toBe(1);
    on(today);
  });
});

describe("person-times and persons", () => {
  it("equal an independent recount of the events after random histories with withdrawals and corrections", async () => {
    const act = fc.record({ who: fc.nat(4), what: fc.constantFrom("apply", "withdraw", "assess", "away", "correct", "correct"), score: fc.integer({ min: 40, max: 80 }) });
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 18 }), async (acts) => {
      const today = clock.today();
      const people = await Promise.all([0, 1, 2, 3, 4].map(() => person()));
      const classes = [await openClass({ places: "3" }), await openClass({ places: "3" }, { level: "SENIOR" })];
      const expectOf = new Map<string, string>();
      for (const classId of classes) for (const { who, what } of acts) {
        if (what === "apply") await apply(people[who]!, classId);
        if (what === "withdraw") await services.db.trainingEnrolment.findFirst({ where: { classId, personId: people[who]!.id, state: { in: ["WAITING", "ENROLLED"] } } }).then((found) => found && withdrawFromTraining(services, people[who]!.actor, { enrolmentId: found.id }));
      }
      for (const classId of classes) {
        const there = await services.db.trainingEnrolment.findMany({ where: { classId, state: "ENROLLED" } });
        if (there.length === 0) continue;
        const last = await runClass(classId, there.map((one) => ({ id: one.personId })));
        on(last);
        for (const { who, what, score } of acts) {
          const mine = there.find((one) => one.personId === people[who]!.id);
          if (!mine || what === "apply" || what === "withdraw") continue;
          const again = what === "correct";
          const result = await assess(classId, mine.personId, { score: String(score), ...(what === "away" ? { outcome: "STAYED_AWAY" } : {}), ...(again ? { reason: "复核后更正" } : {}) });
          if (result.ok) expectOf.set(mine.id, result.value.state);
        }
        on(today);
      }
      // what the use cases said, kept apart from the events
      const enrolments = new Map((await services.db.trainingEnrolment.findMany({ where: { classId: { in: classes } } })).map((one) => [one.id, one.personId]));
      const finished = [...expectOf].filter(([, state]) => state !== "DROPPED");
      const recount = { times: finished.length, persons: new Set(finished.map(([id]) => enrolments.get(id))).size, passed: finished.filter(([, state]) => state === "PASSED").length };
      const events = (await services.db.trainingEvent.findMany({ where: { classId: { in: classes } } })).map((event) => ({ ...event, happenedOn: toDay(event.happenedOn), help: openHelp(services, event.id, event) }));
      expect(countTrainings(events, "2026-01-01", "2027-01-01")).toEqual(recount);
    }), { numRuns: 6 });

    // and the page's figures equal what the rule makes of every event there is
    const all = (await services.db.trainingEvent.findMany()).map((event) => ({ ...event, happenedOn: toDay(event.happenedOn), help: openHelp(services, event.id, event) }));
    expect(await readTrainingFigure(services.pool, "140000", "2026-01-01", "2027-01-01")).toEqual(countTrainings(all, "2026-01-01", "2027-01-01"));
    expect(await readTrainingFigure(services.pool, "140200", "2026-01-01", "2027-01-01")).toEqual({ times: 0, persons: 0, passed: 0 });
    on("2026-12-01");
    for (const by of ["county", "month", "help"]) {
      const figures = await readTrainingFigures(services, one, { year: "2026", by });
      expect(figures.rows.reduce((sum, row) => sum + row.times, 0)).toBe(figures.own.times);
      expect(figures.own.times).toBeGreaterThan(5);
      expect(figures.own.persons).toBeLessThanOrEqual(figures.own.times);
      expect(figures.goal).toMatchObject({ value: 700_000, certainty: "MEMORY" });
    }
  });
});
