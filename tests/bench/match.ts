import { setImmediate as nextTurn } from "node:timers/promises";
import { streamSeekers } from "#app/data/matching-facts/person-facts.server.ts";
import { loadOpenPosts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { HELP_STAGES } from "#app/domain/matching/assess.ts";
import type { PersonFacts } from "#app/domain/matching/facts.ts";
import { type CandidateList, candidatesOf, indexPosts } from "#workers/matching/candidates.ts";
import { runStages } from "#workers/matching/stages.ts";
import { type Suite, timed } from "./suites.ts";

/** A run over everybody without writing it, beside first come, first served over the same candidates. */
export const benchMatch: Suite = async (deps, _args, onProgress) => {
  const asOf = deps.clock.today();
  const facts = await timed(async () => {
    const persons: PersonFacts[] = [];
    for await (const batch of streamSeekers(deps.pool, "14", asOf)) persons.push(...batch.filter((person) => !person.placed));
    return { persons, posts: await loadOpenPosts(deps.pool, asOf), rules: await loadMatchingRules(deps.pool, asOf) };
  });
  const { persons, posts, rules } = facts.value;
  const run = await timed(() => runStages(persons, posts, rules, async (stage, done, total) => {
    onProgress(`stage ${stage + 1}`, done, total);
    await nextTurn();
  }));
  const greedy = await timed(() => firstCome(persons, posts, rules));
  return {
    workers: persons.length,
    posts: posts.length,
    openings: posts.reduce((sum, post) => sum + post.openingsLeft, 0),
    factsSeconds: seconds(facts.ms),
    runSeconds: seconds(run.ms),
    matched: run.value.assigned.length,
    value: run.value.assigned.reduce((sum, one) => sum + one.score, 0),
    baselineFirstCome: { seconds: seconds(greedy.ms), ...greedy.value },
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
};

function firstCome(persons: readonly PersonFacts[], posts: Parameters<typeof indexPosts>[0], rules: Parameters<typeof candidatesOf>[3]) {
  const index = indexPosts(posts);
  const left = posts.map((post) => post.openingsLeft);
  let matched = 0;
  let value = 0;
  const take = (list: CandidateList | null) => {
    const option = list?.options.find((one) => left[one.post]! > 0);
    if (!option) return false;
    left[option.post]! -= 1;
    matched += 1;
    value += option.score;
    return true;
  };
  for (const person of persons) {
    for (const streams of HELP_STAGES) if (take(candidatesOf(person, index, streams, rules))) break;
  }
  return { matched, value };
}

const seconds = (ms: number) => Math.round(ms / 10) / 100;
