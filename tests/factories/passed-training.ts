import { sealHelp } from "#app/data/person-status.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";

let classes = 0;

/** A training for a trade that somebody has passed, by its rows: the enrolment's id. */
export async function passedTraining(deps: Pick<Deps, "db" | "clock" | "newId" | "crypto">, personId: string, occupationCode: string): Promise<string> {
  const now = deps.clock.now();
  const [body, course, planned, enrolment] = [deps.newId(), deps.newId(), deps.newId(), deps.newId()];
  classes += 1;
  await deps.db.trainingBody.create({ data: { id: body, name: "县培训学校", creditCode: `9114112400000000${10 + classes}`, countyCode: "141124", mayAssess: true, documentNumber: "1 号", approvedOn: toDate("2025-01-01"), validUntil: toDate("2029-01-01"), recordedAt: now } });
  await deps.db.trainingCourse.create({ data: { id: course, title: "电焊工初级班", countyCode: "141124", occupationCode, kind: "TRAINING", hours: 40, costFen: 1, onceKey: `brand:${classes}`, recordedAt: now } });
  await deps.db.trainingClass.create({ data: { id: planned, courseId: course, bodyId: body, countyCode: "141124", place: "县里", startsOn: toDate("2026-01-05"), lastOn: toDate("2026-01-09"), places: 5, teacherEnc: "x", teacherMasked: "李**", state: "CLOSED", recordedAt: now } });
  await deps.db.trainingEnrolment.create({ data: { id: enrolment, classId: planned, personId, helpEnc: sealHelp(deps, enrolment, "LIFTED"), state: "PASSED", score: 80, assessedOn: toDate("2026-01-09"), openKey: `${planned}:${personId}`, appliedAt: now } });
  return enrolment;
}

/** A class of Linxian that is open to whoever is helped first, and begins in a month. */
export async function openClass(deps: Pick<Deps, "db" | "clock" | "newId" | "crypto">, occupationCode = "6-18-02-04"): Promise<string> {
  const now = deps.clock.now();
  const [body, course, id] = [deps.newId(), deps.newId(), deps.newId()];
  classes += 1;
  await deps.db.trainingBody.create({ data: { id: body, name: "县培训学校", creditCode: `9114112400000000${10 + classes}`, countyCode: "141124", mayAssess: true, documentNumber: "1 号", approvedOn: toDate("2025-01-01"), validUntil: toDate("2029-01-01"), recordedAt: now } });
  await deps.db.trainingCourse.create({ data: { id: course, title: "电焊工初级班", countyCode: "141124", occupationCode, kind: "TRAINING", hours: 40, costFen: 1, onceKey: `open:${classes}`, recordedAt: now } });
  await deps.db.trainingClass.create({ data: { id, courseId: course, bodyId: body, countyCode: "141124", place: "县里", startsOn: toDate(addDays(deps.clock.today(), 30)), lastOn: toDate(addDays(deps.clock.today(), 35)), places: 5, teacherEnc: "x", teacherMasked: "李**", state: "OPEN", publicFunds: false, recordedAt: now } });
  return id;
}
