import type { RowDataPacket } from "mysql2";
import type { Querier } from "#app/platform/database.server.ts";
import { EMPLOYERS_MAY_FIND } from "../consents.server.ts";

/** Ids of people of the post's county who look for work and have no place, monitored households first, then the post's township, then who registered last. */
export async function findLocalSeekers(querier: Querier, postId: string, limit: number): Promise<string[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT p.id, EXISTS (SELECT 1 FROM person_category c WHERE c.personId = p.id AND c.kind LIKE 'MONITORED%' AND c.validTo IS NULL) AS monitored
       FROM post o JOIN person p ON p.homeCountyCode = o.countyCode AND p.deletedAt IS NULL JOIN wish w ON w.personId = p.id AND w.seeking = 1
      WHERE o.id = ? AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = p.id) AND ${EMPLOYERS_MAY_FIND}
      ORDER BY monitored DESC, LEFT(p.homeRegionCode, 9) = LEFT(o.regionCode, 9) DESC, p.id DESC LIMIT ?`, [postId, limit]);
  return rows.map((row) => row.id as string);
}
