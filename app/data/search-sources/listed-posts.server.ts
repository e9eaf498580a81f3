import type { RowDataPacket } from "mysql2/promise";
import { isOverseas, provinceOf, scopePrefix } from "#app/domain/region/codes.ts";
import { type Day } from "#app/domain/dates.ts";
import { type Education, EDUCATIONS, type PlaceClass, SKILL_LEVELS, type SkillLevel, type Stream } from "#app/domain/terms.ts";
import type { Querier } from "#app/platform/database.server.ts";
import { VISIBLE } from "./posts.server.ts";

/** What the database can find posts by: all that the engine filters by, and words as they are written. */
export interface ListedBy {
  q: string;
  stream: readonly Stream[];
  region: string | null;
  place: readonly PlaceClass[];
  wage: number | null;
  cert: string | null;
  level: SkillLevel | null;
  brand: string | null;
  housing: boolean;
  monthly: boolean;
  education: Education | null;
  verified: boolean;
  agency: boolean;
  /** of `distance`: those of this county first, then of its city */
  order: "date" | "wage" | { nearCounty: string };
}

interface Clause {
  sql: string;
  values: unknown[];
}

const MOST_WORDS = 4;

/** Ids of a page of open posts, and how many there are; for while there is no engine to ask. */
export async function listPostIds(
  querier: Querier, by: ListedBy, { homeCountyCode, asOf, limit, offset }: { homeCountyCode: string | null; asOf: Day; limit: number; offset: number },
): Promise<{ ids: string[]; total: number }> {
  const { from, values } = await openPosts(querier, by, homeCountyCode, asOf);
  const order = orderOf(by.order);
  const [[rows], [counted]] = await Promise.all([
    querier.query<RowDataPacket[]>(`SELECT p.id ${from} ORDER BY ${order.sql} LIMIT ? OFFSET ?`, [...values, ...order.values, limit, offset]),
    querier.query<RowDataPacket[]>(`SELECT COUNT(*) AS n ${from}`, values),
  ]);
  return { ids: rows.map((row) => row.id as string), total: Number(counted[0]?.n ?? 0) };
}

/** How many of them each active brand has, most first. */
export async function countListedByBrand(querier: Querier, by: ListedBy, { homeCountyCode, asOf }: { homeCountyCode: string | null; asOf: Day }): Promise<{ value: string; count: number }[]> {
  const { from, values } = await openPosts(querier, by, homeCountyCode, asOf);
  const [rows] = await querier.query<RowDataPacket[]>(`SELECT p.brandId AS value, COUNT(*) AS count ${from} AND p.brandId IS NOT NULL GROUP BY p.brandId ORDER BY count DESC, value`, values);
  return rows.map((row) => ({ value: row.value as string, count: Number(row.count) }));
}

async function openPosts(querier: Querier, by: ListedBy, home: string | null, asOf: Day) {
  const clauses = [{ sql: `${VISIBLE} AND p.validFrom <= ?`, values: [asOf, asOf] }, ...conditions(by, home, asOf), ...(await words(querier, by.q))];
  return { from: `FROM post p JOIN employer e ON e.id = p.employerId WHERE ${clauses.map(({ sql }) => sql).join(" AND ")}`, values: clauses.flatMap((clause) => clause.values) };
}

function conditions(by: ListedBy, home: string | null, asOf: Day): Clause[] {
  const all: (Clause | false)[] = [
    by.stream.length > 0 && { sql: "p.stream IN (?)", values: [by.stream] },
    by.region !== null && within(by.region),
    by.place.length > 0 && anyOf(by.place.flatMap((one) => placed(one, home))),
    by.wage !== null && { sql: "COALESCE(p.monthlyMaxFen, p.monthlyMinFen) >= ?", values: [by.wage * 100] },
    by.cert === "none" && { sql: "p.certOccupationCode IS NULL", values: [] },
    by.cert !== null && by.cert !== "none" && { sql: "p.certOccupationCode = ?", values: [by.cert] },
    by.cert !== null && by.cert !== "none" && by.level !== null && { sql: "(p.certLevel IS NULL OR p.certLevel IN (?))", values: [SKILL_LEVELS.slice(0, SKILL_LEVELS.indexOf(by.level) + 1)] },
    by.brand !== null && { sql: "p.brandId = ? AND EXISTS (SELECT 1 FROM labour_brand b WHERE b.id = p.brandId AND b.state = 'ACTIVE')", values: [by.brand] },
    by.housing && { sql: "p.housing = 1", values: [] },
    by.monthly && { sql: "p.wagePeriod = 'MONTH'", values: [] },
    by.education !== null && { sql: "p.educationMin IN (?)", values: [EDUCATIONS.slice(0, EDUCATIONS.indexOf(by.education) + 1)] },
    by.verified && { sql: "(p.verifiedAt IS NOT NULL OR (e.status = 'APPROVED' AND e.verifiedAt IS NOT NULL AND (e.reverifyBy IS NULL OR e.reverifyBy >= ?)))", values: [asOf] },
    !by.agency && { sql: "e.kind <> 'COMMERCIAL_AGENCY'", values: [] },
  ];
  return all.filter((one) => one !== false);
}

function within(code: string): Clause {
  if (isOverseas(code)) return { sql: "p.countyCode = ?", values: [code] };
  return code.length > 6 ? { sql: "p.regionCode LIKE ?", values: [`${code}%`] } : { sql: "p.countyCode LIKE ?", values: [`${scopePrefix(code)}%`] };
}

function placed(place: PlaceClass, home: string | null): Clause[] {
  const province = home === null ? "" : `${provinceOf(home).slice(0, 2)}%`;
  switch (place) {
    case "IN_COUNTY":
      return home === null ? [] : [{ sql: "p.countyCode = ?", values: [home] }];
    case "IN_PROVINCE":
      return [home === null ? { sql: "p.scope = 'IN_PROVINCE'", values: [] } : { sql: "(p.countyCode LIKE ? AND p.countyCode <> ?)", values: [province, home] }];
    case "OUT_OF_PROVINCE":
      return [home === null ? { sql: "p.scope = 'OUT_OF_PROVINCE'", values: [] } : { sql: "(p.scope <> 'OVERSEAS' AND p.countyCode NOT LIKE ?)", values: [province] }];
    case "OVERSEAS":
      return [{ sql: "p.scope = 'OVERSEAS'", values: [] }];
  }
}

function anyOf(clauses: readonly Clause[]): Clause | false {
  return clauses.length > 0 && { sql: `(${clauses.map(({ sql }) => sql).join(" OR ")})`, values: clauses.flatMap(({ values }) => values) };
}

/** Each word stands in the title or the employer's name, or is what the trade is called. */
async function words(querier: Querier, q: string): Promise<Clause[]> {
  return Promise.all(q.split(" ").filter((word) => word !== "").slice(0, MOST_WORDS).map(async (word) => {
    const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    const [trades] = await querier.query<RowDataPacket[]>("SELECT code FROM occupation WHERE nameZh LIKE ? OR aliases LIKE ? LIMIT 200", [like, like]);
    const codes = trades.map((row) => row.code as string);
    return { sql: `(p.title LIKE ? OR e.name LIKE ?${codes.length > 0 ? " OR p.occupationCode IN (?)" : ""})`, values: [like, like, ...(codes.length > 0 ? [codes] : [])] };
  }));
}

function orderOf(order: ListedBy["order"]): Clause {
  if (order === "date") return { sql: "p.publishedAt DESC, p.id", values: [] };
  if (order === "wage") return { sql: "p.monthlyMinFen DESC, p.id", values: [] };
  const { nearCounty } = order;
  return { sql: "(p.countyCode = ?) DESC, (p.countyCode LIKE ?) DESC, (p.countyCode LIKE ?) DESC, p.publishedAt DESC, p.id", values: [nearCounty, `${nearCounty.slice(0, 4)}%`, `${nearCounty.slice(0, 2)}%`] };
}
