import type { Hint } from "#app/domain/matching/nearly.ts";
import type { Pool } from "#app/platform/database.server.ts";
import { type Name, occupationNames } from "./names.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";

export interface HintView {
  change: Hint["change"];
  occupationName?: Name;
  posts: number;
  openings: number;
  best: PostCardView[];
}

/** Hints with the names and posts they speak of. */
export async function readHints(pool: Pool, hints: readonly Hint[]): Promise<HintView[]> {
  const [cards, occupations] = await Promise.all([
    loadPostCards(pool, hints.flatMap((hint) => hint.best.map((one) => one.postId))),
    occupationNames(pool, hints.map(({ change }) => ("occupation" in change ? change.occupation : null))),
  ]);
  return hints.map(({ change, posts, openings, best }) => ({
    change, posts, openings, best: best.flatMap((one) => cards.get(one.postId) ?? []),
    ...("occupation" in change && occupations.has(change.occupation) ? { occupationName: occupations.get(change.occupation) } : {}),
  }));
}
