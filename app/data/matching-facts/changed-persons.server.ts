import type { RowDataPacket } from "mysql2";
import type { Pool } from "#app/platform/database.server.ts";

/** A transaction may take so long between its clock's reading and its commit. */
const LATE_MS = 60_000;

/** Ids of the people who have changed since an instant, or may have: changes of the minute before are given again. */
export async function changedPersonsSince(pool: Pool, since: Date): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT DISTINCT subjectId FROM outbox_event WHERE event IN ('person.changed', 'placement.recorded') AND recordedAt >= ?", [new Date(since.getTime() - LATE_MS)]);
  return rows.map((row) => row.subjectId as string);
}
