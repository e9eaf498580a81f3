import { loadMatchingRules } from "#app/data/policy.server.ts";
import type { PersonFacts } from "#app/domain/matching/facts.ts";
import { systemActor } from "#app/platform/actor.ts";
import { findNearly } from "#app/usecases/matching/find-nearly.server.ts";
import { findPosts } from "#app/usecases/matching/find-posts.server.ts";
import { LivePeople } from "#workers/matching/live/live-people.ts";
import { CANDIDATES_KEPT } from "#workers/matching/live/rank-candidates.ts";
import { madeFacts } from "./made-problem.ts";
import { percentile, type Suite, timed } from "./suites.ts";

const BATCH = 10_000;

/**
 * How long a new post takes to its ranked candidates among so many made-up people, held as the workers hold them; and a
 * person of the data that is loaded to the posts that suit them now, and to what one step would open, read and judged.
 */
export const benchIncremental: Suite = async (deps, args, onProgress) => {
  const facts = await madeFacts(deps, args.workers, args.posts, args.seed);
  const rules = await loadMatchingRules(deps.pool, deps.clock.today());
  const loaded = await timed(() => LivePeople.from(batches(facts.persons, args.workers, onProgress), args.workers, rules, deps.clock.now()));
  const people = loaded.value;
  const ranks: number[] = [];
  let candidates = 0;
  for (let nth = 0; nth < args.queries; nth += 1) {
    const post = facts.posts[Math.floor((nth * facts.posts.length) / args.queries)]!;
    const { ms, value } = await timed(() => people.bestFor(post, CANDIDATES_KEPT));
    ranks.push(ms);
    candidates += value.length;
  }
  const [rows] = await deps.pool.query("SELECT p.id FROM person p JOIN wish w ON w.personId = p.id WHERE w.seeking ORDER BY p.id LIMIT ?", [args.queries]);
  const own: number[] = [];
  for (const { id } of rows as { id: string }[]) {
    const { ms, value } = await timed(() => findPosts(deps, { ...systemActor("bench"), role: "SEEKER", personId: id }, { personId: id }));
    if (!value.ok) throw new Error(JSON.stringify(value.problems));
    own.push(ms);
  }
  const nearly: number[] = [];
  let looked = 0;
  let hints = 0;
  for (const { id } of rows as { id: string }[]) {
    const { ms, value } = await timed(() => findNearly(deps, { ...systemActor("bench"), role: "SEEKER", personId: id }, {}));
    if (!value.ok) throw new Error(JSON.stringify(value.problems));
    nearly.push(ms);
    looked += value.value.looked;
    hints += value.value.hints.length;
  }
  const [counted] = await deps.pool.query("SELECT COUNT(*) AS n FROM post WHERE status = 'PUBLISHED'");
  return {
    workers: people.count, posts: facts.posts.length, buildSeconds: Math.round(loaded.ms / 10) / 100, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
    newPost: { asked: ranks.length, candidates: Math.round(candidates / ranks.length), p50Ms: percentile(ranks, 0.5), p95Ms: percentile(ranks, 0.95), maxMs: percentile(ranks, 1) },
    oneStepShort: {
      asked: nearly.length, postsLookedAt: Math.round(looked / nearly.length), hints: Math.round((hints / nearly.length) * 10) / 10,
      p50Ms: percentile(nearly, 0.5), p95Ms: percentile(nearly, 0.95), maxMs: percentile(nearly, 1),
    },
    changedPerson: { asked: own.length, openPosts: (counted as { n: number }[])[0]?.n ?? 0, p50Ms: percentile(own, 0.5), p95Ms: percentile(own, 0.95), maxMs: percentile(own, 1) },
  };
};

function* batches(persons: Iterable<PersonFacts>, total: number, onProgress: (step: string, done: number, total: number) => void): Generator<PersonFacts[]> {
  let batch: PersonFacts[] = [];
  let done = 0;
  for (const person of persons) {
    batch.push(person);
    if (batch.length < BATCH) continue;
    done += batch.length;
    onProgress("people", done, total);
    yield batch;
    batch = [];
  }
  yield batch;
}
