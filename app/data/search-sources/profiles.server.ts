import type { RowDataPacket } from "mysql2/promise";
import { z } from "zod";
import { COUNTING_MEMBERSHIP } from "#app/data/brands/members.server.ts";
import { EMPLOYERS_MAY_FIND } from "#app/data/consents.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { type Querier, readJson } from "#app/platform/database.server.ts";
import type { ProfileSource, SourcePage } from "./rows.ts";

/** From this age on a person may work: Labour Law art. 15. */
const WORKING_AGE = 16;

const COLUMNS = `
  SELECT p.id, YEAR(p.birthDate) AS birthYear, p.education, p.homeCountyCode, r.lat, r.lng, w.occupationCodes, w.minWageFen, w.needsHousing,
         w.willInCounty, w.willInProvince, w.willOutOfProvince, w.willOverseas, w.availableFrom`;
const TABLES = "FROM person p JOIN wish w ON w.personId = p.id LEFT JOIN region r ON r.code = p.homeCountyCode";

/** Looking for work, in no placement that is under way, of working age, and willing to be found by employers. */
const VISIBLE = `w.seeking = TRUE AND p.birthDate <= ? AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = p.id) AND p.deletedAt IS NULL AND ${EMPLOYERS_MAY_FIND}`;

/** The last day on which somebody of working age today was born. */
function bornBy(asOf: Day): Day {
  return `${Number(asOf.slice(0, 4)) - WORKING_AGE}${asOf.slice(4)}`;
}

/** Those of the named persons whose profile may be found on a day; the others are left out. */
export async function loadProfileSources(querier: Querier, ids: readonly string[], asOf: Day): Promise<ProfileSource[]> {
  if (ids.length === 0) return [];
  const [rows] = await querier.query<RowDataPacket[]>(`${COLUMNS} ${TABLES} WHERE p.id IN (?) AND ${VISIBLE}`, [ids, bornBy(asOf)]);
  return assemble(querier, rows, asOf);
}

/** The profiles that may be found among the next `limit` people by id behind `after` who look for work. */
export async function nextProfileSources(querier: Querier, after: string, limit: number, asOf: Day): Promise<SourcePage<ProfileSource>> {
  const [rows] = await querier.query<RowDataPacket[]>("SELECT personId FROM wish WHERE personId > ? AND seeking = TRUE ORDER BY personId LIMIT ?", [after, limit]);
  const ids = rows.map((row) => row.personId as string);
  return { sources: await loadProfileSources(querier, ids, asOf), last: ids.length < limit ? null : ids.at(-1)! };
}

export async function countProfileSources(querier: Querier, asOf: Day): Promise<number> {
  const [rows] = await querier.query<RowDataPacket[]>(`SELECT COUNT(*) AS n ${TABLES} WHERE ${VISIBLE}`, [bornBy(asOf)]);
  return Number(rows[0]?.n ?? 0);
}

/** Which of the ids belong to profiles that may be found. */
export async function visibleProfileIds(querier: Querier, ids: readonly string[], asOf: Day): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const [rows] = await querier.query<RowDataPacket[]>(`SELECT p.id ${TABLES} WHERE p.id IN (?) AND ${VISIBLE}`, [ids, bornBy(asOf)]);
  return new Set(rows.map((row) => row.id as string));
}

/** Persons whose profile changed by the calendar alone in [from, to]: a certificate or membership ran out or began, or they came of age. */
export async function personIdsTurnedBetween(querier: Querier, from: Day, to: Day): Promise<string[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT personId AS id FROM certificate WHERE expiresOn BETWEEN ? AND ?
     UNION SELECT personId FROM brand_membership WHERE validTo BETWEEN ? AND ? OR validFrom BETWEEN ? AND ?
     UNION SELECT id FROM person WHERE birthDate BETWEEN ? AND ?`,
    [from, to, from, to, from, to, bornBy(from), bornBy(to)],
  );
  return rows.map((row) => row.id as string).sort();
}

export const codesSchema = z.array(z.string());

async function assemble(querier: Querier, rows: RowDataPacket[], asOf: Day): Promise<ProfileSource[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id as string);
  const certificates = await grouped(querier,
    `SELECT personId, occupationCode, kind, level FROM certificate
      WHERE personId IN (?) AND verification NOT IN ('REFUSED', 'REVOKED') AND (expiresOn IS NULL OR expiresOn > ?) ORDER BY personId, id`, [ids, asOf]);
  const brands = await grouped(querier,
    `SELECT DISTINCT c.personId, c.brandId FROM brand_membership c WHERE c.personId IN (?) AND ${COUNTING_MEMBERSHIP} ORDER BY c.personId, c.brandId`, [ids, asOf, asOf]);
  const wishes = rows.map((row) => codesSchema.parse(readJson(row.occupationCodes)));
  const occupations = await loadOccupations(querier, [...new Set(wishes.flat())]);
  return rows.map((row, at) => ({
    id: row.id,
    birthYear: row.birthYear,
    education: row.education,
    homeCountyCode: row.homeCountyCode,
    lat: row.lat,
    lng: row.lng,
    occupations: (wishes[at] ?? []).map((code) => occupations.get(code) ?? { code, name: "" }),
    minWageFen: row.minWageFen,
    needsHousing: Boolean(row.needsHousing),
    willInCounty: Boolean(row.willInCounty),
    willInProvince: Boolean(row.willInProvince),
    willOutOfProvince: Boolean(row.willOutOfProvince),
    willOverseas: Boolean(row.willOverseas),
    availableFrom: row.availableFrom,
    certificates: (certificates.get(row.id) ?? []).map(({ occupationCode, kind, level }) => ({ occupationCode, kind, level })),
    brandIds: (brands.get(row.id) ?? []).map((one) => one.brandId as string),
  }));
}

async function loadOccupations(querier: Querier, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, ProfileSource["occupations"][number]>();
  const [rows] = await querier.query<RowDataPacket[]>("SELECT code, nameZh FROM occupation WHERE code IN (?)", [codes]);
  return new Map(rows.map((row) => [row.code as string, { code: row.code as string, name: row.nameZh as string }]));
}

async function grouped(querier: Querier, sql: string, params: unknown[]): Promise<Map<string, RowDataPacket[]>> {
  const [rows] = await querier.query<RowDataPacket[]>(sql, params);
  const groups = new Map<string, RowDataPacket[]>();
  for (const row of rows) {
    const group = groups.get(row.personId as string);
    if (group) group.push(row);
    else groups.set(row.personId as string, [row]);
  }
  return groups;
}
