import type { CandidateList } from "./candidates.ts";

export interface Assigned {
  personId: string;
  post: number;
  score: number;
}

/**
 * Gives each person at most one post and no post more people than it has openings, by deferred acceptance:
 * everybody asks at their best post first; a full post keeps the higher scores, among equal scores monitored
 * households first (plan art. 5), then the smaller id. The result is stable: nobody passed over has a
 * better claim to a post than someone who holds it. It does not depend on the order of the lists.
 */
export function assignOpenings(lists: readonly CandidateList[], capacities: readonly number[]): Assigned[] {
  const holders: Claim[][] = capacities.map(() => []);
  const waiting: Claim[] = lists.map((list) => ({ list, next: 0, score: 0 }));
  for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop()) {
    const option = claim.list.options[claim.next];
    if (option === undefined) continue;
    const capacity = capacities[option.post] ?? 0;
    claim.next += 1;
    claim.score = option.score;
    const held = holders[option.post]!;
    if (capacity <= 0) {
      waiting.push(claim);
      continue;
    }
    insertByRank(held, claim);
    const displaced = held.length > capacity ? held.pop() : undefined;
    if (displaced !== undefined) waiting.push(displaced);
  }
  return holders
    .flatMap((held, post) => held.map((claim) => ({ personId: claim.list.personId, post, score: claim.score })))
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

interface Claim {
  list: CandidateList;
  next: number;
  score: number;
}

function insertByRank(held: Claim[], claim: Claim) {
  let at = held.length;
  while (at > 0 && ranksBefore(claim, held[at - 1]!)) at -= 1;
  held.splice(at, 0, claim);
}

function ranksBefore(a: Claim, b: Claim): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.list.monitored !== b.list.monitored) return a.list.monitored;
  return a.list.personId < b.list.personId;
}
