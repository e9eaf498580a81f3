import type { ResultSetHeader, RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { Pool, Querier } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface RunRow {
  id: string;
  regionCode: string;
  asOf: Day;
  status: "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
  phase: string;
}

/** The phase of a run whose matches are all found and wait to be published. */
export const DRAFTED = "write";

export async function readRun(pool: Pool, runId: string): Promise<RunRow | null> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, regionCode, asOf, status, phase FROM match_run WHERE id = ?", [runId]);
  return (rows[0] as RunRow | undefined) ?? null;
}

/** Where a run under way has got to. Nobody waits for this to be written: what comes late doesn't take back that all is found, for then it would never be published. */
export async function markProgress(pool: Querier, runId: string, phase: string, done: number, total: number): Promise<void> {
  await pool.query("UPDATE match_run SET phase = ?, progressDone = ?, progressTotal = ? WHERE id = ? AND status = 'RUNNING' AND phase <> ?", [phase, done, total, runId, DRAFTED]);
}

export async function markStarted(deps: Pick<Deps, "pool" | "clock">, runId: string): Promise<void> {
  await deps.pool.query("UPDATE match_run SET status = 'RUNNING', startedAt = COALESCE(startedAt, ?), error = NULL WHERE id = ? AND status <> 'CANCELLED'", [deps.clock.now(), runId]);
}

export async function markFailed(deps: Pick<Deps, "pool" | "clock">, runId: string, code: string): Promise<void> {
  await deps.pool.query("UPDATE match_run SET status = 'FAILED', finishedAt = ?, error = ? WHERE id = ? AND status NOT IN ('DONE', 'CANCELLED')", [deps.clock.now(), code, runId]);
}

/** Openings that open proposals to people outside the run's region already speak for. */
export async function openProposalsElsewhere(pool: Querier, homePrefix: string): Promise<Map<string, number>> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT m.postId, COUNT(*) AS n FROM job_match m JOIN person p ON p.id = m.personId
      WHERE m.status = 'PROPOSED' AND p.homeCountyCode NOT LIKE ? GROUP BY m.postId`, [`${homePrefix}%`]);
  return new Map(rows.map((row) => [row.postId as string, Number(row.n)]));
}

/** Whether somebody has called off a run: it is to stop at its next step and write nothing. */
export async function isCancelRequested(pool: Querier, runId: string): Promise<boolean> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT cancelRequestedAt FROM match_run WHERE id = ?", [runId]);
  return rows[0] !== undefined && rows[0].cancelRequestedAt !== null;
}

/** Closes a run that was called off; false when it had ended by itself, and then it stays as it ended. */
export async function markCancelled(deps: Pick<Deps, "pool" | "clock">, runId: string): Promise<boolean> {
  const [closed] = await deps.pool.query<ResultSetHeader>(
    "UPDATE match_run SET status = 'CANCELLED', finishedAt = ? WHERE id = ? AND status IN ('QUEUED', 'RUNNING') AND cancelRequestedAt IS NOT NULL", [deps.clock.now(), runId]);
  return closed.affectedRows === 1;
}
