import type { RowDataPacket } from "mysql2";
import type { Pool, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface Overdue {
  employerId: string;
  phoneEnc: string | null;
  inquiryIds: string[];
}

const AT_ONCE = 5_000;

/** Questions to employers that have waited since before an instant and were not brought up again, by employer. */
export async function overdueQuestions(pool: Pool, before: Date): Promise<Overdue[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT i.id, p.employerId, e.phoneEnc FROM inquiry i JOIN post p ON p.id = i.postId JOIN employer e ON e.id = p.employerId
      WHERE i.waitingSince <= ? AND i.remindedAt IS NULL AND i.toBureau = FALSE AND e.status = 'APPROVED' ORDER BY i.waitingSince LIMIT ?`, [before, AT_ONCE]);
  const byEmployer = new Map<string, Overdue>();
  for (const row of rows) {
    const employerId = row.employerId as string;
    const known = byEmployer.get(employerId) ?? { employerId, phoneEnc: row.phoneEnc as string | null, inquiryIds: [] };
    known.inquiryIds.push(row.id as string);
    byEmployer.set(employerId, known);
  }
  return [...byEmployer.values()];
}

/** Marks them as brought up; gives how many were not yet, and still wait. */
export async function markReminded(deps: Pick<Deps, "clock">, tx: Tx, inquiryIds: readonly string[]): Promise<number> {
  const { count } = await tx.inquiry.updateMany({ where: { id: { in: [...inquiryIds] }, remindedAt: null, waitingSince: { not: null } }, data: { remindedAt: deps.clock.now() } });
  return count;
}
