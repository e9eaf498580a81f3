import { HELP_STAGES } from "#app/domain/matching/assess.ts";
import type { MatchingRules, PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import type { Stream } from "#app/domain/terms.ts";
import { type Assigned, assignOpenings } from "./assign.ts";
import { type CandidateList, candidatesOf, indexPosts } from "./candidates.ts";

export interface StageResult {
  streams: readonly Stream[];
  /** people still without a proposal who had at least one allowed post here */
  considered: number;
  pairs: number;
  assigned: number;
}

/**
 * Runs the order of help: whoever the market serves is not asked again, and a public-welfare post is
 * offered only to those for whom nothing before it was found. `breathe` is awaited now and then, so that a
 * process stays alive to other work; it hears how many people have been looked at.
 */
export async function runStages(
  persons: readonly PersonFacts[],
  posts: readonly PostFacts[],
  rules: MatchingRules,
  breathe: (stage: number, done: number, total: number) => Promise<void>,
): Promise<{ assigned: Assigned[]; stages: StageResult[] }> {
  const index = indexPosts(posts);
  const left = posts.map((post) => post.openingsLeft);
  const assigned: Assigned[] = [];
  const stages: StageResult[] = [];
  let waiting = persons;
  for (const [number, streams] of HELP_STAGES.entries()) {
    const lists: CandidateList[] = [];
    for (const [done, person] of waiting.entries()) {
      const list = candidatesOf(person, index, streams, rules);
      if (list) lists.push(list);
      if (done % 500 === 499) await breathe(number, done + 1, waiting.length);
    }
    const found = assignOpenings(lists, left);
    for (const one of found) left[one.post]! -= 1;
    assigned.push(...found);
    stages.push({ streams, considered: lists.length, pairs: lists.reduce((sum, list) => sum + list.options.length, 0), assigned: found.length });
    const served = new Set(found.map((one) => one.personId));
    waiting = waiting.filter((person) => !served.has(person.id));
    await breathe(number, waiting.length, waiting.length);
  }
  return { assigned, stages };
}
