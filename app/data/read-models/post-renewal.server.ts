import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { addDays, chinaDay, type Day } from "#app/domain/dates.ts";
import { parameterInForce } from "#app/domain/policy/parameter.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";

export interface PostToRenew {
  post: PostCardView;
  description: string;
  confirmedAt: Date | null;
  /** the day on which it closes unless it is confirmed; null for a post that isn't open */
  confirmBy: Day | null;
  proposedUntil: Day;
}

const RENEW_FOR_DAYS = 60;

/** Days without a word from the employer after which a post closes (policy parameter post.confirm.days); null when none is in force. */
export async function loadConfirmDays(deps: Pick<Deps, "pool" | "clock">): Promise<number | null> {
  const value = parameterInForce(await loadPolicyParameters(deps.pool), "post.confirm.days", { regionCode: SHANXI, asOf: deps.clock.today() })?.value;
  return typeof value === "number" ? value : null;
}

/** One of the employer's own posts that is open or ran out; null for any other. */
export async function readPostToRenew(deps: Pick<Deps, "pool" | "db" | "clock">, employerId: string, postId: string): Promise<PostToRenew | null> {
  if (!ID_PATTERN.test(postId)) return null;
  const [card, row, days] = await Promise.all([
    loadPostCards(deps.pool, [postId]).then((cards) => cards.get(postId)),
    deps.db.post.findUnique({ where: { id: postId }, select: { description: true, confirmedAt: true, publishedAt: true, source: true } }),
    loadConfirmDays(deps),
  ]);
  if (!card || !row || card.employerId !== employerId || !["PUBLISHED", "EXPIRED"].includes(card.status)) return null;
  const said = row.confirmedAt ?? row.publishedAt;
  return {
    post: card, description: row.description, confirmedAt: row.confirmedAt,
    confirmBy: card.status === "PUBLISHED" && row.source === "platform" && said !== null && days !== null ? addDays(chinaDay(said), days) : null,
    proposedUntil: addDays(deps.clock.today(), RENEW_FOR_DAYS),
  };
}
