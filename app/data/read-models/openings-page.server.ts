import type { RowDataPacket } from "mysql2";
import { findUnusual, groupOfPurpose, type Looks, PURPOSE_GROUPS, type PurposeGroup, type TownLooks, type Unusual } from "#app/domain/audit/unusual.ts";
import { kindOfPurpose, type Opening, type OpeningKind, OPENINGS } from "#app/domain/audit/opening.ts";
import { addDays, chinaDay, type Day } from "#app/domain/dates.ts";
import { isWithin, scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForPerson, supervises } from "#app/platform/permissions.ts";
import type { OpeningFilter } from "#app/platform/web/audit-query.ts";
import { type ChainCheck, readChainChecks } from "../audit-chain/check.server.ts";
import { writeAudit } from "../audit.server.ts";
import { type Name, regionPaths } from "./names.server.ts";

/** So far back the page looks, today included. */
export const LOOK_BACK_DAYS = 30;
const PAGE_SIZE = 50;
const CHINA = "INTERVAL 8 HOUR";
/** More of one purpose than this is not told apart in a filter; the count above the list says so. */
const MOST_PURPOSES = 2_000;

type Needs = Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">;

export interface OpeningLine {
  id: string;
  at: Date;
  userId: string | null;
  officer: string | null;
  role: Role;
  place: Name | null;
  action: Opening;
  purpose: string;
  kind: OpeningKind;
  refused: boolean;
  /** where it was one person's, and they are of the region: masked */
  person: { id: string; nameMasked: string } | null;
}

export interface UnusualLine extends Unusual {
  officer: string;
  townName: Name | null;
}

export interface OpeningsPage {
  filter: OpeningFilter;
  from: Day;
  today: Day;
  total: number;
  pages: number;
  openings: OpeningLine[];
  days: { day: Day; counts: Record<PurposeGroup, number> }[];
  unusual: UnusualLine[];
  officers: { id: string; name: string }[];
  /** the person asked about, masked */
  person: string | null;
  chain: { last: ChainCheck | null; lastGood: ChainCheck | null };
}

/** Entries of accounts of the region; what accounts without a region opened (employers) is the province's to look at. */
function scopeOf(actor: Actor): { sql: string; params: string[] } {
  const code = actor.regionCode ?? "-";
  return { sql: `(e.regionCode LIKE ?${code === SHANXI ? " OR e.regionCode IS NULL" : ""}) AND e.action IN (${OPENINGS.map(() => "?").join(", ")})`, params: [`${scopePrefix(code)}%`, ...OPENINGS] };
}

const instantOf = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00Z`) - 8 * 3_600_000);

/** Who opened whose data for what in the last 30 days, in the accounts of the actor's region; null for whoever supervises nobody. The look is in the audit. */
export async function readOpenings(deps: Needs, actor: Actor, asked: OpeningFilter, size = PAGE_SIZE): Promise<OpeningsPage | null> {
  if (!supervises(actor)) return null;
  const today = chinaDay(deps.clock.now());
  const from = addDays(today, 1 - LOOK_BACK_DAYS);
  const person = asked.personId === null ? null : await deps.db.person.findUnique({ where: { id: asked.personId }, select: { id: true, nameMasked: true, homeCountyCode: true, homeRegionCode: true } });
  if (asked.personId !== null && (person === null || !actsForPerson(actor, person))) return null;
  const filter = { ...asked, day: asked.day !== null && asked.day >= from && asked.day <= today ? asked.day : null };
  const scope = scopeOf(actor);
  const [looks, towns, found, chain] = await Promise.all([hoursOf(deps, scope, from), townsOf(deps, scope, from), readLines(deps, actor, scope, filter, { from }, size), readChainChecks(deps.pool)]);
  const unusual = findUnusual(looks, towns);
  const [names, places] = await Promise.all([
    officerNames(deps, [...looks.map((one) => one.userId), ...towns.map((one) => one.userId)]), regionPaths(deps.pool, unusual.flatMap((one) => one.town ?? [])),
  ]);
  await writeAudit(deps, actor, { action: "see-openings", subjectType: "region", subjectId: actor.regionCode ?? "-", outcome: "ok" });
  return {
    filter, from, today, ...found, chain, person: person?.nameMasked ?? null, days: daysOf(looks, from),
    unusual: unusual.map((one) => ({ ...one, officer: names.get(one.userId) ?? one.userId, townName: one.town === null ? null : (places.get(one.town) ?? null) })),
    officers: [...names].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The lines alone, of a page that `readOpenings` gave and put into the audit: for a file, up to the moment when it was asked for. */
export async function readOpeningLines(deps: Needs, actor: Actor, { filter, from }: Pick<OpeningsPage, "filter" | "from">, page: number, size: number, until: Date): Promise<Pick<OpeningsPage, "total" | "openings">> {
  return supervises(actor) ? readLines(deps, actor, scopeOf(actor), { ...filter, page }, { from, until }, size) : { total: 0, openings: [] };
}

type Scope = ReturnType<typeof scopeOf>;

/** Looks at this page itself are in the list, one's own excepted, and not in the picture. */
async function hoursOf({ pool }: Needs, scope: Scope, from: Day): Promise<Looks[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT DATE_FORMAT(e.at + ${CHINA}, '%Y-%m-%d') AS day, HOUR(e.at + ${CHINA}) AS hour, COALESCE(e.userId, '-') AS userId, e.purpose, COUNT(*) AS looks
       FROM audit_entry e WHERE e.at >= ? AND ${scope.sql} AND e.action <> 'see-openings' GROUP BY day, hour, e.userId, e.purpose`, [instantOf(from), ...scope.params]);
  return rows.map((row) => ({ day: row.day as Day, hour: Number(row.hour), userId: row.userId as string, purpose: row.purpose as string, looks: Number(row.looks) }));
}

async function townsOf({ pool }: Needs, scope: Scope, from: Day): Promise<TownLooks[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT e.userId, LEFT(p.homeRegionCode, 9) AS town, COUNT(DISTINCT p.id) AS persons, DATE_FORMAT(MAX(e.at) + ${CHINA}, '%Y-%m-%d') AS lastDay
       FROM audit_entry e JOIN person p ON p.id = e.subjectId WHERE e.at >= ? AND e.subjectType = 'person' AND e.userId IS NOT NULL AND ${scope.sql} GROUP BY e.userId, town`, [instantOf(from), ...scope.params]);
  return rows.map((row) => ({ userId: row.userId as string, town: row.town as string, persons: Number(row.persons), lastDay: row.lastDay as Day }));
}

function daysOf(looks: readonly Looks[], from: Day): OpeningsPage["days"] {
  const days = Array.from({ length: LOOK_BACK_DAYS }, (_, at) => ({ day: addDays(from, at), counts: Object.fromEntries(PURPOSE_GROUPS.map((one) => [one, 0])) as Record<PurposeGroup, number> }));
  const byDay = new Map(days.map((one) => [one.day, one.counts]));
  for (const one of looks) {
    const counts = byDay.get(one.day);
    if (counts) counts[groupOfPurpose(one.purpose)] += one.looks;
  }
  return days;
}

async function officerNames({ pool }: Needs, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, displayName FROM user_account WHERE id IN (?)", [wanted]);
  return new Map(rows.map((row) => [row.id as string, row.displayName as string]));
}

async function readLines(deps: Needs, actor: Actor, scope: Scope, filter: OpeningFilter, { from, until }: { from: Day; until?: Date }, size: number): Promise<Pick<OpeningsPage, "total" | "pages" | "openings">> {
  const [parts, params] = [[scope.sql, "e.at >= ?"], [...scope.params, instantOf(filter.day ?? from)] as unknown[]];
  const also = (sql: string, ...values: unknown[]) => (parts.push(sql), params.push(...values));
  also("NOT (e.action = 'see-openings' AND e.userId = ?)", actor.userId ?? "-");
  if (until !== undefined) also("e.at <= ?", until);
  if (filter.day !== null) also("e.at < ?", instantOf(addDays(filter.day, 1)));
  if (filter.userId !== null) also("e.userId = ?", filter.userId);
  if (filter.personId !== null) also("((e.subjectType = 'person' AND e.subjectId = ?) OR (e.subjectType = 'placement' AND e.subjectId IN (SELECT id FROM placement WHERE personId = ?)))", filter.personId, filter.personId);
  if (filter.kind !== null) {
    const [rows] = await deps.pool.query<RowDataPacket[]>(`SELECT DISTINCT e.purpose FROM audit_entry e WHERE ${parts.join(" AND ")} LIMIT ${MOST_PURPOSES}`, params);
    const of = rows.map((row) => row.purpose as string).filter((one) => kindOfPurpose(one) === filter.kind);
    also("e.purpose IN (?)", of.length === 0 ? [""] : of);
  }
  const where = parts.join(" AND ");
  const [[counted], [rows]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM audit_entry e WHERE ${where}`, params),
    deps.pool.query<RowDataPacket[]>(
      `SELECT e.id, e.at, e.userId, e.role, e.regionCode, e.action, e.purpose, e.outcome, u.displayName, p.id AS personId, p.nameMasked, p.homeCountyCode
         FROM audit_entry e LEFT JOIN user_account u ON u.id = e.userId LEFT JOIN person p ON e.subjectType = 'person' AND p.id = e.subjectId
        WHERE ${where} ORDER BY e.at DESC, e.id DESC LIMIT ? OFFSET ?`, [...params, size, (filter.page - 1) * size]),
  ]);
  const places = await regionPaths(deps.pool, rows.flatMap((row) => (row.regionCode as string | null) ?? []));
  const total = Number(counted[0]?.n ?? 0);
  return {
    total, pages: Math.max(1, Math.ceil(total / size)),
    openings: rows.map((row) => ({
      id: row.id as string, at: row.at as Date, userId: row.userId as string | null, officer: row.displayName as string | null, role: row.role as Role, place: places.get(row.regionCode as string) ?? null,
      action: row.action as Opening, purpose: row.purpose as string, kind: kindOfPurpose(row.purpose as string), refused: row.outcome !== "ok",
      person: row.personId !== null && isWithin(row.homeCountyCode as string, actor.regionCode ?? "-") ? { id: row.personId as string, nameMasked: row.nameMasked as string } : null,
    })),
  };
}
