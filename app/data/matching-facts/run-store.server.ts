import type { ResultSetHeader, RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { Reason } from "#app/domain/matching/facts.ts";
import type { Pool, Querier } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface RunRow {
  id: string;
  regionCode: string;
  asOf: Day;
  status: "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
}

export async function readRun(pool: Pool, runId: string): Promise<RunRow | null> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, regionCode, asOf, status FROM match_run WHERE id = ?", [runId]);
  return (rows[0] as RunRow | undefined) ?? null;
}

export async function markProgress(pool: Querier, runId: string, phase: string, done: number, total: number): Promise<void> {
  await pool.query("UPDATE match_run SET phase = ?, progressDone = ?, progressTotal = ? WHERE id = ?", [phase, done, total, runId]);
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

export interface Proposal {
  personId: string;
  postId: string;
  score: number;
  reasons: Reason[];
}

/**
 * Puts a run's proposals in the place of the open ones of its region, all or nothing. People who accepted
 * something while the run was computing keep that and get no proposal. A run that is DONE or called off is left
 * alone: a job delivered twice writes once, and one that was called off writes nothing.
 */
export async function writeProposals(
  deps: Pick<Deps, "pool" | "clock" | "newId">,
  run: RunRow,
  homePrefix: string,
  proposals: readonly Proposal[],
  result: Record<string, unknown>,
): Promise<{ written: number; skipped: number }> {
  const connection = await deps.pool.getConnection();
  try {
    await connection.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    await connection.beginTransaction();
    const [state] = await connection.query<RowDataPacket[]>("SELECT status, cancelRequestedAt FROM match_run WHERE id = ? FOR UPDATE", [run.id]);
    if (state[0]?.status === "DONE" || state[0]?.cancelRequestedAt !== null) {
      await connection.rollback();
      await markCancelled(deps, run.id);
      return { written: 0, skipped: proposals.length };
    }
    const now = deps.clock.now();
    await connection.query<ResultSetHeader>(
      `UPDATE job_match m JOIN person p ON p.id = m.personId SET m.status = 'SUPERSEDED', m.openKey = NULL, m.decidedAt = ?
        WHERE m.status = 'PROPOSED' AND p.homeCountyCode LIKE ?`, [now, `${homePrefix}%`]);
    const placed = await activePersons(connection, proposals.map((one) => one.personId));
    const rows = proposals.filter((one) => !placed.has(one.personId));
    for (let from = 0; from < rows.length; from += 1_000) {
      await connection.query(
        "INSERT INTO job_match (id, runId, personId, postId, score, reasons, status, openKey, proposedAt) VALUES ?",
        [rows.slice(from, from + 1_000).map((one) => [deps.newId(), run.id, one.personId, one.postId, one.score, JSON.stringify(one.reasons), "PROPOSED", one.personId, now])],
      );
    }
    const skipped = proposals.length - rows.length;
    await connection.query(
      "UPDATE match_run SET status = 'DONE', phase = 'done', finishedAt = ?, result = ?, progressDone = progressTotal WHERE id = ?",
      [now, JSON.stringify({ ...result, proposals: rows.length, skipped }), run.id]);
    await connection.commit();
    return { written: rows.length, skipped };
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

async function activePersons(connection: Querier, ids: readonly string[]): Promise<Set<string>> {
  const active = new Set<string>();
  for (let from = 0; from < ids.length; from += 5_000) {
    const [rows] = await connection.query<RowDataPacket[]>("SELECT activeKey FROM placement WHERE activeKey IN (?)", [ids.slice(from, from + 5_000)]);
    for (const row of rows) active.add(row.activeKey as string);
  }
  return active;
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
