import type { RowDataPacket } from "mysql2";
import type { Deps } from "#app/platform/deps.server.ts";

/** Persons by whom the counters differ from the counted rows, cell by cell: 0 when every counter is right. Read in one statement, so from one moment. */
export async function readCounterDrift({ pool }: Pick<Deps, "pool">): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT COALESCE(SUM(ABS(persons)), 0) AS drift FROM (
       SELECT SUM(persons) AS persons FROM (
         SELECT year, caliberCode, countyCode, month, placeClass, stream, persons FROM target_counter
         UNION ALL
         SELECT year, caliberCode, countyCode, MONTH(countedOn), placeClass, stream, -COUNT(*) FROM target_count
          GROUP BY year, caliberCode, countyCode, MONTH(countedOn), placeClass, stream
       ) both_sides GROUP BY year, caliberCode, countyCode, month, placeClass, stream
     ) cells`,
  );
  return Number(rows[0]?.drift);
}
