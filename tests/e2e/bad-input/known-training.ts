import { sealHelp } from "#app/data/person-status.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { maskName } from "#app/domain/person/masks.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { makeTrainingNeed } from "#tests/factories/training-need.ts";

const WELDER = "6-18-02-04";

export type KnownTraining = Awaited<ReturnType<typeof knownTraining>>;

/** Classes of the officer's county, open, under way and assessed, each with somebody in it, and one of a county far away. */
export async function knownTraining(deps: Deps, seed: number) {
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  const make = createFactory(deps, 900 + seed);
  const teacher = { teacherEnc: deps.crypto.encrypt("person.name", "张老师"), teacherMasked: maskName("张老师") };
  const of = async (countyCode: string, at: number) => {
    const body = await deps.db.trainingBody.create({ data: { id: deps.newId(), name: `测试培训学校${seed}${at}`, creditCode: makeCreditCode("140000", 31_000_000 + seed * 10 + at), countyCode, mayAssess: true, documentNumber: "测 1 号", approvedOn: toDate(addDays(today, -300)), validUntil: toDate(addDays(today, 600)), recordedAt: now } });
    const course = await deps.db.trainingCourse.create({ data: { id: deps.newId(), title: `测试电焊${seed}${at}`, countyCode, occupationCode: WELDER, kind: "TRAINING", hours: 40, costFen: 50_000, onceKey: `known:${seed}:${at}`, recordedAt: now } });
    const planned = await deps.db.trainingClass.create({ data: { id: deps.newId(), courseId: course.id, bodyId: body.id, countyCode, place: "镇文化站", startsOn: toDate(addDays(today, 30)), lastOn: toDate(addDays(today, 35)), places: 20, ...teacher, recordedAt: now } });
    const made = async (state: "OPEN" | "RUNNING" | "ASSESSED", startsIn: number) => {
      const trainee = await make.person({ homeCountyCode: countyCode, categories: ["POVERTY_LIFTED"], wish: false });
      const [id, enrolment] = [deps.newId(), deps.newId()];
      await deps.db.trainingClass.create({ data: { id, courseId: course.id, bodyId: body.id, countyCode, place: "镇文化站", startsOn: toDate(addDays(today, startsIn)), lastOn: toDate(addDays(today, startsIn + 5)), places: 20, state, ...teacher, recordedAt: now } });
      const done = state === "ASSESSED" ? { state: "PASSED" as const, score: 80, assessedOn: toDate(today), certificateStop: "training-no-issuer" } : { state: "ENROLLED" as const };
      await deps.db.trainingEnrolment.create({ data: { id: enrolment, classId: id, personId: trainee.id, helpEnc: sealHelp(deps, enrolment, "LIFTED"), ...done, openKey: `${id}:${trainee.id}`, appliedAt: now, attendance: { create: { day: toDate(addDays(today, Math.min(0, startsIn))), halves: state === "OPEN" ? 0 : 2, recordedAt: now } } } });
      return { id, enrolment, trainee: trainee.id };
    };
    const asked = await make.person({ homeCountyCode: countyCode, age: 30 });
    const postId = await make.post({ countyCode, occupationCode: WELDER, certOccupationCode: WELDER });
    const need = await makeTrainingNeed(deps, { countyCode, occupationCode: WELDER, people: [(await make.person({ homeCountyCode: countyCode, age: 31 })).id], postId, nr: 1_000_000 + seed * 10 + at });
    const invitation = await deps.db.trainingInvitation.create({ data: { id: deps.newId(), classId: planned.id, personId: asked.id, nr: 1, invitedAt: now, expectations: { create: { postId } } } });
    return { body: body.id, course: course.id, planned: planned.id, need, invitation: invitation.id, open: await made("OPEN", 10), running: await made("RUNNING", -3), assessed: await made("ASSESSED", -20) };
  };
  const [here, elsewhere] = [await of("141124", 1), await of("140222", 2)];
  await deps.db.trainingSheet.create({ data: { classId: here.assessed.id, state: "PREPARED", totalFen: 0n, preparedAt: now } });
  // the demo operator's own body, with a class under way
  const { trainingBodyId } = await deps.db.user.findUniqueOrThrow({ where: { username: "operator" }, select: { trainingBodyId: true } });
  const operators = await deps.db.trainingClass.create({ data: { id: deps.newId(), courseId: here.course, bodyId: trainingBodyId!, countyCode: "141124", place: "镇文化站", startsOn: toDate(addDays(today, -3)), lastOn: toDate(addDays(today, 2)), places: 20, state: "RUNNING", ...teacher, recordedAt: now } });
  return { operators: operators.id, here, elsewhere, planned: here.planned, freeCreditCode: makeCreditCode("141124", 55_000_000 + seed) };
}
