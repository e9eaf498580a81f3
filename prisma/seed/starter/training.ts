import type { RowDataPacket } from "mysql2/promise";
import { type CategoryRow, openCategory } from "#app/data/person-status.ts";
import { addDays, type Day } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { must } from "#app/domain/result.ts";
import { helpOf, isFirst } from "#app/domain/training/enrolment.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { prepareAllowances, settleAllowances } from "#app/usecases/training/allowance-sheets.server.ts";
import { assessTrainee } from "#app/usecases/training/assess.server.ts";
import { applyForTraining } from "#app/usecases/training/enrol.server.ts";
import { saveTrainingDay } from "#app/usecases/training/keep-attendance.server.ts";
import { approveIssuer } from "#app/usecases/certificates/approve-issuer.server.ts";
import { chooseBodyIssuer } from "#app/usecases/training/certify.server.ts";
import { approveTrainingBody } from "#app/usecases/training/keep-bodies.server.ts";
import { addTrainingCourse, planTrainingClass } from "#app/usecases/training/plan-classes.server.ts";
import { takeClassStep } from "#app/usecases/training/take-class-step.server.ts";
import { DEMO_COUNTY } from "../generate/demo-story.ts";

const COURSES = [
  { title: "电焊工初级班", occupationCode: "6-18-02-04", kind: "SKILL_LEVEL", level: "JUNIOR", hours: "80", costYuan: "1200" },
  { title: "吕梁山护工养老护理班", occupationCode: "4-10-01-05", kind: "SKILL_LEVEL", level: "JUNIOR", hours: "120", costYuan: "1800" },
  { title: "家政服务专项能力班", occupationCode: "4-10-01-06", kind: "SPECIAL_ABILITY", level: "", hours: "48", costYuan: "600" },
  { title: "中式烹调培训班", occupationCode: "4-03-02-01", kind: "TRAINING", level: "", hours: "40", costYuan: "500" },
  { title: "缝纫工专项能力班", occupationCode: "6-05-01-03", kind: "SPECIAL_ABILITY", level: "", hours: "60", costYuan: "700" },
] as const;
const WORKING_DAYS = 4;

/**
 * Two training bodies of the demo county, five courses, and classes of theirs in different states, made by the use cases that officers and seekers call, each on
 * its day: the first tied to an issuer and run by the demo operator, one planned, one open with a waiting list, one under way, one assessed with its allowances drawn up, one closed and paid.
 */
export async function loadDemoTraining(from: Deps, seekerId: string): Promise<void> {
  const asOf = from.clock.today();
  const clock = fixedClock(`${asOf}T02:00:00Z`);
  const deps: Deps = { ...from, clock, logger: createLogger("seed", "silent") };
  const on = (offset: number): Day => { const day = addDays(asOf, offset); clock.set(`${day}T02:00:00Z`); return day; };
  const [county, city] = await Promise.all(["county", "city"].map((username) => officer(deps, username)));
  if (!county || !city) return;

  const body = async (name: string, number: number, mayAssess: boolean, years: number) => must(await approveTrainingBody(deps, county, {
    name, creditCode: makeCreditCode(DEMO_COUNTY, number), countyCode: DEMO_COUNTY, mayAssess: mayAssess ? "on" : undefined, documentNumber: "（演示）培训机构认定", approvedOn: on(-300), validUntil: addDays(asOf, 365 * years),
  })).bodyId;
  const bodies = [await body("临县黄河职业培训学校（演示）", 66_100_001, true, 2), await body("临县枣乡职业技能培训中心（演示）", 66_100_002, true, 1)] as const;
  await deps.db.user.updateMany({ where: { username: "operator" }, data: { trainingBodyId: bodies[0] } });
  const { issuerId } = must(await approveIssuer(deps, county, { name: "临县技能考评站（演示）", regionCode: DEMO_COUNTY, document: "（演示）考评机构备案", kinds: "SKILL_LEVEL,SPECIAL_ABILITY,TRAINING", occupationPrefixes: "", validFrom: addDays(asOf, -300), validTo: addDays(asOf, 700) }));
  // the second body has none yet: its people show what then waits
  must(await chooseBodyIssuer(deps, county, { bodyId: bodies[0], version: 0, issuerId }));
  const people = await trainees(deps, seekerId);
  if (people.length < 18) return;
  const known = new Set((await deps.db.occupation.findMany({ where: { code: { in: COURSES.map((one) => one.occupationCode) } }, select: { code: true } })).map((one) => one.code));
  const courses: string[] = [];
  for (const course of COURSES) courses.push(must(await addTrainingCourse(deps, county, { ...course, occupationCode: known.has(course.occupationCode) ? course.occupationCode : "6-18-02-04", countyCode: DEMO_COUNTY })).courseId);

  const plan = async (course: number, of: number, startsIn: number, days: number, places: number, place: string) => {
    on(startsIn - 20);
    const day = addDays(asOf, startsIn);
    return must(await planTrainingClass(deps, county, { entryKey: deps.newId(), courseId: courses[course], bodyId: bodies[of], place, startsOn: day, lastOn: addDays(day, days - 1), places: String(places), funds: "PUBLIC", teacher: "郭建军" })).classId;
  };
  const step = async (classId: string, to: string) => must(await takeClassStep(deps, county, { classId, version: await versionOf(deps, classId), to, reason: "" }));
  const open = async (classId: string, who: readonly string[]) => {
    await step(classId, "OPEN");
    for (const personId of who) must(await applyForTraining(deps, { ...county, userId: null, role: "SEEKER", regionCode: null, personId }, { classId }));
  };
  const run = async (classId: string, startsIn: number, days: number) => {
    on(startsIn);
    await step(classId, "RUNNING");
    for (let at = 0; at < days; at += 1) {
      const day = on(startsIn + at);
      const there = await deps.db.trainingEnrolment.findMany({ where: { classId, state: "ENROLLED" }, select: { id: true }, orderBy: { id: "asc" } });
      must(await saveTrainingDay(deps, county, { classId, version: await versionOf(deps, classId), day, lines: there.map(({ id }, nr) => ({ enrolmentId: id, halves: (nr + at) % 5 === 4 ? 1 : 2 })) }));
    }
  };
  const assess = async (classId: string) => {
    const there = await deps.db.trainingEnrolment.findMany({ where: { classId, state: "ENROLLED" }, orderBy: { id: "asc" } });
    for (const [nr, one] of there.entries()) must(await assessTrainee(deps, county, { enrolmentId: one.id, version: one.version, outcome: "SCORED", score: String(nr % 4 === 3 ? 52 : 71 + nr * 4), assessedOn: clock.today(), assessor: "薛志红", reason: "" }));
    await step(classId, "ASSESSED");
  };

  const closed = await plan(0, 0, -120, WORKING_DAYS, 8, "县职业中学实训楼");
  await open(closed, people.slice(0, 6));
  await run(closed, -120, WORKING_DAYS);
  await assess(closed);
  if ((await prepareAllowances(deps, county, { classId: closed })).ok) {
    must(await settleAllowances(deps, city, { classId: closed, version: 0, to: "CHECKED" }));
    must(await settleAllowances(deps, county, { classId: closed, version: 1, to: "PAID" }));
  }
  await step(closed, "CLOSED");
  const assessed = await plan(2, 1, -30, WORKING_DAYS, 6, "临泉镇文化站");
  await open(assessed, people.slice(6, 11));
  await run(assessed, -30, WORKING_DAYS);
  await assess(assessed);
  await prepareAllowances(deps, county, { classId: assessed });
  const running = await plan(1, 0, -3, 10, 8, "县养老服务中心");
  await open(running, people.slice(11, 15));
  await run(running, -3, 3);
  const waiting = await plan(3, 1, 12, 5, 2, "碛口镇便民服务中心");
  await open(waiting, people.slice(15, 18));
  on(0);
  await step(await plan(0, 0, 19, 10, 30, "县职业中学实训楼"), "OPEN");
  await plan(1, 0, 20, 15, 30, "县养老服务中心");
}

async function versionOf({ db }: Deps, classId: string): Promise<number> {
  return (await db.trainingClass.findUniqueOrThrow({ where: { id: classId }, select: { version: true } })).version;
}

async function officer({ db }: Deps, username: string): Promise<Actor | null> {
  const user = await db.user.findUnique({ where: { username }, select: { id: true, regionCode: true } });
  return user && { userId: user.id, role: "OFFICER", regionCode: user.regionCode, personId: null, employerId: null, purpose: "starter data" };
}

const TRAINEES = 18;
const LOOKED_AT = 400;

/** People without an account, first those of the demo county (a small world has too few), and of them those who come first in the order of help, as far as one looks. */
async function trainees(deps: Deps, seekerId: string): Promise<string[]> {
  const [people] = await deps.pool.query<(RowDataPacket & { id: string; near: number })[]>(
    `SELECT p.id, p.homeCountyCode = ? AS near FROM person p WHERE p.id <> ? AND NOT EXISTS (SELECT 1 FROM user_account u WHERE u.personId = p.id) ORDER BY near DESC, p.id DESC LIMIT ?`, [DEMO_COUNTY, seekerId, LOOKED_AT]);
  const [rows] = await deps.pool.query<(RowDataPacket & CategoryRow & { personId: string })[]>("SELECT id, personId, kind, kindEnc FROM person_category WHERE personId IN (?) AND validTo IS NULL", [people.map(({ id }) => id)]);
  const first = new Set(rows.filter((row) => isFirst(helpOf([{ kind: openCategory(deps, row), validFrom: "", validTo: null }], "9999"))).map((row) => row.personId));
  const turn = ({ id, near }: { id: string; near: number }) => 2 * near + Number(first.has(id));
  return [...people].sort((a, b) => turn(b) - turn(a)).slice(0, TRAINEES).map(({ id }) => id);
}
