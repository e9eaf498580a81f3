import { placeClassOf } from "#app/domain/region/place-class.ts";
import type { PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { waitForTask } from "#search/client.ts";
import type { Problem } from "#workers/matching/columns/problem.ts";
import { judgeOf } from "#workers/matching/columns/judge.ts";
import { match } from "#workers/matching/engine/match.ts";
import { prove } from "#workers/matching/proof/prove-in-threads.ts";
import { UNITS } from "#workers/matching/search/units.ts";
import { madeFacts, madeProblem } from "./made-problem.ts";
import { type BenchArgs, type OnProgress, type Suite, timed } from "./suites.ts";

/** People that the baselines are measured on, with as many posts a head as the whole has. */
const SLICE = 15_000;

/**
 * The provincial match over made-up people, all of them looking, and posts, all of them open: how long it takes and how
 * good it provably is, the proof gone through pair by pair outside the measured time. Beside it, on a slice, one query
 * of the search engine for each person, and greedy by score.
 */
export const benchMatch: Suite = async (deps, args, onProgress) => {
  const { problem, openings } = await madeProblem(deps, await madeFacts(deps, args.workers, args.posts, args.seed), onProgress);
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
  const facts = await madeFacts(deps, workers, Math.max(1, Math.round((args.posts * workers) / args.workers)), args.seed);
  const persons = [...facts.persons];
  const { problem, openings } = await madeProblem(deps, { ...facts, persons });
  const engine = await timed(() => match(problem));
  onProgress("greedy", 0, 1);
  const greedy = await timed(() => greedyByScore(problem));
  onProgress("search engine", 0, workers);
  const queried = await oneQueryEach(deps, problem, persons, facts.posts, onProgress);
  return {
    workers, posts: facts.posts.length, openings,
    engine: { msPerWorker: perWorker(engine.ms, workers), value: engine.value.value, bound: Math.round(engine.value.bound) },
    greedy: { msPerWorker: perWorker(greedy.ms, workers), value: greedy.value },
    searchEngine: { msPerWorker: perWorker(queried.ms, workers), value: queried.value },
  };
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
async function oneQueryEach(deps: Deps, problem: Problem, persons: readonly PersonFacts[], posts: readonly PostFacts[], onProgress: OnProgress): Promise<{ ms: number; value: number }> {
  const uid = `${deps.env.MEILI_PREFIX}bench-match-${deps.newId()}`;
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
