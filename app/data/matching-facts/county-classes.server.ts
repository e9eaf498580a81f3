import type { RowDataPacket } from "mysql2";
import type { FairnessCountyClass } from "#app/domain/matching/fairness.ts";
import type { Pool } from "#app/platform/database.server.ts";

/** The class of each county that has been given one. */
export async function countyClasses(pool: Pool): Promise<Map<string, FairnessCountyClass>> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code, countyClass FROM county WHERE countyClass IS NOT NULL");
  return new Map(rows.map((row) => [row.code as string, row.countyClass as FairnessCountyClass]));
}
