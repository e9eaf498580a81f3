import type { RowDataPacket } from "mysql2";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import type { PersonFacts, Point, PostFacts } from "#app/domain/matching/facts.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadWorld } from "#prisma/seed/starter/world.ts";
import { PersonColumnsBuilder } from "#workers/matching/columns/person-columns.ts";
import { postColumnsOf } from "#workers/matching/columns/post-columns.ts";
import { type Problem, problemOf } from "#workers/matching/columns/problem.ts";
import { Vocabulary } from "#workers/matching/columns/vocabulary.ts";
import { generateOpenPosts, generateSeekers } from "./generated-facts.ts";
import type { OnProgress } from "./suites.ts";

export interface MadeFacts {
  persons: Iterable<PersonFacts>;
  posts: PostFacts[];
  workers: number;
}

/** Made-up people, all of them looking, one by one, and posts, all of them open. */
export async function madeFacts(deps: Deps, workers: number, count: number, seed: number): Promise<MadeFacts> {
  const world = await loadWorld(deps.pool, { seed, workers, asOf: deps.clock.today() });
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT code, lat, lng FROM region WHERE lat IS NOT NULL");
  const points = new Map(rows.map((row) => [row.code as string, { lat: row.lat as number, lng: row.lng as number }]));
  const pointOf = (code: string): Point | null => points.get(code) ?? null;
  return { persons: generateSeekers(world, pointOf), posts: generateOpenPosts(world, count, pointOf), workers };
}

export interface MadeProblem {
  problem: Problem;
  openings: number;
}

/** Facts as columns. */
export async function madeProblem(deps: Deps, { persons, posts, workers }: MadeFacts, onProgress: OnProgress = () => {}): Promise<MadeProblem> {
  const rules = await loadMatchingRules(deps.pool, deps.clock.today());
  const vocabulary = new Vocabulary();
  const builder = new PersonColumnsBuilder(workers, vocabulary, rules);
  for (const person of persons) {
    const row = builder.add(person);
    if (row % 50_000 === 0) onProgress("people", row, workers);
  }
  const columns = postColumnsOf(posts, vocabulary, rules);
  return { problem: problemOf(builder.finish(), columns, vocabulary, rules), openings: columns.capacity.reduce((sum, one) => sum + one, 0) };
}
