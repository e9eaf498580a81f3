import type { ResultSetHeader, RowDataPacket } from "mysql2";
import { COUNTING_MEMBERSHIP } from "#app/data/brands/members.server.ts";
import { emit, emitBulk } from "#app/data/outbox.server.ts";
import type { Reason } from "#app/domain/matching/facts.ts";
import type { RunResult } from "#app/domain/matching/run-result.ts";
import { insertRows, loadRows, takesLocalInfile } from "#app/platform/bulk.server.ts";
import { type Pool, type Querier, readJson, withLock } from "#app/platform/database.server.ts";
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

/** The order of help tells who is monitored, which stands in no plain column: it is told from the categories whenever a match is read. */
const keptReasons = (reasons: readonly Reason[]) => reasons.filter((one) => one.code !== "monitored-first");

/** Throws away what an earlier attempt at a run has left. */
export async function clearDrafts(pool: Pool, runId: string): Promise<void> {
  await pool.query("DELETE FROM match_draft WHERE runId = ?", [runId]);
}

/** Gives a function that writes drafts in bulk, by the fastest way that the server takes. */
export async function draftWriter(pool: Pool, runId: string): Promise<(drafts: readonly Draft[]) => Promise<void>> {
  const write = (await takesLocalInfile(pool)) ? loadRows : insertRows;
  return (drafts) => write(pool, "match_draft", drafts.map((one) => ({ runId, personId: one.personId, postId: one.postId, id: one.id, score: one.score, reasons: JSON.stringify(keptReasons(one.reasons)) })));
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
 * meanwhile keep that and get no proposal, and what runs of other regions have offered meanwhile is not offered again. A run that is not waiting for this, or was called off, is left alone: a job
 * delivered twice writes once, and one that was called off writes nothing.
 */
export async function publishDrafts(deps: Pick<Deps, "pool" | "clock" | "newId">, run: RunRow, homePrefix: string): Promise<{ written: number; skipped: number } | null> {
  return withLock(deps.pool, "match-publish", () => publishAlone(deps, run, homePrefix));
}

async function publishAlone(deps: Pick<Deps, "pool" | "clock" | "newId">, run: RunRow, homePrefix: string): Promise<{ written: number; skipped: number } | null> {
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
    await dropLapsedMembers(connection, run);
    await dropSurplus(connection, run.id);
    const [written] = await connection.query<ResultSetHeader>(
      `INSERT INTO job_match (id, runId, personId, postId, score, reasons, status, openKey, proposedAt)
       SELECT d.id, d.runId, d.personId, d.postId, d.score, d.reasons, 'PROPOSED', d.personId, ? FROM match_draft d WHERE d.runId = ?`, [now, run.id]);
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

/**
 * Drops drafts that were found for members of a brand which is suspended or ended by now, or of whose membership that is true: nothing is offered on the strength of a brand that
 * does not count. Brands are held for reading, so that a suspension comes before the run's matches or after them.
 */
async function dropLapsedMembers(connection: Querier, run: Pick<RunRow, "id" | "asOf">): Promise<void> {
  await connection.query("SELECT id FROM labour_brand LOCK IN SHARE MODE");
  await connection.query(
    `DELETE d FROM match_draft d JOIN post p ON p.id = d.postId
      WHERE d.runId = ? AND INSTR(d.reasons, '"brand-member"') > 0
        AND NOT EXISTS (SELECT 1 FROM brand_membership c WHERE c.personId = d.personId AND c.brandId = p.brandId AND ${COUNTING_MEMBERSHIP})`, [run.id, run.asOf, run.asOf]);
}

/** Drops drafts of people who are placed or gone by now, and of posts whose openings others hold or were offered, lowest scores first. */
async function dropSurplus(connection: Querier, runId: string): Promise<void> {
  const [surplus] = await connection.query<RowDataPacket[]>(
    `SELECT d.personId
       FROM (SELECT f.personId, f.postId, ROW_NUMBER() OVER (PARTITION BY f.postId ORDER BY INSTR(f.reasons, '"brand-member"') > 0 DESC, f.score DESC, f.personId) AS nth FROM match_draft f
               JOIN person p ON p.id = f.personId
              WHERE f.runId = ? AND p.deletedAt IS NULL AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = f.personId)) d
       JOIN post o ON o.id = d.postId
       LEFT JOIN (SELECT postId, COUNT(*) AS n FROM job_match WHERE status = 'PROPOSED' GROUP BY postId) t ON t.postId = d.postId
      WHERE d.nth > o.openings - o.filled - COALESCE(t.n, 0)
      UNION ALL
     SELECT f.personId FROM match_draft f LEFT JOIN person p ON p.id = f.personId
      WHERE f.runId = ? AND (p.id IS NULL OR p.deletedAt IS NOT NULL OR EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = f.personId))`, [runId, runId]);
  for (let from = 0; from < surplus.length; from += 5_000) {
    await connection.query("DELETE FROM match_draft WHERE runId = ? AND personId IN (?)", [runId, surplus.slice(from, from + 5_000).map((row) => row.personId as string)]);
  }
}

/** Matches that people of a region have accepted and hold: a new run leaves them as they stand. */
export async function countKept(pool: Pool, homePrefix: string): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS n FROM placement a JOIN person p ON p.id = a.activeKey WHERE a.matchId IS NOT NULL AND p.homeCountyCode LIKE ?`, [`${homePrefix}%`]);
  return Number(rows[0]?.n ?? 0);
}

const NOTICES_AT_A_TIME = 20_000;

/** Tells people of what a run offers them; told twice it stays one notice, and what was offered before already is no news. */
export async function writeMatchNotices(deps: Pick<Deps, "pool" | "clock">, runId: string): Promise<number> {
  let written = 0;
  for (let after = ""; ; ) {
    const [ids] = await deps.pool.query<RowDataPacket[]>("SELECT id FROM job_match WHERE runId = ? AND id > ? ORDER BY id LIMIT ?", [runId, after, NOTICES_AT_A_TIME]);
    const last = ids.at(-1)?.id as string | undefined;
    if (last === undefined) return written;
    const [result] = await deps.pool.query<ResultSetHeader>(
      `INSERT IGNORE INTO notice (id, personId, kind, onceKey, postId, recordedAt)
       SELECT m.id, m.personId, 'match-proposed', CONCAT('match:', m.id), m.postId, ? FROM job_match m
        WHERE m.runId = ? AND m.id > ? AND m.id <= ? AND m.status = 'PROPOSED'
          AND NOT EXISTS (SELECT 1 FROM job_match e WHERE e.personId = m.personId AND e.postId = m.postId AND e.id <> m.id)`,
      [deps.clock.now(), runId, after, last]);
    written += result.affectedRows;
    after = last;
  }
}
