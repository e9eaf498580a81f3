import { findableByEmployers } from "#app/data/consents.server.ts";
import { replaceCandidates } from "#app/data/matching-facts/candidate-store.server.ts";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { assess } from "#app/domain/matching/assess.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { LivePeople } from "./live-people.ts";

export const CANDIDATES_KEPT = 100;

type RankDeps = Pick<Deps, "pool" | "clock" | "crypto">;

const held = new WeakMap<object, Promise<LivePeople>>();

/** The people of this process, read once and kept up to date; a process has them from the first post that asks. */
export async function livePeople(deps: RankDeps): Promise<LivePeople> {
  let promise = held.get(deps.pool);
  if (promise === undefined || (await promise.catch(() => null))?.isStale(deps.clock.today()) !== false) {
    promise = LivePeople.load(deps);
    held.set(deps.pool, promise);
  }
  const people = await promise;
  await people.catchUp(deps);
  return people;
}

/** Ranks the best people for posts that are new or have changed, and forgets those of posts that nobody can have any more. */
export async function rankCandidates(deps: RankDeps, postIds: readonly string[]): Promise<void> {
  const today = deps.clock.today();
  const posts = await loadPostFacts(deps.pool, postIds, today);
  const rules = await loadMatchingRules(deps.pool, today);
  const people = await livePeople(deps);
  for (const [postId, post] of posts) {
    const best = people.bestFor(post, CANDIDATES_KEPT);
    // judged again from the rows as they are now: who has been placed a moment ago, or has withdrawn from employers, is not offered
    const ids = best.map((one) => one.personId);
    const [persons, findable] = await Promise.all([loadPersonFacts(deps, ids, today), findableByEmployers(deps.pool, ids)]);
    const candidates = best.filter(({ personId, score }) => {
      const person = findable.has(personId) ? persons.get(personId) : undefined;
      const verdict = person === undefined ? null : assess(person, post, rules);
      return verdict?.allowed === true && verdict.score === score;
    });
    await replaceCandidates(deps.pool, postId, candidates, deps.clock.now());
  }
}
