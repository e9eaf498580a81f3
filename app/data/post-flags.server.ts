import type { RowDataPacket } from "mysql2";
import { supervisingRegion } from "#app/domain/employer/supervision.ts";
import { likeness, NEAR_DUPLICATE } from "#app/domain/post/duplicates.ts";
import type { Querier, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

const COMPARED = 200;

export interface Copy {
  postId: string;
  employerId: string;
  /** 0–1 */
  likeness: number;
}

/** Open posts of other employers in the same county and trade whose text is nearly this one's, most alike first; the newest 200 are compared. */
export async function findCopies(querier: Querier, post: { employerId: string; countyCode: string; occupationCode: string | null; description: string }): Promise<Copy[]> {
  if (post.occupationCode === null) return [];
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT id, employerId, description FROM post
      WHERE countyCode = ? AND occupationCode = ? AND employerId <> ? AND status = 'PUBLISHED' ORDER BY publishedAt DESC LIMIT ?`,
    [post.countyCode, post.occupationCode, post.employerId, COMPARED]);
  return rows
    .map((row) => ({ postId: row.id as string, employerId: row.employerId as string, likeness: likeness(post.description, row.description as string) }))
    .filter((copy) => copy.likeness >= NEAR_DUPLICATE)
    .sort((a, b) => b.likeness - a.likeness);
}

/** Tells the bureau of ads copied between employers; a pair is raised once, however often either is saved. */
export async function flagCopies(deps: Pick<Deps, "newId" | "clock">, tx: Tx, post: { id: string; employerId: string; employerRegion: string | null }, copies: readonly Copy[]): Promise<void> {
  if (copies.length === 0) return;
  await tx.postFlag.createMany({
    skipDuplicates: true,
    data: copies.slice(0, 5).map((copy) => ({
      id: deps.newId(), kind: "NEAR_DUPLICATE" as const, flagKey: `copy:${[post.id, copy.postId].sort().join(":")}`, regionCode: supervisingRegion(post.employerRegion),
      employerId: post.employerId, postId: post.id, otherPostId: copy.postId, facts: { percent: Math.round(copy.likeness * 100) }, raisedAt: deps.clock.now(),
    })),
  });
}
