import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { PlaceClass, Stream } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

export interface CountedPersonView {
  personId: string;
  placementId: string;
  nameMasked: string;
  home: Name;
  countedOn: Day;
  placeClass: PlaceClass;
  stream: Stream;
  rung: number;
  employerName: string | null;
  postTitle: string | null;
  workRegion: Name;
}

export interface CountyPeopleView {
  county: { code: string; name: Name };
  year: number;
  caliberCode: string;
  total: number;
  byRung: { rung: number; persons: number }[];
  page: number;
  pageCount: number;
  people: CountedPersonView[];
}

const PAGE_SIZE = 50;

/**
 * The people behind a county's number and the proof behind each, for a bureau that acts for the county;
 * null for everybody else. Each look is
 * written to the audit.
 */
export async function readCountyPeople(
  deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">,
  actor: Actor,
  query: { countyCode: string; year: number; caliberCode: string; page: number; size?: number },
): Promise<CountyPeopleView | null> {
  if (!actsForRegion(actor, query.countyCode)) return null;
  const { size = PAGE_SIZE } = query;
  const where = [query.year, query.caliberCode, query.countyCode];
  const [[rungs], [rows], names] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(
      "SELECT rung, COUNT(*) AS persons FROM target_count WHERE year = ? AND caliberCode = ? AND countyCode = ? GROUP BY rung ORDER BY rung", where),
    deps.pool.query<RowDataPacket[]>(
      `SELECT c.personId, c.placementId, c.countedOn, c.placeClass, c.stream, c.rung, n.nameMasked, n.homeRegionCode,
              a.workRegionCode, e.name AS employerName, p.title AS postTitle
         FROM target_count c JOIN person n ON n.id = c.personId JOIN placement a ON a.id = c.placementId
         LEFT JOIN post p ON p.id = a.postId LEFT JOIN employer e ON e.id = p.employerId
        WHERE c.year = ? AND c.caliberCode = ? AND c.countyCode = ?
        ORDER BY c.countedOn DESC, c.personId LIMIT ? OFFSET ?`, [...where, size, (query.page - 1) * size]),
    regionNames(deps.pool, [query.countyCode]),
  ]);
  const [homes, works] = await Promise.all([
    regionNames(deps.pool, rows.map((row) => (row.homeRegionCode as string).slice(0, 9))),
    regionPaths(deps.pool, rows.map((row) => row.workRegionCode as string)),
  ]);
  await writeAudit(deps, actor, { action: "see-county-people", subjectType: "county", subjectId: query.countyCode, outcome: "ok" });
  const total = rungs.reduce((sum, row) => sum + Number(row.persons), 0);
  const unknown = { zh: "", en: "" };
  return {
    county: { code: query.countyCode, name: names.get(query.countyCode) ?? unknown },
    year: query.year, caliberCode: query.caliberCode, total,
    byRung: rungs.map((row) => ({ rung: row.rung as number, persons: Number(row.persons) })),
    page: query.page, pageCount: Math.max(1, Math.ceil(total / size)),
    people: rows.map((row) => ({
      personId: row.personId as string, placementId: row.placementId as string, nameMasked: row.nameMasked as string,
      home: homes.get((row.homeRegionCode as string).slice(0, 9)) ?? unknown, countedOn: row.countedOn as Day,
      placeClass: row.placeClass as PlaceClass, stream: row.stream as Stream, rung: row.rung as number,
      employerName: row.employerName as string | null, postTitle: row.postTitle as string | null,
      workRegion: works.get(row.workRegionCode as string) ?? unknown,
    })),
  };
}
