import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { PostFacts } from "#app/domain/matching/facts.ts";
import type { Education, PostScope, SkillLevel, Stream, WelfareKind } from "#app/domain/terms.ts";
import type { Pool } from "#app/platform/database.server.ts";

interface PostRow extends RowDataPacket {
  id: string;
  stream: Stream;
  status: string;
  validFrom: Day;
  validUntil: Day;
  openings: number;
  filled: number;
  occupationCode: string | null;
  regionCode: string;
  countyCode: string;
  lat: number | null;
  lng: number | null;
  scope: PostScope;
  monthlyMinFen: number | null;
  monthlyMaxFen: number | null;
  hoursPerDay: number;
  housing: number;
  educationMin: Education;
  experienceMonths: number;
  certOccupationCode: string | null;
  certLevel: SkillLevel | null;
  brandId: string | null;
  welfareKind: WelfareKind | null;
  employerStatus: string;
}

const POST_SQL = `
  SELECT p.id, p.stream, p.status, p.validFrom, p.validUntil, p.openings, p.filled, p.occupationCode, p.regionCode, p.countyCode,
         r.lat, r.lng, p.scope, p.monthlyMinFen, p.monthlyMaxFen, p.hoursPerDay, p.housing, p.educationMin, p.experienceMonths,
         p.certOccupationCode, p.certLevel, IF(b.state = 'ACTIVE', p.brandId, NULL) AS brandId, t.kind AS welfareKind, e.status AS employerStatus
    FROM post p
    JOIN employer e ON e.id = p.employerId
    LEFT JOIN region r ON r.code = p.countyCode
    LEFT JOIN welfare_terms t ON t.postId = p.id
    LEFT JOIN labour_brand b ON b.id = p.brandId`;

/** The facts of the named posts; ids that don't exist are left out. */
export async function loadPostFacts(pool: Pool, ids: readonly string[], asOf: Day): Promise<Map<string, PostFacts>> {
  if (ids.length === 0) return new Map();
  const [rows] = await pool.query<PostRow[]>(`${POST_SQL} WHERE p.id IN (?)`, [ids]);
  return new Map(rows.map((row) => [row.id, toFacts(row, asOf)]));
}

/** Every post that can still be filled on a day, from approved employers, ordered by id. */
export async function loadOpenPosts(pool: Pool, asOf: Day): Promise<PostFacts[]> {
  const [rows] = await pool.query<PostRow[]>(
    `${POST_SQL} WHERE p.status = 'PUBLISHED' AND p.validFrom <= ? AND p.validUntil > ? AND p.filled < p.openings
       AND e.status = 'APPROVED' ORDER BY p.id`,
    [asOf, asOf],
  );
  return rows.map((row) => toFacts(row, asOf));
}

/** The open posts that could suit a person: of the small groups given, and local ones of the county. */
export async function loadPostsInReach(pool: Pool, smallGroups: readonly string[], countyCode: string, asOf: Day): Promise<PostFacts[]> {
  const open = "p.status = 'PUBLISHED' AND p.validFrom <= ? AND p.validUntil > ? AND p.filled < p.openings AND e.status = 'APPROVED'";
  // asked for apart, as no one index answers both
  const [ofTrades, local] = await Promise.all([
    Promise.all(smallGroups.map((group) => pool.query<PostRow[]>(`${POST_SQL} WHERE ${open} AND p.occupationCode LIKE ?`, [asOf, asOf, `${group}-%`]))),
    pool.query<PostRow[]>(`${POST_SQL} WHERE ${open} AND p.countyCode = ? AND p.stream IN ('WELFARE', 'WORKFARE')`, [asOf, asOf, countyCode]),
  ]);
  const rows = [...ofTrades, local].flatMap(([found]) => found);
  return [...new Map(rows.map((row) => [row.id, row])).values()].map((row) => toFacts(row, asOf));
}

const NEARBY_AT_MOST = 600;

/**
 * Open posts near a person, of each kind at most 600: of the home county whatever the trade, and of the small groups given in the
 * home's city and then anywhere. What a page shows of them is a sample where there are more.
 */
export async function loadPostsNearby(pool: Pool, smallGroups: readonly string[], countyCode: string, asOf: Day): Promise<PostFacts[]> {
  const open = "p.status = 'PUBLISHED' AND p.validFrom <= ? AND p.validUntil > ? AND p.filled < p.openings AND e.status = 'APPROVED'";
  const found = await Promise.all([
    pool.query<PostRow[]>(`${POST_SQL} WHERE ${open} AND p.countyCode = ? LIMIT ${NEARBY_AT_MOST}`, [asOf, asOf, countyCode]),
    ...smallGroups.flatMap((group) => [
      pool.query<PostRow[]>(`${POST_SQL} WHERE ${open} AND p.occupationCode LIKE ? AND p.countyCode LIKE ? LIMIT ${NEARBY_AT_MOST}`, [asOf, asOf, `${group}-%`, `${countyCode.slice(0, 4)}%`]),
      pool.query<PostRow[]>(`${POST_SQL} WHERE ${open} AND p.occupationCode LIKE ? LIMIT ${NEARBY_AT_MOST}`, [asOf, asOf, `${group}-%`]),
    ]),
  ]);
  return [...new Map(found.flatMap(([rows]) => rows).map((row) => [row.id, row])).values()].map((row) => toFacts(row, asOf));
}

function toFacts(row: PostRow, asOf: Day): PostFacts {
  return {
    id: row.id,
    stream: row.stream,
    open: row.status === "PUBLISHED" && row.employerStatus === "APPROVED" && row.validFrom <= asOf && row.validUntil > asOf,
    openingsLeft: row.openings - row.filled,
    occupationCode: row.occupationCode,
    countyCode: row.countyCode,
    townCode: row.regionCode.length >= 9 ? row.regionCode.slice(0, 9) : null,
    place: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    scope: row.scope,
    monthlyMinFen: row.monthlyMinFen,
    monthlyMaxFen: row.monthlyMaxFen,
    hoursPerDay: row.hoursPerDay,
    housing: Boolean(row.housing),
    educationMin: row.educationMin,
    experienceMonths: row.experienceMonths,
    certOccupationCode: row.certOccupationCode,
    certLevel: row.certLevel,
    brandId: row.brandId,
    welfareKind: row.welfareKind,
  };
}
