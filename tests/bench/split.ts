import type { PersonFacts } from "#app/domain/matching/facts.ts";
import { cityOf } from "#app/domain/region/codes.ts";
import { judgeOf } from "#workers/matching/columns/judge.ts";
import type { Problem } from "#workers/matching/columns/problem.ts";
import { match } from "#workers/matching/engine/match.ts";
import type { Solution } from "#workers/matching/engine/solve.ts";
import { type MadeFacts, madeFacts, madeProblem } from "./made-problem.ts";
import { type Suite, timed } from "./suites.ts";

interface Found {
  person: number;
  post: number;
  score: number;
}

/**
 * What it costs to match city by city, as independent machines would: every city matches its people with all openings,
 * of too many for a post the highest scores stay, and one more run goes over the people and openings that are left.
 * Beside it the whole province at once.
 */
export const benchSplit: Suite = async (deps, args, onProgress) => {
  const facts = await madeFacts(deps, args.workers, args.posts, args.seed);
  const persons = [...facts.persons];
  const whole = await timedMatch({ ...facts, persons });
  const cities = [...new Set(persons.map((one) => cityOf(one.homeCountyCode)))].sort();
  const left = facts.posts.map((post) => post.openingsLeft);
  const placed = new Set<number>();
  let found: Found[] = [];
  const jobs: number[] = [];
  for (const [nth, city] of cities.entries()) {
    onProgress("cities", nth, cities.length);
    const rows = [...persons.keys()].filter((row) => cityOf(persons[row]!.homeCountyCode) === city);
    const job = await timedMatch({ persons: rows.map((row) => persons[row]!), posts: facts.posts, workers: rows.length });
    jobs.push(job.seconds);
    found.push(...job.found.map((one) => ({ ...one, person: rows[one.person]! })));
  }
  found = found.sort((a, b) => b.score - a.score).filter((one) => (left[one.post]! > 0 ? (left[one.post]! -= 1) >= 0 : false));
  for (const one of found) placed.add(one.person);
  const waiting: PersonFacts[] = persons.filter((_person, row) => !placed.has(row));
  const rest = await timedMatch({ persons: waiting, posts: facts.posts.map((post, at) => ({ ...post, openingsLeft: left[at]! })), workers: waiting.length });
  const alone = total(found);
  return {
    workers: persons.length, posts: facts.posts.length, cities: cities.length,
    whole: { seconds: whole.seconds, value: total(whole.found), bound: Math.round(whole.solution.bound) },
    byCity: { longestJobSeconds: Math.max(...jobs), secondsOfAll: Math.round(jobs.reduce((sum, one) => sum + one, 0) * 100) / 100, value: alone, lostPct: lost(alone, whole.found) },
    byCityAndTheRest: { restSeconds: rest.seconds, value: alone + total(rest.found), lostPct: lost(alone + total(rest.found), whole.found) },
  };

  async function timedMatch(made: MadeFacts): Promise<{ seconds: number; found: Found[]; solution: Solution }> {
    const { problem } = await madeProblem(deps, made);
    const { ms, value } = await timed(() => match(problem));
    return { seconds: Math.round(ms / 10) / 100, found: foundIn(problem, value), solution: value };
  }
};

function foundIn(problem: Problem, { owner }: Solution): Found[] {
  const judge = judgeOf(problem);
  return [...owner].flatMap((post, person) => {
    if (post < 0) return [];
    judge.open(post);
    return [{ person, post, score: judge.ofPerson(person) }];
  });
}

const total = (found: readonly Found[]) => found.reduce((sum, one) => sum + one.score, 0);
const lost = (value: number, whole: readonly Found[]) => Math.round((1 - value / total(whole)) * 100_000) / 1_000;
