import type { RowDataPacket } from "mysql2";
import { type CategoryRow, openCategory } from "#app/data/person-status.ts";
import { type Day, toDay } from "#app/domain/dates.ts";
import { isWithin, scopePrefix } from "#app/domain/region/codes.ts";
import type { CertificateKind, SkillLevel, Stream } from "#app/domain/terms.ts";
import type { ClassState } from "#app/domain/training/class-steps.ts";
import { helpOf, isFirst } from "#app/domain/training/enrolment.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, occupationNames, regionNames } from "./names.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock" | "crypto">;

export interface NeedLine {
  id: string;
  countyCode: string;
  county: Name;
  occupationCode: string;
  occupation: Name;
  kind: CertificateKind;
  level: SkillLevel | null;
  openings: number;
  people: number;
  peopleFirst: number;
  peopleWishing: number;
  picked: number;
  classes: number;
  passPct: number;
  placedPct: number;
  known: boolean;
  expectedHundredths: number;
}

const named = (names: Map<string, Name>, code: string): Name => names.get(code) ?? { zh: code, en: code };

async function linesOf({ pool }: Needs, rows: readonly Omit<NeedLine, "county" | "occupation">[]): Promise<NeedLine[]> {
  const [counties, occupations] = await Promise.all([regionNames(pool, rows.map((one) => one.countyCode)), occupationNames(pool, rows.map((one) => one.occupationCode))]);
  return rows.map((one) => ({
    id: one.id, countyCode: one.countyCode, county: named(counties, one.countyCode), occupationCode: one.occupationCode, occupation: named(occupations, one.occupationCode), kind: one.kind, level: one.level, openings: one.openings,
    people: one.people, peopleFirst: one.peopleFirst, peopleWishing: one.peopleWishing, picked: one.picked, classes: one.classes, passPct: one.passPct, placedPct: one.placedPct, known: one.known, expectedHundredths: one.expectedHundredths,
  }));
}

const PAGE = 50;

/** What to train in an officer's region: the last result, with the run that it is from, narrowed to a county or an occupation. Null before the first. */
export async function readTrainingNeeds(deps: Needs, actor: Actor, query: URLSearchParams, size = PAGE) {
  const scope = actor.regionCode ?? "-";
  const header = await deps.db.trainingNeedRun.findFirst({ orderBy: { runId: "desc" }, include: { run: { select: { finishedAt: true } } } });
  if (!header) return null;
  const asked = query.get("county") ?? "";
  const county = /^\d{6}$/.test(asked) && isWithin(asked, scope) ? asked : null;
  const occupation = /^[\d-]{1,16}$/.test(query.get("occupation") ?? "") ? query.get("occupation")! : null;
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  const inRegion = { runId: header.runId, countyCode: { startsWith: scopePrefix(scope) } };
  const where = { ...inRegion, countyCode: { startsWith: scopePrefix(county ?? scope) }, ...(occupation ? { occupationCode: occupation } : {}) };
  const [rows, total, sums, counties, occupations, classes] = await Promise.all([
    deps.db.trainingNeed.findMany({ where, orderBy: { nr: "asc" }, take: size, skip: (page - 1) * size }), deps.db.trainingNeed.count({ where }),
    deps.db.trainingNeed.aggregate({ where, _sum: { picked: true, classes: true, expectedHundredths: true } }),
    deps.db.trainingNeed.findMany({ where: inRegion, distinct: ["countyCode"], select: { countyCode: true }, orderBy: { countyCode: "asc" } }),
    deps.db.trainingNeed.findMany({ where: inRegion, distinct: ["occupationCode"], select: { occupationCode: true }, orderBy: { occupationCode: "asc" } }),
    readFilledClasses(deps, actor),
  ]);
  const [countyNames, occupationNamed] = await Promise.all([regionNames(deps.pool, counties.map((one) => one.countyCode)), occupationNames(deps.pool, occupations.map((one) => one.occupationCode))]);
  return {
    run: { id: header.runId, asOf: toDay(header.asOf), computedAt: header.computedAt, finishedAt: header.run.finishedAt, seekers: header.seekers, unfilled: header.unfilled, asking: header.asking, bound: header.bound },
    needs: await linesOf(deps, rows), total, page, pages: Math.max(1, Math.ceil(total / size)), filters: { county, occupation }, classes,
    sums: { picked: sums._sum.picked ?? 0, classes: sums._sum.classes ?? 0, expectedHundredths: sums._sum.expectedHundredths ?? 0 },
    counties: counties.map(({ countyCode }) => ({ code: countyCode, name: named(countyNames, countyCode) })), occupations: occupations.map(({ occupationCode }) => ({ code: occupationCode, name: named(occupationNamed, occupationCode) })),
  };
}

export interface NeedPost {
  id: string;
  title: string;
  employer: string;
  county: Name;
  stream: Stream;
  minFen: number | null;
  maxFen: number | null;
  openings: number;
  picked: number;
}

export interface NeedPerson {
  nr: number;
  personId: string;
  nameMasked: string;
  home: Name;
  first: boolean;
  wishes: boolean;
  picked: boolean;
  posts: number;
  postId: string;
  postTitle: string;
  minFen: number | null;
  maxFen: number | null;
}

/** One course whole: the openings behind it, the list of people, and what a class can be planned with. Null for everybody who does not act for its county. */
export async function readTrainingNeed(deps: Needs, actor: Actor, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const row = await deps.db.trainingNeed.findUnique({ where: { id }, include: { run: { select: { computedAt: true } } } });
  if (!row || !actsForRegion(actor, row.countyCode)) return null;
  const today = new Date(`${deps.clock.today()}T00:00:00Z`);
  const [[line], [posts], [people], courses, bodies] = await Promise.all([
    linesOf(deps, [row]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT o.id, o.title, e.name AS employer, o.countyCode, o.stream, o.monthlyMinFen AS minFen, o.monthlyMaxFen AS maxFen, n.openings, n.picked
         FROM training_need_post n JOIN post o ON o.id = n.postId JOIN employer e ON e.id = o.employerId WHERE n.needId = ? ORDER BY n.picked DESC, n.openings DESC, o.id`, [id]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT l.nr, l.personId, p.nameMasked, p.homeRegionCode, l.wishes, l.picked, l.posts, o.id AS postId, o.title AS postTitle, o.monthlyMinFen AS minFen, o.monthlyMaxFen AS maxFen
         FROM training_need_person l JOIN person p ON p.id = l.personId JOIN post o ON o.id = l.postId WHERE l.needId = ? AND p.deletedAt IS NULL ORDER BY l.nr`, [id]),
    deps.db.trainingCourse.findMany({ where: { countyCode: row.countyCode, occupationCode: row.occupationCode, level: row.level }, select: { id: true, title: true }, orderBy: { title: "asc" }, take: 100 }),
    deps.db.trainingBody.findMany({ where: { endedOn: null, validUntil: { gt: today } }, select: { id: true, name: true }, orderBy: { name: "asc" }, take: 500 }),
  ]);
  const first = await firstToLearn(deps, people.map((one) => one.personId as string), deps.clock.today());
  const names = await regionNames(deps.pool, [...posts.map((one) => one.countyCode as string), ...people.map((one) => (one.homeRegionCode as string).slice(0, 9))]);
  return {
    ...line!, computedAt: row.run.computedAt, courses, bodies,
    posts: posts.map((one) => ({ ...(one as NeedPost & { countyCode: string }), county: named(names, one.countyCode as string) })) satisfies NeedPost[],
    list: people.map((one) => ({ ...(one as NeedPerson & { homeRegionCode: string }), home: names.get((one.homeRegionCode as string).slice(0, 9)) ?? line!.county, first: first.has(one.personId as string), wishes: Boolean(one.wishes), picked: Boolean(one.picked) })) satisfies NeedPerson[],
  };
}
/** Of some people, those who come first in the order of help on a day. */
async function firstToLearn({ pool, crypto }: Pick<Deps, "pool" | "crypto">, ids: readonly string[], day: Day): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const [rows] = await pool.query<(RowDataPacket & CategoryRow & { personId: string; validFrom: Day; validTo: Day | null })[]>("SELECT id, personId, kind, kindEnc, validFrom, validTo FROM person_category WHERE personId IN (?)", [ids]);
  return new Set(rows.filter((row) => isFirst(helpOf([{ kind: openCategory({ crypto }, row), validFrom: row.validFrom, validTo: row.validTo }], day))).map((row) => row.personId));
}

export type NeedPage = NonNullable<Awaited<ReturnType<typeof readTrainingNeed>>>;

export interface FilledLine {
  classId: string;
  title: string;
  county: Name;
  startsOn: Day;
  lastOn: Day;
  state: ClassState;
  invited: number;
  accepted: number;
  declined: number;
}

/** Classes of a region that people were invited into, newest first. */
async function readFilledClasses({ pool }: Needs, actor: Actor): Promise<FilledLine[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT k.id AS classId, u.title, k.countyCode, k.startsOn, k.lastOn, k.state, COUNT(*) AS invited, SUM(i.state = 'ACCEPTED') AS accepted, SUM(i.state = 'DECLINED') AS declined
       FROM training_invitation i JOIN training_class k ON k.id = i.classId JOIN training_course u ON u.id = k.courseId
      WHERE k.countyCode LIKE ? GROUP BY k.id, u.title, k.countyCode, k.startsOn, k.lastOn, k.state ORDER BY k.id DESC LIMIT 50`, [`${scopePrefix(actor.regionCode ?? "-")}%`]);
  const names = await regionNames(pool, rows.map((row) => row.countyCode as string));
  return rows.map((row) => ({
    classId: row.classId as string, title: row.title as string, county: named(names, row.countyCode as string), startsOn: row.startsOn as Day, lastOn: row.lastOn as Day, state: row.state as ClassState,
    invited: Number(row.invited), accepted: Number(row.accepted), declined: Number(row.declined),
  }));
}
