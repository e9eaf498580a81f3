import type { RowDataPacket } from "mysql2";
import { type CategoryRow, openCategory } from "#app/data/person-status.ts";
import { MONITORED_CATEGORIES } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { EMPLOYERS_MAY_FIND } from "../consents.server.ts";

/** Ids of people of the post's county who look for work and have no place, monitored households first, then the post's township, then who registered last. */
export async function findLocalSeekers(deps: Pick<Deps, "pool" | "crypto">, postId: string, limit: number): Promise<string[]> {
  const [[seekers], monitored] = await Promise.all([deps.pool.query<RowDataPacket[]>(
    `SELECT p.id, LEFT(p.homeRegionCode, 9) = LEFT(o.regionCode, 9) AS near
       FROM post o JOIN person p ON p.homeCountyCode = o.countyCode AND p.deletedAt IS NULL JOIN wish w ON w.personId = p.id AND w.seeking = 1
      WHERE o.id = ? AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = p.id) AND ${EMPLOYERS_MAY_FIND}
      ORDER BY near DESC, p.id DESC`, [postId]), monitoredSeekers(deps, postId)]);
  const [first, others] = [seekers.filter((row) => monitored.has(row.id as string)), seekers.filter((row) => !monitored.has(row.id as string))];
  return [...first, ...others].slice(0, limit).map((row) => row.id as string);
}

/** Of the post's county, those who look for work and are monitored now. */
async function monitoredSeekers(deps: Pick<Deps, "pool" | "crypto">, postId: string): Promise<Set<string>> {
  const [rows] = await deps.pool.query<(RowDataPacket & CategoryRow & { personId: string })[]>(
    `SELECT c.id, c.personId, c.kind, c.kindEnc FROM post o JOIN person p ON p.homeCountyCode = o.countyCode AND p.deletedAt IS NULL JOIN wish w ON w.personId = p.id AND w.seeking = 1
       JOIN person_category c ON c.personId = p.id AND c.validTo IS NULL WHERE o.id = ?`, [postId]);
  return new Set(rows.filter((row) => MONITORED_CATEGORIES.includes(openCategory(deps, row))).map((row) => row.personId));
}
