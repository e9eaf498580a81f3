import type { ResultSetHeader, RowDataPacket } from "mysql2";
import type { Pool } from "#app/platform/database.server.ts";

/** Replaces the ranked candidates of a post by those given, best first; people who are gone are left out. */
export async function replaceCandidates(pool: Pool, postId: string, candidates: readonly { personId: string; score: number }[], now: Date): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query("SELECT id FROM post WHERE id = ? FOR UPDATE", [postId]);
    await connection.query<ResultSetHeader>("DELETE FROM post_candidate WHERE postId = ?", [postId]);
    if (candidates.length > 0) {
      await connection.query("INSERT INTO post_candidate (postId, `rank`, personId, score, rankedAt) VALUES ?", [candidates.map((one, at) => [postId, at + 1, one.personId, one.score, now])]);
    }
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

/** Ids of a post's candidates, best first, as they were ranked when the post last changed; null where it has not been ranked. */
export async function rankedCandidates(pool: Pool, postId: string, limit: number): Promise<string[] | null> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT personId FROM post_candidate WHERE postId = ? ORDER BY `rank` LIMIT ?", [postId, limit]);
  return rows.length === 0 ? null : rows.map((row) => row.personId as string);
}
