import { findableByEmployers } from "#app/data/consents.server.ts";
import { beginHiring, tellOfStep } from "#app/data/hiring.server.ts";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { assess } from "#app/domain/matching/assess.ts";
import type { PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/**
 * Asks somebody for a post that the actor may ask for. Whoever does not fit, has withdrawn, or is none whom `may` lets be asked is nobody the actor was
 * shown: the answer is the same as for no such person.
 */
export async function askFitting(deps: Deps, actor: Actor, input: { postId: string; personId: string }, may: (person: PersonFacts, post: PostFacts) => boolean = () => true): Promise<Result<{ hiringId: string }>> {
  const today = deps.clock.today();
  const [findable, persons, posts, rules] = await Promise.all([
    findableByEmployers(deps.pool, [input.personId]), loadPersonFacts(deps, [input.personId], today), loadPostFacts(deps.pool, [input.postId], today), loadMatchingRules(deps.pool, today),
  ]);
  const [person, post] = [persons.get(input.personId), posts.get(input.postId)];
  if (!findable.has(input.personId) || !person || !post || !may(person, post) || !assess(person, post, rules).allowed) return refuse("not-found");
  try {
    const hiringId = await deps.db.$transaction(async (tx) => {
      const id = await beginHiring(deps, tx, actor, input, { kind: "INVITED" });
      await tellOfStep(deps, tx, { ...input, id, seq: 1 }, "INVITED");
      return id;
    });
    return ok({ hiringId });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("invited-already");
    throw error;
  }
}
