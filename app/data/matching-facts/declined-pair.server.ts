import { DECLINE_REASONS, type DeclineReason } from "#app/domain/matching/after-decline.ts";
import type { PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadPersonFacts } from "./person-facts.server.ts";
import { loadPostFacts } from "./post-facts.server.ts";

/** A proposal that a person has declined, with the facts of today; null when it is not theirs, not declined, or they have no wish. */
export async function declinedPair(deps: Pick<Deps, "db" | "pool" | "clock" | "crypto">, matchId: string, personId: string): Promise<{ reason: DeclineReason; person: PersonFacts; post: PostFacts } | null> {
  if (!ID_PATTERN.test(matchId)) return null;
  const match = await deps.db.match.findFirst({ where: { id: matchId, personId, status: "DECLINED", person: { wish: { isNot: null } } }, select: { postId: true, declineReason: true } });
  const reason = DECLINE_REASONS.find((one) => one === match?.declineReason);
  if (!match || !reason) return null;
  const today = deps.clock.today();
  const [persons, posts] = await Promise.all([loadPersonFacts(deps, [personId], today), loadPostFacts(deps.pool, [match.postId], today)]);
  const [person, post] = [persons.get(personId), posts.get(match.postId)];
  return person && post ? { reason, person, post } : null;
}
