import type { PersonFacts, Reason } from "../matching/facts.ts";

/** Somebody who looks for work now and fits a post, with the one score and its reasons. */
export interface LiveCandidate {
  person: PersonFacts;
  score: number;
  reasons: Reason[];
}
