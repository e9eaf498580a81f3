import type { ResultSetHeader, RowDataPacket } from "mysql2";
import { emit, emitBulk } from "#app/data/outbox.server.ts";
import type { Reason } from "#app/domain/matching/facts.ts";
import type { RunResult } from "#app/domain/matching/run-result.ts";
import { insertRows, loadRows, takesLocalInfile } from "#app/platform/bulk.server.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { DRAFTED, markCancelled, type RunRow } from "./run-store.server.ts";

/** A match that a run has found, under the id that it will have. */
export interface Draft {
  id: string;
  personId: string;
  postId: string;
  score: number;
  reasons: Reason[];
}

/** Throws away what an earlier attempt at a run has left. */
export async function clearDrafts(pool: Pool, runId: string): Promise<void> {
  await pool.query("DELETE FROM match_draft WHERE runId = ?", [runId]);
}

/** Gives a function that writes drafts in bulk, by the fastest way that the server takes. */
export async function draftWriter(pool: Pool, runId: string): Promise<(drafts: readonly Draft[]) => Promise<void>> {
  const write = (await takesLocalInfile(pool)) ? loadRows : insertRows;
  return (drafts) => write(pool, "match_draft", drafts.map((one) => ({ runId, personId: one.personId, postId: one.postId, id: one.id, score: one.score, reasons: JSON.stringify(one.reasons) })));
}

/** Says that all of a run's drafts are there, and has them published. */
export async function markDrafted(deps: Pick<Deps, "db" | "clock" | "newId">, runId: string, result: Omit<RunResult, "proposals" | "skipped">): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await tx.matchRun.update({ where: { id: runId }, data: { phase: DRAFTED, progressDone: 0, progressTotal: result.matched, result: { ...result, proposals: result.matched, skipped: 0 } as object } });
    await emit(deps, tx, [{ event: "matching.found", subjectId: runId }]);
  });
}

/**
 * Puts a run's drafts in the place of the open proposals of its region, all or nothing. People who accepted something
 * meanwhile keep that and get no proposal. A run that is not waiting for this, or was called off, is left alone: a job
 * delivered twice writes once, and one that was called off writes nothing.
 */
export async function publishDrafts(deps: Pick<Deps, "pool" | "clock" | "newId">, run: RunRow, homePrefix: string): Promise<{ written: number; skipped: number } | null> {
  const connection = await deps.pool.getConnection();
  try {
    await connection.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    await connection.beginTransaction();
    const [state] = await connection.query<RowDataPacket[]>("SELECT status, phase, cancelRequestedAt, result FROM match_run WHERE id = ? FOR UPDATE", [run.id]);
    if (state[0]?.status !== "RUNNING" || state[0].phase !== DRAFTED || state[0].cancelRequestedAt !== null) {
      await connection.rollback();
      await markCancelled(deps, run.id);
      return null;
    }
    const now = deps.clock.now();
    await connection.query<ResultSetHeader>(
      `UPDATE job_match m JOIN person p ON p.id = m.personId SET m.status = 'SUPERSEDED', m.openKey = NULL, m.decidedAt = ?
        WHERE m.status = 'PROPOSED' AND p.homeCountyCode LIKE ?`, [now, `${homePrefix}%`]);
    const [written] = await connection.query<ResultSetHeader>(
      `INSERT INTO job_match (id, runId, personId, postId, score, reasons, status, openKey, proposedAt)
       SELECT d.id, d.runId, d.personId, d.postId, d.score, d.reasons, 'PROPOSED', d.personId, ? FROM match_draft d JOIN person p ON p.id = d.personId
        WHERE d.runId = ? AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = d.personId)`, [now, run.id]);
    const result = readJson(state[0].result) as RunResult;
    const skipped = result.matched - written.affectedRows;
    await connection.query(
      "UPDATE match_run SET status = 'DONE', phase = 'notify', finishedAt = ?, result = ?, progressDone = ?, progressTotal = ? WHERE id = ?",
      [now, JSON.stringify({ ...result, proposals: written.affectedRows, skipped }), written.affectedRows, written.affectedRows, run.id]);
    await emitBulk(deps, connection, [{ event: "matching.published", subjectId: run.id }]);
    await connection.commit();
    return { written: written.affectedRows, skipped };
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

/** Matches that people of a region have accepted and hold: a new run leaves them as they stand. */
export async function countKept(pool: Pool, homePrefix: string): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS n FROM placement a JOIN person p ON p.id = a.activeKey WHERE a.matchId IS NOT NULL AND p.homeCountyCode LIKE ?`, [`${homePrefix}%`]);
  return Number(rows[0]?.n ?? 0);
}
