import { parameterInForce } from "#app/domain/policy/parameter.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { readLevelWays } from "#app/domain/training/levels.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { match } from "#workers/matching/engine/match.ts";
import { computeNeeds } from "#workers/training-needs/compute.ts";
import { leftoverOf } from "#workers/training-needs/leftover.ts";
import { madeFacts, madeProblem } from "./made-problem.ts";
import { type Suite, timed } from "./suites.ts";

/**
 * What to train, from what a provincial match over made-up people and posts left over: from the facts in memory to the courses with their lists. The match goes
 * before it, outside the measured time. Beside it the same with a single thread, and the most that anybody could place.
 */
export const benchWhatToTrain: Suite = async (deps, args, onProgress) => {
  const rows = await loadPolicyParameters(deps.pool);
  const listed = parameterInForce(rows, "training.level.ways", { regionCode: SHANXI, asOf: deps.clock.today() })?.value;
  const ways = readLevelWays(Array.isArray(listed) ? (listed as string[]) : []);
  const { problem, openings } = await madeProblem(deps, await madeFacts(deps, args.workers, args.posts, args.seed), onProgress);
  const { owner } = await match(problem, { onProgress });
  const before = process.memoryUsage().rss;
  onProgress("what to train", 0, 1);
  const of = leftoverOf(problem, owner, ways);
  const compute = (threads?: number) => timed(() => computeNeeds(of, { seats: 50, rateOf: () => 1, threads }));
  const both = await compute();
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  const single = args.workers > 500_000 ? null : await compute(1);
  const { courses, groups, unfilled, asking, bound, seconds } = both.value;
  const placed = courses.reduce((sum, course) => sum + course.picks.length, 0);
  if (placed > bound) throw new Error(`more placed (${placed}) than there can be (${bound})`);
  return {
    people: args.workers, posts: args.posts, openings, seekersLeft: args.workers - owner.reduce((sum, post) => sum + (post < 0 ? 0 : 1), 0), unfilled, asking,
    seconds: round(both.ms / 1_000), scanSeconds: round(seconds.scan), planSeconds: round(seconds.plan), oneThreadSeconds: single && round(single.ms / 1_000),
    groups: groups.length, listed: groups.reduce((sum, group) => sum + group.people.length, 0), courses: courses.length, classes: courses.reduce((sum, course) => sum + course.classes, 0),
    placed, bound, shortOfBoundPct: bound === 0 ? 0 : round(((bound - placed) / bound) * 100), rssGrownMb: Math.round((process.memoryUsage().rss - before) / 1_048_576), peakRssMb,
  };
};

const round = (value: number) => Math.round(value * 100) / 100;
