import { countyClasses } from "#app/data/matching-facts/county-classes.server.ts";
import { loadOpenPosts } from "#app/data/matching-facts/post-facts.server.ts";
import { openProposalsElsewhere } from "#app/data/matching-facts/run-store.server.ts";
import { countSeekers, streamSeekers } from "#app/data/matching-facts/seekers.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { MatchingRules, PostFacts } from "#app/domain/matching/facts.ts";
import { fairnessWord } from "#app/domain/matching/fairness.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { PersonColumnsBuilder } from "../columns/person-columns.ts";
import { postColumnsOf } from "../columns/post-columns.ts";
import { type Problem, problemOf } from "../columns/problem.ts";
import { Vocabulary } from "../columns/vocabulary.ts";

/** The facts of a run at one moment: everybody of a region who looks for work, and every opening that nobody outside it was offered. */
export interface Snapshot {
  problem: Problem;
  /** ids of the rows of the columns, in order */
  personIds: string[];
  posts: PostFacts[];
  rules: MatchingRules;
  /** `fairnessWord` of each person */
  fairness: Int32Array;
}

/** Room for people who begin to look while the others are read. */
const HEADROOM = 1.02;

/** Reads the facts; people who hold a post are left out, so what they accepted stays as it is. */
export async function takeSnapshot(deps: Pick<Deps, "pool" | "crypto">, homePrefix: string, asOf: Day, onProgress: (done: number, total: number) => Promise<void>): Promise<Snapshot> {
  const { pool } = deps;
  const [total, rules, classes, spokenFor, open] = await Promise.all([
    countSeekers(pool, homePrefix), loadMatchingRules(pool, asOf), countyClasses(pool), openProposalsElsewhere(pool, homePrefix), loadOpenPosts(pool, asOf),
  ]);
  const capacity = Math.ceil(total * HEADROOM) + 1_000;
  const vocabulary = new Vocabulary();
  const builder = new PersonColumnsBuilder(capacity, vocabulary, rules);
  const personIds: string[] = [];
  const fairness = new Int32Array(capacity);
  let read = 0;
  for await (const batch of streamSeekers(deps, homePrefix, asOf)) {
    for (const person of batch) {
      if (person.placed || builder.count === capacity) continue;
      fairness[builder.add(person)] = fairnessWord(person, classes.get(person.homeCountyCode) ?? "UNKNOWN", asOf);
      personIds.push(person.id);
    }
    read += batch.length;
    if (read % 20_000 < batch.length) await onProgress(Math.min(read, total), total);
  }
  const posts = open.map((post) => ({ ...post, openingsLeft: post.openingsLeft - (spokenFor.get(post.id) ?? 0) })).filter((post) => post.openingsLeft > 0);
  const columns = postColumnsOf(posts, vocabulary, rules);
  return { problem: problemOf(builder.finish(), columns, vocabulary, rules), personIds, posts, rules, fairness };
}
