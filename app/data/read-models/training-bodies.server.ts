import type { RowDataPacket } from "mysql2";
import { type Day, toDay } from "#app/domain/dates.ts";
import { scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Querier } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { loadRuleBook } from "../training/classes.server.ts";
import { type Name, occupationNames, regionNames } from "./names.server.ts";

/** What became of the people a body trained: each share with the number it is of. */
export interface BodyRating {
  assessed: number;
  passed: number;
  certified: number;
  /** assessed so long ago that the day on which work is looked at has come */
  looked: number;
  employed: number;
}

/** Ratings by body, from assessments, verified certificates of the course's kind, and the events of the placement ledger: at work on the day after so many days. */
export async function readRatings(querier: Querier, days: number, today: Day): Promise<Map<string, BodyRating>> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT t.bodyId, COUNT(*) AS assessed, SUM(t.state = 'PASSED') AS passed, SUM(t.certified) AS certified, SUM(t.lookOn <= ?) AS looked, SUM(t.lookOn <= ? AND t.employed) AS employed
       FROM (SELECT k.bodyId, e.state, DATE_ADD(e.assessedOn, INTERVAL ? DAY) AS lookOn,
                    EXISTS (SELECT 1 FROM certificate c WHERE c.personId = e.personId AND c.occupationCode = u.occupationCode AND c.kind = u.kind AND c.level <=> u.level AND c.verification = 'VERIFIED' AND c.issuedOn >= e.assessedOn) AS certified,
                    EXISTS (SELECT 1 FROM placement_event a WHERE a.personId = e.personId AND a.kind = 'ON_THE_JOB' AND a.happenedOn <= DATE_ADD(e.assessedOn, INTERVAL ? DAY)
                              AND NOT EXISTS (SELECT 1 FROM placement_event r WHERE r.reversesId = a.id)
                              AND NOT EXISTS (SELECT 1 FROM placement_event z WHERE z.placementId = a.placementId AND z.kind = 'ENDED' AND z.happenedOn <= DATE_ADD(e.assessedOn, INTERVAL ? DAY)
                                                AND NOT EXISTS (SELECT 1 FROM placement_event r WHERE r.reversesId = z.id))) AS employed
               FROM training_enrolment e JOIN training_class k ON k.id = e.classId JOIN training_course u ON u.id = k.courseId WHERE e.state IN ('PASSED', 'FAILED')) t
      GROUP BY t.bodyId`, [today, today, days, days, days]);
  return new Map(rows.map((row) => [row.bodyId as string, { assessed: Number(row.assessed), passed: Number(row.passed), certified: Number(row.certified), looked: Number(row.looked), employed: Number(row.employed) }]));
}

const NOBODY: BodyRating = { assessed: 0, passed: 0, certified: 0, looked: 0, employed: 0 };

/** After how many days work is looked at, and of how many people at least a share is told. */
export async function ratingRules(pool: Querier, today: Day): Promise<{ days: number; least: number }> {
  const rules = await loadRuleBook(pool);
  const at = { regionCode: SHANXI, asOf: today };
  return { days: rules.number("training.employed.days", at) ?? 90, least: rules.number("training.rating.least", at) ?? 1 };
}

/** What became of the people of one body. */
export async function readBodyRating({ pool, clock }: Pick<Deps, "pool" | "clock">, bodyId: string): Promise<BodyRating & { days: number; least: number }> {
  const rules = await ratingRules(pool, clock.today());
  return { ...rules, ...((await readRatings(pool, rules.days, clock.today())).get(bodyId) ?? NOBODY) };
}

export interface BodyLine extends BodyRating {
  id: string;
  name: string;
  creditCode: string;
  county: Name;
  mayAssess: boolean;
  validUntil: Day;
  state: "VALID" | "EXPIRED" | "ENDED";
  version: number;
  own: boolean;
  issuer: { id: string; name: string } | null;
}

/** The training bodies of the province with their ratings: a county may ask any of them for a class; changes are for whoever approved it. */
export async function readTrainingBodies({ db, pool, clock }: Pick<Deps, "db" | "pool" | "clock">, actor: Actor): Promise<{ bodies: BodyLine[]; days: number; least: number; issuers: { id: string; name: string }[] }> {
  const today = clock.today();
  const { days, least } = await ratingRules(pool, today);
  const [bodies, ratings, issuers] = await Promise.all([db.trainingBody.findMany({ include: { issuer: { select: { id: true, name: true } } }, orderBy: [{ countyCode: "asc" }, { name: "asc" }], take: 500 }), readRatings(pool, days, today), db.certificateIssuer.findMany({ where: { suspendedAt: null }, select: { id: true, name: true }, orderBy: { name: "asc" }, take: 500 })]);
  const names = await regionNames(pool, bodies.map((one) => one.countyCode));
  return {
    days, least, issuers,
    bodies: bodies.map((one) => ({
      id: one.id, name: one.name, creditCode: one.creditCode, county: names.get(one.countyCode) ?? { zh: one.countyCode, en: one.countyCode }, mayAssess: one.mayAssess, validUntil: toDay(one.validUntil), version: one.version,
      state: one.endedOn !== null ? "ENDED" as const : toDay(one.validUntil) <= today ? "EXPIRED" as const : "VALID" as const, own: actsForRegion(actor, one.countyCode), issuer: one.issuer,
      ...(ratings.get(one.id) ?? NOBODY),
    })),
  };
}

export interface CourseLine {
  id: string;
  title: string;
  county: Name;
  occupation: Name;
  kind: CertificateKind;
  level: SkillLevel | null;
  hours: number;
  costFen: number;
}

export async function readTrainingCourses({ db, pool }: Pick<Deps, "db" | "pool">, actor: Actor): Promise<CourseLine[]> {
  const courses = await db.trainingCourse.findMany({ where: { countyCode: { startsWith: scopePrefix(actor.regionCode ?? "-") } }, orderBy: [{ countyCode: "asc" }, { title: "asc" }], take: 500 });
  const [names, occupations] = await Promise.all([regionNames(pool, courses.map((one) => one.countyCode)), occupationNames(pool, courses.map((one) => one.occupationCode))]);
  return courses.map((one) => ({
    id: one.id, title: one.title, county: names.get(one.countyCode) ?? { zh: one.countyCode, en: one.countyCode }, occupation: occupations.get(one.occupationCode) ?? { zh: one.occupationCode, en: one.occupationCode },
    kind: one.kind, level: one.level, hours: one.hours, costFen: one.costFen,
  }));
}
