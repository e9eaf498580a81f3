import type { RowDataPacket } from "mysql2";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { placeClassOf } from "#app/domain/region/place-class.ts";
import type { MatchingRules, PersonFacts, Point, PostFacts } from "#app/domain/matching/facts.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadWorld } from "#prisma/seed/starter/world.ts";
import { waitForTask } from "#search/client.ts";
import { PersonColumnsBuilder } from "#workers/matching/columns/person-columns.ts";
import { postColumnsOf } from "#workers/matching/columns/post-columns.ts";
import { type Problem, problemOf } from "#workers/matching/columns/problem.ts";
import { judgeOf } from "#workers/matching/columns/judge.ts";
import { Vocabulary } from "#workers/matching/columns/vocabulary.ts";
import { match } from "#workers/matching/engine/match.ts";
import { prove } from "#workers/matching/proof/prove-in-threads.ts";
import { UNITS } from "#workers/matching/search/units.ts";
import { generateOpenPosts, generateSeekers } from "./generated-facts.ts";
import { type BenchArgs, type OnProgress, type Suite, timed } from "./suites.ts";

/** People that the baselines are measured on, with as many posts a head as the whole has. */
const SLICE = 15_000;

interface Made {
  problem: Problem;
  persons: PersonFacts[];
  posts: PostFacts[];
  openings: number;
  rules: MatchingRules;
}

/**
 * The provincial match over made-up people, all of them looking, and posts, all of them open: how long it takes and how
 * good it provably is, the proof gone through pair by pair outside the measured time. Beside it, on a slice, one query
 * of the search engine for each person, and greedy by score.
 */
export const benchMatch: Suite = async (deps, args, onProgress) => {
  const { problem, openings } = await makeProblem(deps, args.workers, args.posts, args.seed, false, onProgress);
  const solved = await timed(() => match(problem, { onProgress }));
  const { owner, prices, value, bound, perPhaseSeconds, stages } = solved.value;
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  onProgress("proof", 0, 1);
  const proof = await timed(() => prove(problem, { owner, prices, unitsPerPoint: UNITS }));
  if (proof.value.faults.length > 0 || proof.value.value !== value || proof.value.bound > bound) throw new Error(`the proof failed: ${proof.value.faults.slice(0, 3).join("; ")}`);
  return {
    workers: args.workers, posts: args.posts, openings, allowedPairs: proof.value.allowedPairs, seconds: seconds(solved.ms), peakRssMb, matched: proof.value.assigned, value, bound: Math.round(bound),
    gapPct: percent(bound, value), perPhaseSeconds: Object.fromEntries(Object.entries(perPhaseSeconds).map(([phase, one]) => [phase, seconds(one * 1_000)])),
    stages: stages.map((stage) => ({ ...stage, bound: Math.round(stage.bound), gapPct: percent(stage.bound, stage.value) })),
    proof: { seconds: seconds(proof.ms), gapPct: percent(proof.value.bound, value) },
    slice: await baselines(deps, args, onProgress),
  };
};

async function baselines(deps: Deps, args: BenchArgs, onProgress: OnProgress) {
  const workers = Math.min(args.workers, SLICE);
  const made = await makeProblem(deps, workers, Math.max(1, Math.round((args.posts * workers) / args.workers)), args.seed, true, onProgress);
  const engine = await timed(() => match(made.problem));
  onProgress("greedy", 0, 1);
  const greedy = await timed(() => greedyByScore(made.problem));
  onProgress("search engine", 0, workers);
  const queried = await oneQueryEach(deps, made, onProgress);
  return {
    workers, posts: made.posts.length, openings: made.openings,
    engine: { msPerWorker: perWorker(engine.ms, workers), value: engine.value.value, bound: Math.round(engine.value.bound) },
    greedy: { msPerWorker: perWorker(greedy.ms, workers), value: greedy.value },
    searchEngine: { msPerWorker: perWorker(queried.ms, workers), value: queried.value },
  };
}

async function makeProblem(deps: Deps, workers: number, count: number, seed: number, keep: boolean, onProgress: OnProgress): Promise<Made> {
  const asOf = deps.clock.today();
  const world = await loadWorld(deps.pool, { seed, workers, asOf });
  const rules = await loadMatchingRules(deps.pool, asOf);
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT code, lat, lng FROM region WHERE lat IS NOT NULL");
  const points = new Map(rows.map((row) => [row.code as string, { lat: row.lat as number, lng: row.lng as number }]));
  const pointOf = (code: string): Point | null => points.get(code) ?? null;
  const vocabulary = new Vocabulary();
  const builder = new PersonColumnsBuilder(workers, vocabulary, rules);
  const persons: PersonFacts[] = [];
  for (const person of generateSeekers(world, pointOf)) {
    const row = builder.add(person);
    if (keep) persons.push(person);
    if (row % 50_000 === 0) onProgress("people", row, workers);
  }
  const posts = generateOpenPosts(world, count, pointOf);
  const columns = postColumnsOf(posts, vocabulary, rules);
  const openings = columns.capacity.reduce((sum, one) => sum + one, 0);
  return { problem: problemOf(builder.finish(), columns, vocabulary, rules), persons, posts: keep ? posts : [], openings, rules };
}

/** The best pair of all first, then the best of those that are left, and so on. */
function greedyByScore(problem: Problem): number {
  const judge = judgeOf(problem);
  const pairs: { person: number; post: number; score: number }[] = [];
  for (let post = 0; post < problem.posts.count; post += 1) {
    judge.open(post);
    for (let person = 0; person < problem.persons.count; person += 1) {
      const score = judge.ofPerson(person);
      if (score >= 0) pairs.push({ person, post, score });
    }
  }
  pairs.sort((a, b) => b.score - a.score);
  const left = Int32Array.from(problem.posts.capacity);
  const placed = new Uint8Array(problem.persons.count);
  let value = 0;
  for (const { person, post, score } of pairs) {
    if (placed[person] === 1 || left[post]! <= 0) continue;
    placed[person] = 1;
    left[post]! -= 1;
    value += score;
  }
  return value;
}

const HITS = 50;

/** What a province without an engine can do: ask for each person in turn, and take the best hit that is allowed and still open. */
async function oneQueryEach(deps: Deps, { problem, persons, posts }: Made, onProgress: OnProgress): Promise<{ ms: number; value: number }> {
  const uid = `${deps.env.MEILI_PREFIX}bench-match`;
  const index = deps.meili.index(uid);
  const done = async (task: Parameters<typeof waitForTask>[1]) => void (await waitForTask(deps.meili, task));
  await done(await deps.meili.createIndex(uid, { primaryKey: "row" }));
  try {
    await done(await index.updateSettings({ filterableAttributes: ["occupation", "county", "local", "pay", "left"], sortableAttributes: ["pay"] }));
    const documents = posts.map((post, row) => ({
      row, occupation: post.occupationCode, county: post.countyCode, local: post.stream === "WELFARE" || post.stream === "WORKFARE", pay: post.monthlyMaxFen ?? 0,
    }));
    await done(await index.addDocuments(documents));
    const judge = judgeOf(problem);
    const left = Int32Array.from(problem.posts.capacity);
    let value = 0;
    const { ms } = await timed(async () => {
      for (const [person, facts] of persons.entries()) {
        const codes = [...new Set([...facts.occupationCodes, ...facts.certificates.map((one) => one.occupationCode)])];
        const filter = `(occupation IN [${codes.map((code) => `"${code}"`).join(", ")}] AND pay >= ${facts.minWageFen}) OR (local = true AND county = "${facts.homeCountyCode}")`;
        const { hits } = await index.search<{ row: number; county: string }>("", { filter, sort: ["pay:desc"], limit: HITS, attributesToRetrieve: ["row", "county"] });
        let best = { row: -1, score: -1 };
        for (const { row, county } of hits) {
          if (left[row]! <= 0 || (!facts.canLeave && placeClassOf(facts.homeCountyCode, county) !== "IN_COUNTY")) continue;
          judge.open(row);
          const score = judge.ofPerson(person);
          if (score > best.score) best = { row, score };
        }
        if (best.row >= 0) {
          left[best.row]! -= 1;
          value += best.score;
        }
        if (person % 500 === 0) onProgress("search engine", person, persons.length);
      }
    });
    return { ms, value };
  } finally {
    await done(await deps.meili.deleteIndex(uid));
  }
}

const seconds = (ms: number) => Math.round(ms / 10) / 100;
const perWorker = (ms: number, workers: number) => Math.round((ms / workers) * 1_000) / 1_000;
const percent = (bound: number, value: number) => (value === 0 ? 0 : Math.round(((bound - value) / value) * 100_000) / 1_000);
