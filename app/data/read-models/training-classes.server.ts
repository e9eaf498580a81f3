import type { RowDataPacket } from "mysql2";
import { type HelpRow, openHelp } from "#app/data/person-status.ts";
import { streamRows } from "#app/platform/database.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import { isWithin, scopePrefix } from "#app/domain/region/codes.ts";
import { CLASS_STATES, type ClassState, stepsFrom } from "#app/domain/training/class-steps.ts";
import { type Help, HELPS, HOLDING, rank } from "#app/domain/training/enrolment.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForPerson, actsForTraining } from "#app/platform/permissions.ts";
import { loadRuleBook, openToAll } from "../training/classes.server.ts";
import { type Name, occupationNames, regionNames } from "./names.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock" | "crypto">;

export interface ClassLine {
  id: string;
  title: string;
  occupation: Name;
  kind: CertificateKind;
  level: SkillLevel | null;
  county: Name;
  place: string;
  body: string;
  startsOn: Day;
  lastOn: Day;
  places: number;
  taken: number;
  waiting: number;
  state: ClassState;
}

const INCLUDE = { course: true, body: { select: { name: true, mayAssess: true, issuer: { select: { name: true } } } } } as const;
type Row = Prisma.TrainingClassGetPayload<{ include: typeof INCLUDE }>;

async function linesOf({ db, pool }: Needs, rows: readonly Row[]): Promise<ClassLine[]> {
  const ids = rows.map((one) => one.id);
  const [counts, counties, occupations] = await Promise.all([
    db.trainingEnrolment.groupBy({ by: ["classId", "state"], where: { classId: { in: ids } }, _count: true }),
    regionNames(pool, rows.map((one) => one.countyCode)), occupationNames(pool, rows.map((one) => one.course.occupationCode)),
  ]);
  const of = (classId: string, states: readonly string[]) => counts.filter((one) => one.classId === classId && states.includes(one.state)).reduce((sum, one) => sum + one._count, 0);
  return rows.map((one) => ({
    id: one.id, title: one.course.title, occupation: occupations.get(one.course.occupationCode) ?? { zh: one.course.occupationCode, en: one.course.occupationCode }, kind: one.course.kind, level: one.course.level,
    county: counties.get(one.countyCode) ?? { zh: one.countyCode, en: one.countyCode }, place: one.place, body: one.body.name, startsOn: toDay(one.startsOn), lastOn: toDay(one.lastOn),
    places: one.places, taken: of(one.id, HOLDING), waiting: of(one.id, ["WAITING"]), state: one.state,
  }));
}

const PAGE = 50;

/** The classes of an officer's region, newest first; with a year, month, county or category only those in which somebody of them finished. */
export async function readTrainingClasses(deps: Needs, actor: Actor, query: URLSearchParams, size = PAGE) {
  const scope = actor.regionCode ?? "-";
  const state = CLASS_STATES.find((one) => one === query.get("state")) ?? null;
  const county = /^14\d{4}$/.test(query.get("county") ?? "") && isWithin(query.get("county")!, scope) ? query.get("county")! : null;
  const help = HELPS.find((one) => one === query.get("help")) ?? null;
  const year = /^20[2-4]\d$/.test(query.get("year") ?? "") ? Number(query.get("year")) : null;
  const month = /^([1-9]|1[0-2])$/.test(query.get("month") ?? "") ? Number(query.get("month")) : null;
  const body = ID_PATTERN.test(query.get("body") ?? "") ? query.get("body") : null;
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  const from = year === null ? null : `${year}-${String(month ?? 1).padStart(2, "0")}-01`;
  const to = year === null ? null : month === null || month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  const finished = from === null && help === null ? null : await classesFinishedIn(deps, county ?? scope, from && to ? { gte: toDate(from), lt: toDate(to) } : undefined, help);
  const where = { countyCode: { startsWith: scopePrefix(county ?? scope) }, ...(state ? { state } : {}), ...(body ? { bodyId: body } : {}), ...(finished ? { id: { in: finished } } : {}) };
  const [rows, total] = await Promise.all([deps.db.trainingClass.findMany({ where, include: INCLUDE, orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: size, skip: (page - 1) * size }), deps.db.trainingClass.count({ where })]);
  return { classes: await linesOf(deps, rows), total, page, pages: Math.max(1, Math.ceil(total / size)), filters: { state, county, help, year, month, body } };
}

const MOST_CLASSES = 5_000;

/** Classes of a region in which somebody finished, of one heading of the order of help where that is asked: it is ciphertext, so that events are told apart here, as they come. */
async function classesFinishedIn(deps: Needs, regionCode: string, happenedOn: { gte: Date; lt: Date } | undefined, help: Help | null): Promise<string[]> {
  const where = { kind: { in: ["PASSED" as const, "FAILED" as const] }, countyCode: { startsWith: scopePrefix(regionCode) }, ...(happenedOn ? { happenedOn } : {}) };
  if (help === null) return (await deps.db.trainingEvent.findMany({ where, distinct: ["classId"], select: { classId: true }, take: MOST_CLASSES })).map((one) => one.classId);
  const found = new Set<string>();
  const [from, to] = [happenedOn?.gte ?? toDate("2000-01-01"), happenedOn?.lt ?? toDate("9999-01-01")];
  const events = streamRows<RowDataPacket & HelpRow & { id: string; classId: string }>(
    deps.pool, "SELECT id, classId, help, helpEnc FROM training_event WHERE kind IN ('PASSED', 'FAILED') AND countyCode LIKE ? AND happenedOn >= ? AND happenedOn < ?", [`${scopePrefix(regionCode)}%`, from, to]);
  for await (const event of events) {
    if (!found.has(event.classId) && openHelp(deps, event.id, event) === help) found.add(event.classId);
    if (found.size === MOST_CLASSES) break;
  }
  return [...found];
}

/** The classes of the body that an operator works for, newest first, with the courses it may plan from; null: the account has no body. */
export async function readBodyClasses(deps: Needs, actor: Actor) {
  const body = actor.role === "OPERATOR" && actor.trainingBodyId ? await deps.db.trainingBody.findUnique({ where: { id: actor.trainingBodyId }, include: { issuer: { select: { name: true } } } }) : null;
  if (!body) return null;
  const [rows, courses] = await Promise.all([
    deps.db.trainingClass.findMany({ where: { bodyId: body.id }, include: INCLUDE, orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: 200 }),
    deps.db.trainingCourse.findMany({ where: { countyCode: body.countyCode }, select: { id: true, title: true, level: true, countyCode: true }, orderBy: { title: "asc" }, take: 500 }),
  ]);
  return { body: { id: body.id, name: body.name, mayAssess: body.mayAssess, validUntil: toDay(body.validUntil), issuer: body.issuer?.name ?? null }, classes: await linesOf(deps, rows), courses };
}

/** What a new class is made of: courses of the officer's region, and bodies whose approval holds. */
export async function readClassChoices({ db, clock }: Needs, actor: Actor) {
  const today = toDate(clock.today());
  const [courses, bodies] = await Promise.all([
    db.trainingCourse.findMany({ where: { countyCode: { startsWith: scopePrefix(actor.regionCode ?? "-") } }, select: { id: true, title: true, level: true, countyCode: true }, orderBy: { title: "asc" }, take: 500 }),
    db.trainingBody.findMany({ where: { endedOn: null, validUntil: { gt: today } }, select: { id: true, name: true }, orderBy: { name: "asc" }, take: 500 }),
  ]);
  return { courses, bodies };
}

/** One class whole, for a bureau that acts for its county and for the body that holds it; null for everybody else. */
export async function readTrainingClass(deps: Needs, actor: Actor, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const row = await deps.db.trainingClass.findUnique({ where: { id }, include: INCLUDE });
  if (!row || !actsForTraining(actor, row)) return null;
  const [[line], enrolments, sheet, rules] = await Promise.all([
    linesOf(deps, [row]),
    deps.db.trainingEnrolment.findMany({ where: { classId: id }, include: { person: { select: { id: true, nameMasked: true, homeCountyCode: true, homeRegionCode: true } }, attendance: { select: { halves: true } } }, orderBy: { id: "asc" } }),
    deps.db.trainingSheet.findUnique({ where: { classId: id }, include: { lines: { orderBy: [{ enrolmentId: "asc" }, { year: "asc" }] } } }), loadRuleBook(deps.pool),
  ]);
  const of = { countyCode: row.countyCode, startsOn: toDay(row.startsOn) };
  const names = new Map(enrolments.map((one) => [one.id, one.person.nameMasked]));
  const certified = await deps.db.issuedCertificate.findMany({ where: { revokedAt: null, personId: { in: enrolments.filter((one) => one.state === "PASSED").map((one) => one.personId) } }, select: { evidenceRef: true } });
  const certificateOf = (one: (typeof enrolments)[number]) => (one.state !== "PASSED" ? null : certified.some((issued) => issued.evidenceRef.startsWith(one.id)) ? "issued" as const : one.certificateStop === null ? "waiting" as const : "stuck" as const);
  const office = actor.role !== "OPERATOR";
  const people = enrolments.map((one) => ({
    id: one.id, personId: actsForPerson(actor, one.person) ? one.personId : null, nameMasked: one.person.nameMasked, help: openHelp(deps, one.id, one), state: one.state, version: one.version, repeatReason: one.repeatReason, appliedAt: one.appliedAt,
    halves: one.attendance.reduce((sum, day) => sum + day.halves, 0), score: one.score, assessedOn: one.assessedOn && toDay(one.assessedOn), assessorMasked: one.assessorMasked,
    certificate: certificateOf(one), stop: one.certificateStop,
  }));
  return {
    ...line!, version: row.version, publicFunds: row.publicFunds, teacherMasked: row.teacherMasked, reason: row.reason, mayAssess: row.body.mayAssess, hours: row.course.hours, costFen: row.course.costFen,
    steps: stepsFrom(row.state, actor.role, row.publicFunds), office, issuer: row.body.issuer?.name ?? null,
    mayChange: row.state === "PLANNED" || (row.state === "OPEN" && (office || !row.publicFunds)), openToAll: openToAll(of, rules), passMark: rules.number("training.pass.score", { regionCode: row.countyCode, asOf: deps.clock.today() }),
    there: people.filter((one) => HOLDING.includes(one.state)), waitingList: rank(people.filter((one) => one.state === "WAITING")), gone: people.filter((one) => one.state === "WITHDRAWN"),
    sheet: sheet && {
      state: sheet.state, version: sheet.version, totalFen: Number(sheet.totalFen), preparedByMe: sheet.preparedBy === actor.userId, checkedByMe: sheet.checkedBy === actor.userId,
      lines: sheet.lines.map((one) => ({ key: `${one.enrolmentId}:${one.year}`, nameMasked: names.get(one.enrolmentId) ?? "", year: one.year, attendedHalves: one.attendedHalves, paidHalves: one.paidHalves, amountFen: one.amountFen })),
    },
  };
}
export type ClassPage = NonNullable<Awaited<ReturnType<typeof readTrainingClass>>>;

/** Who holds a place of a class, with what stands of one day; the days that have entries. */
export async function readTrainingDay(deps: Needs, actor: Actor, id: string, asked: string | null) {
  const page = await readTrainingClass(deps, actor, id);
  if (!page) return null;
  const today = deps.clock.today();
  const latest = today < page.lastOn ? today : page.lastOn;
  const day = asked !== null && /^\d{4}-\d\d-\d\d$/.test(asked) && asked >= page.startsOn && asked <= latest ? asked : latest < page.startsOn ? page.startsOn : latest;
  const entries = await deps.db.trainingAttendance.findMany({ where: { enrolment: { classId: id } }, select: { enrolmentId: true, day: true, halves: true } });
  const known = new Map(entries.filter((one) => toDay(one.day) === day).map((one) => [one.enrolmentId, one.halves]));
  return { id, title: page.title, state: page.state, version: page.version, startsOn: page.startsOn, lastOn: page.lastOn, day, latest, days: [...new Set(entries.map((one) => toDay(one.day)))].sort(), people: page.there.map((one) => ({ id: one.id, nameMasked: one.nameMasked, halves: known.get(one.id) ?? null })) };
}

/** Everybody who holds a place of a class with all days that have entries. */
export async function readAttendance(deps: Needs, actor: Actor, id: string) {
  const page = await readTrainingClass(deps, actor, id);
  if (!page) return null;
  const entries = await deps.db.trainingAttendance.findMany({ where: { enrolment: { classId: id } }, select: { enrolmentId: true, day: true, halves: true } });
  const of = (enrolmentId: string) => new Map(entries.filter((one) => one.enrolmentId === enrolmentId).map((one) => [toDay(one.day), one.halves]));
  return { title: page.title, days: [...new Set(entries.map((one) => toDay(one.day)))].sort(), people: page.there.map((one) => ({ id: one.id, nameMasked: one.nameMasked, days: of(one.id) })) };
}

export type DayPage = NonNullable<Awaited<ReturnType<typeof readTrainingDay>>>;

/** Open classes for everybody, by what is learned and where; a person sees those of their own county, then of their city, first. */
export async function readOpenClasses(deps: Needs, actor: Actor | null, query: URLSearchParams): Promise<{ classes: ClassLine[]; q: string; county: string; near: boolean }> {
  const q = (query.get("q") ?? "").trim().slice(0, 40);
  const county = /^14\d{4}$/.test(query.get("county") ?? "") ? query.get("county")! : "";
  const home = actor?.role === "SEEKER" && actor.personId ? (await deps.db.person.findUnique({ where: { id: actor.personId }, select: { homeCountyCode: true } }))?.homeCountyCode ?? null : null;
  const where = {
    state: "OPEN" as const, startsOn: { gt: toDate(deps.clock.today()) },
    ...(q ? { course: { OR: [{ title: { contains: q } }, { occupationCode: q.slice(0, 16) }, { occupation: { nameZh: { contains: q } } }, { occupation: { nameEn: { contains: q } } }] } } : {}),
  };
  const read = (prefix: string, not: readonly string[], take: number) => deps.db.trainingClass.findMany({
    where: { ...where, ...(prefix ? { countyCode: { startsWith: prefix } } : {}), NOT: not.map((one) => ({ countyCode: { startsWith: one } })) }, include: INCLUDE, orderBy: [{ startsOn: "asc" }, { id: "asc" }], take,
  });
  const near = home !== null && county === "";
  const rings = near ? [home, home.slice(0, 4), ""] : [county ? scopePrefix(county) : ""];
  const rows: Row[] = [];
  for (const [nr, ring] of rings.entries()) if (rows.length < MOST_OPEN) rows.push(...(await read(ring, rings.slice(0, nr), MOST_OPEN - rows.length)));
  return { classes: await linesOf(deps, rows), q, county, near };
}

const MOST_OPEN = 100;

/** A class as everybody sees it once it has opened, with what the person who asks has in it. */
export async function readPublicClass(deps: Needs, actor: Actor | null, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const row = await deps.db.trainingClass.findUnique({ where: { id }, include: INCLUDE });
  if (!row || row.state === "PLANNED") return null;
  const mine = actor?.role === "SEEKER" && actor.personId ? await deps.db.trainingEnrolment.findFirst({ where: { classId: id, personId: actor.personId, state: { not: "WITHDRAWN" } }, select: { id: true, state: true } }) : null;
  const [[line], rules] = await Promise.all([linesOf(deps, [row]), loadRuleBook(deps.pool)]);
  const at = { countyCode: row.countyCode, startsOn: toDay(row.startsOn) };
  const today = deps.clock.today();
  return {
    ...line!, hours: row.course.hours, publicFunds: row.publicFunds, mine, certifies: row.body.issuer?.name ?? null, openToAll: openToAll(at, rules), toAll: today >= openToAll(at, rules), mayApply: row.state === "OPEN" && today < toDay(row.startsOn),
    dailyFen: row.publicFunds ? rules.number("training.living-aid.daily", { regionCode: row.countyCode, asOf: toDay(row.startsOn) }) : null,
  };
}

/** What a person is and was enrolled in, newest first, with the days attended and the allowance. */
export async function readMyTrainings(deps: Needs, actor: Actor) {
  if (!actor.personId) return [];
  const mine = await deps.db.trainingEnrolment.findMany({ where: { personId: actor.personId }, include: { trainingClass: { include: INCLUDE }, attendance: { select: { halves: true } }, allowances: { include: { sheet: { select: { state: true } } } } }, orderBy: { appliedAt: "desc" }, take: 100 });
  const lines = new Map((await linesOf(deps, mine.map((one) => one.trainingClass))).map((line) => [line.id, line]));
  return mine.map((one) => ({
    id: one.id, state: one.state, score: one.score, halves: one.attendance.reduce((sum, day) => sum + day.halves, 0), of: lines.get(one.classId)!,
    allowanceFen: one.allowances.reduce((sum, line) => sum + line.amountFen, 0), paid: one.allowances.length > 0 && one.allowances.every((line) => line.sheet.state === "PAID"),
  }));
}
