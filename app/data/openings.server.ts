import type { Tx } from "#app/platform/database.server.ts";

/** All openings of a post are taken, or it takes nobody any more. */
export class NoOpeningLeft extends Error {}

/** Takes an opening of a published post, within the caller's transaction; of two for the last one the second throws NoOpeningLeft. */
export async function takeOpening(tx: Tx, postId: string): Promise<void> {
  if ((await tx.$executeRaw`UPDATE post SET filled = filled + 1 WHERE id = ${postId} AND filled < openings AND status = 'PUBLISHED'`) !== 1) throw new NoOpeningLeft();
}

/** Takes it again for somebody whose leaving was taken back, though the post may be closed by now. Throws NoOpeningLeft. */
export async function retakeOpening(tx: Tx, postId: string): Promise<void> {
  if ((await tx.$executeRaw`UPDATE post SET filled = filled + 1 WHERE id = ${postId} AND filled < openings`) !== 1) throw new NoOpeningLeft();
}

export async function giveBackOpening(tx: Tx, postId: string): Promise<void> {
  await tx.$executeRaw`UPDATE post SET filled = filled - 1 WHERE id = ${postId} AND filled > 0`;
}
