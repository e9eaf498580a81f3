import type { RowDataPacket } from "mysql2/promise";
import { z } from "zod";
import { addDays, type Day } from "#app/domain/dates.ts";
import { type Querier, readJson } from "#app/platform/database.server.ts";
import type { PostSource, SourcePage } from "./rows.ts";

const COLUMNS = `
  SELECT p.id, p.stream, p.title, p.description, p.occupationCode, o.nameZh AS occupationName, o.aliases AS occupationAliases,
         p.employerId, e.name AS employerName, e.kind AS employerKind,
         e.status = 'APPROVED' AND e.verifiedAt IS NOT NULL AND (e.reverifyBy IS NULL OR e.reverifyBy >= ?) AS employerVerified,
         p.regionCode, p.countyCode, p.scope,
         county.name AS countyName, county.pinyin AS countyPinyin, city.name AS cityName, city.pinyin AS cityPinyin,
         province.name AS provinceName, province.pinyin AS provincePinyin,
         COALESCE(county.lat, city.lat) AS lat, COALESCE(county.lng, city.lng) AS lng,
         p.wageMinFen, p.wageMaxFen, p.wagePeriod, p.wageMonths, p.hoursPerDay, p.daysPerWeek, p.monthlyMinFen, p.monthlyMaxFen, p.housing, p.meals, p.insurance, p.educationMin,
         p.certOccupationCode, p.certLevel, b.id AS brandId, b.name AS brandName, p.openings, p.filled, p.validFrom, p.validUntil,
         p.publishedAt, p.verifiedAt
    FROM post p
    JOIN employer e ON e.id = p.employerId
    LEFT JOIN occupation o ON o.code = p.occupationCode
    LEFT JOIN region county ON county.code = p.countyCode
    LEFT JOIN region city ON city.code = CONCAT(LEFT(p.countyCode, 4), '00') AND city.code <> p.countyCode
    LEFT JOIN region province ON province.code = CONCAT(LEFT(p.countyCode, 2), '0000') AND province.code <> p.countyCode
    LEFT JOIN labour_brand b ON b.id = p.brandId AND b.state = 'ACTIVE'`;

/** Published, with an opening left, still valid, and its employer not suspended. */
export const VISIBLE = "p.status = 'PUBLISHED' AND p.filled < p.openings AND p.validUntil > ? AND e.status <> 'SUSPENDED'";

/** Those of the named posts that may be found on a day; the others are left out, whether closed or gone. */
export async function loadPostSources(querier: Querier, ids: readonly string[], asOf: Day): Promise<PostSource[]> {
  if (ids.length === 0) return [];
  const [rows] = await querier.query<RowDataPacket[]>(`${COLUMNS} WHERE p.id IN (?) AND ${VISIBLE}`, [asOf, ids, asOf]);
  return rows.map(toSource);
}

/**
 * The posts that may be found among the next `limit` by id behind `after`. Ids are taken first: asked for both at once, the database may begin with the
 * employers, and goes through all posts for each page.
 */
export async function nextPostSources(querier: Querier, after: string, limit: number, asOf: Day): Promise<SourcePage<PostSource>> {
  const [rows] = await querier.query<RowDataPacket[]>("SELECT id FROM post WHERE id > ? AND status = 'PUBLISHED' AND filled < openings AND validUntil > ? ORDER BY id LIMIT ?", [after, asOf, limit]);
  const ids = rows.map((row) => row.id as string);
  return { sources: await loadPostSources(querier, ids, asOf), last: ids.length < limit ? null : ids.at(-1)! };
}

export async function countPostSources(querier: Querier, asOf: Day): Promise<number> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS n FROM post p JOIN employer e ON e.id = p.employerId WHERE ${VISIBLE}`, [asOf]);
  return Number(rows[0]?.n ?? 0);
}

/** Which of the ids belong to posts that may be found. */
export async function visiblePostIds(querier: Querier, ids: readonly string[], asOf: Day): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT p.id FROM post p JOIN employer e ON e.id = p.employerId WHERE p.id IN (?) AND ${VISIBLE}`, [ids, asOf]);
  return new Set(rows.map((row) => row.id as string));
}

/** Posts that the calendar alone changed in [from, to]: they ended, or the look at their employer fell due. No event tells of it. */
export async function postIdsLapsedBetween(querier: Querier, from: Day, to: Day): Promise<string[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT id FROM post WHERE status = 'PUBLISHED' AND validUntil >= ? AND validUntil <= ?
     UNION SELECT p.id FROM post p JOIN employer e ON e.id = p.employerId
      WHERE p.status = 'PUBLISHED' AND e.reverifyBy >= ? AND e.reverifyBy < ? ORDER BY id`, [from, to, addDays(from, -1), to]);
  return rows.map((row) => row.id as string);
}

export const aliasesSchema = z.array(z.string());

function readAliases(value: unknown): string[] {
  return value === null || value === undefined ? [] : aliasesSchema.parse(readJson(value));
}

function toSource(row: RowDataPacket): PostSource {
  const places = [
    { name: row.provinceName, pinyin: row.provincePinyin },
    { name: row.cityName, pinyin: row.cityPinyin },
    { name: row.countyName, pinyin: row.countyPinyin },
  ].filter((place): place is { name: string; pinyin: string } => typeof place.name === "string");
  return {
    id: row.id,
    stream: row.stream,
    title: row.title,
    description: row.description,
    occupationCode: row.occupationCode,
    occupationName: row.occupationName,
    occupationAliases: readAliases(row.occupationAliases),
    employerId: row.employerId,
    employerName: row.employerName,
    employerKind: row.employerKind,
    employerVerified: Boolean(row.employerVerified),
    regionCode: row.regionCode,
    countyCode: row.countyCode,
    scope: row.scope,
    places,
    lat: row.lat,
    lng: row.lng,
    wageMinFen: row.wageMinFen,
    wageMaxFen: row.wageMaxFen,
    wagePeriod: row.wagePeriod,
    wageMonths: row.wageMonths,
    hoursPerDay: row.hoursPerDay,
    daysPerWeek: row.daysPerWeek,
    monthlyMinFen: row.monthlyMinFen,
    monthlyMaxFen: row.monthlyMaxFen,
    housing: Boolean(row.housing),
    meals: Boolean(row.meals),
    insurance: Boolean(row.insurance),
    educationMin: row.educationMin,
    certOccupationCode: row.certOccupationCode,
    certLevel: row.certLevel,
    brandId: row.brandId,
    brandName: row.brandName,
    openings: row.openings,
    filled: row.filled,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    publishedAt: row.publishedAt,
    verifiedAt: row.verifiedAt,
  };
}
