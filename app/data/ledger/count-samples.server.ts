import type { RowDataPacket } from "mysql2/promise";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Pool } from "#app/platform/database.server.ts";

export interface SampleFrame {
  year: number;
  caliberCode: string;
  regionCode: string;
}

export interface Drawn {
  personId: string;
  placementId: string;
  eventId: string;
  rung: number;
}

/** How many count on each rung of the proof ladder. */
export async function countRungs(pool: Pool, { year, caliberCode, regionCode }: SampleFrame): Promise<Map<number, number>> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT rung, COUNT(*) AS persons FROM target_count WHERE year = ? AND caliberCode = ? AND countyCode LIKE ? GROUP BY rung ORDER BY rung", [year, caliberCode, `${scopePrefix(regionCode)}%`]);
  return new Map(rows.map((row) => [row.rung as number, Number(row.persons)]));
}

/** Draws `perRung` people of a rung in the order of a hash of seed and id: at random, and the same again for the same seed. */
export async function drawRung(pool: Pool, { year, caliberCode, regionCode }: SampleFrame, rung: number, perRung: number, seed: string): Promise<Drawn[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT personId, placementId, eventId, rung FROM target_count WHERE year = ? AND caliberCode = ? AND countyCode LIKE ? AND rung = ?
      ORDER BY SHA2(CONCAT(?, personId), 256), personId LIMIT ?`, [year, caliberCode, `${scopePrefix(regionCode)}%`, rung, seed, perRung]);
  return rows as unknown as Drawn[];
}
