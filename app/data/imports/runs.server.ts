import type { PoolConnection } from "mysql2/promise";
import type { Pool } from "#app/platform/database.server.ts";

export interface RunCounts {
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export async function beginImportRun(
  pool: Pool,
  run: { id: string; kind: string; source: string; fileName: string; startedAt: Date; userId: string | null },
): Promise<void> {
  await pool.query("INSERT INTO import_run (id, kind, source, fileName, startedAt, userId) VALUES (?)", [
    [run.id, run.kind, run.source, run.fileName.slice(0, 200), run.startedAt, run.userId],
  ]);
}

/** Written in the transaction of the rows it counts, so that a killed run tells what it did. */
export async function countImportRun(connection: Pick<PoolConnection, "query">, id: string, counts: RunCounts): Promise<void> {
  await connection.query("UPDATE import_run SET totalRows = ?, imported = ?, updated = ?, unchanged = ?, rejected = ? WHERE id = ?", [
    counts.rows, counts.imported, counts.updated, counts.unchanged, counts.rejected, id,
  ]);
}

export async function endImportRun(pool: Pool, id: string, finishedAt: Date, result: unknown): Promise<void> {
  await pool.query("UPDATE import_run SET finishedAt = ?, result = ? WHERE id = ?", [finishedAt, JSON.stringify(result), id]);
}
