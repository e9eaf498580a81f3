import { HELP_STAGES } from "#app/domain/matching/assess.ts";
import type { RunMoment } from "#app/domain/matching/run-result.ts";
import { STREAMS } from "#app/domain/terms.ts";
import { type AuctionState, auctionOf, NOBODY, openAuction } from "../auction/auction.ts";
import { emptyLists } from "../auction/lists.ts";
import { judgeOf } from "../columns/judge.ts";
import type { Problem } from "../columns/problem.ts";
import { sharedInt32 } from "../columns/shared-arrays.ts";
import { emptyIndexPrices } from "../search/index-prices.ts";
import { personIndexOf } from "../search/person-index.ts";
import { UNITS } from "../search/units.ts";
import { brandFirst } from "./brand-first.ts";
import { Crew } from "./crew.ts";
import { marketFirst } from "./market-first.ts";
import { monitoredFirst } from "./monitored-first.ts";
import { type Shared, TASK } from "./shared.ts";

/** What openings may be away from their best, in points: each costs the total no more than this. */
export const EPSILON_POINTS = 2;
/** Price of somebody an earlier stage has placed: more than anybody can be worth. */
const PLACED = 0x3fffffff;
/** The phase that only proves how good the others were. */
const PROOF = "bound";
/** Taking the prices over into the index pays from so many searches on. */
const SEARCHES_WORTH_PRICES = 1_000;

export interface SolveOptions {
  /** the calling thread included */
  threads: number;
  onProgress?: (phase: string, done: number, total: number) => void;
  /** board made with `newBoard`, whose CANCELLED word gives the match up */
  board: Int32Array;
}

export interface SolvedStage {
  /** people without a post when the stage began */
  considered: number;
  assigned: number;
  /** points */
  value: number;
  /** no assignment of those considered to the posts of the stage is worth more points */
  bound: number;
}

/** Who goes where, and the proof of how good that is. */
export interface Solution {
  /** the post of each person, or NOBODY */
  owner: Int32Array;
  /** dual price of each person in units, 0 or more, that proves `bound` */
  prices: Int32Array;
  /** sum of the scores, points */
  value: number;
  /** no assignment of these people to these posts is worth more points, in the order of help or without it */
  bound: number;
  stages: SolvedStage[];
  history: RunMoment[];
  perPhaseSeconds: Record<string, number>;
}

/**
 * Matches everybody with every opening, stage by stage of the order of help: whom the market serves is not asked again,
 * and a public-welfare post is offered only to those for whom nothing before it was found. Blocks the calling thread.
 *
 * The bound is that of linear duality: for any prices of people, no total exceeds the sum of the prices and, for each
 * opening, the most that anybody is worth to its post beyond their price. The prices for it come from an auction of all
 * posts at once, as if there were no order of help: what that order costs is inside the gap.
 */
export function solve(problem: Problem, { threads, onProgress = () => {}, board }: SolveOptions): Solution {
  const clock = new PhaseClock();
  const { capacity, stream } = problem.posts;
  onProgress("index", 0, 1);
  const index = clock.time("index", () => personIndexOf(problem));
  const shared: Shared = {
    problem, index, lists: emptyLists(capacity), state: openAuction(problem.persons.count, capacity), known: emptyIndexPrices(index),
    queue: sharedInt32(problem.posts.count), board,
  };
  const { state, queue, known } = shared;
  const crew = new Crew(shared, threads);
  const auction = auctionOf(shared.lists, state, EPSILON_POINTS * UNITS);
  const open = orderOfSearch(problem).filter((post) => capacity[post]! > 0);
  const totals = new Totals(problem);
  const history: RunMoment[] = [];

  const makeLists = (posts: readonly number[], isNew: boolean) => {
    queue.set(posts);
    if (isNew || posts.length >= SEARCHES_WORTH_PRICES) clock.time("prices", () => crew.do(TASK.PRICES, known.run.length));
    clock.time("candidates", () => crew.do(TASK.LISTS, posts.length));
  };

  /** Lets posts bid until nobody of them asks for more; `within` are the posts that may lose people to them. */
  const auctionOff = (phase: string, posts: readonly number[], within: readonly number[]) => {
    let waiting = posts;
    for (let round = 0; waiting.length > 0; round += 1) {
      onProgress(phase, Math.max(0, posts.length - waiting.length), posts.length);
      makeLists(waiting, round === 0);
      const blocked = new Set(clock.time("auction", () => auction.run(waiting)));
      waiting = within.filter((post) => blocked.has(post));
      if (phase !== PROOF && (waiting.length === 0 || (round & (round + 1)) === 0)) history.push({ seconds: clock.seconds(), phase, value: totals.value + heldValue(state, posts) / UNITS, bound: null });
    }
  };

  try {
    const stages: SolvedStage[] = [];
    let beforeWelfare: AuctionState | null = null;
    let served = new Set<number>();
    for (const [number, streams] of HELP_STAGES.entries()) {
      const wanted = streams.map((one) => STREAMS.indexOf(one));
      const posts = open.filter((post) => wanted.includes(stream[post]!));
      const before = { assigned: totals.assigned, value: totals.value };
      auctionOff(`stage-${number + 1}`, posts, posts);
      const bound = boundOf(shared, posts) / UNITS;
      if (number === 0) {
        for (const moment of history.slice(-1)) moment.bound = bound;
        beforeWelfare = copyOf(state);
        served = new Set(posts);
      }
      clock.time("market-first", () => marketFirst(problem, index, state, posts, () => crew.check()));
      // each may push out somebody whom the other has to place; the number of members who hold their own brand's posts only grows, so that it ends
      do clock.time("monitored-first", () => monitoredFirst(problem, state, posts, () => crew.check()));
      while (clock.time("brand-first", () => brandFirst(problem, state, posts, () => crew.check())) > 0);
      totals.addHolders(state, posts);
      stages.push({ considered: problem.persons.count - before.assigned, assigned: totals.assigned - before.assigned, value: totals.value - before.value, bound });
      settle(state);
    }
    const owner = state.owner.slice();
    restore(state, beforeWelfare!);
    const later = open.filter((post) => !served.has(post));
    auctionOff(PROOF, later, open);
    const bound = boundOf(shared, open) / UNITS;
    history.push({ seconds: clock.seconds(), phase: "done", value: totals.value, bound });
    return { owner, prices: state.prices.slice(), value: totals.value, bound, stages, history, perPhaseSeconds: clock.perPhase };
  } finally {
    void crew.end();
  }
}

class PhaseClock {
  readonly perPhase: Record<string, number> = {};
  readonly #startedAt = performance.now();

  seconds(): number {
    return (performance.now() - this.#startedAt) / 1_000;
  }

  time<T>(phase: string, work: () => T): T {
    const from = this.seconds();
    const result = work();
    this.perPhase[phase] = (this.perPhase[phase] ?? 0) + this.seconds() - from;
    return result;
  }
}

/** Posts that look for the same people one after the other, so that what one has read the next finds at hand. */
function orderOfSearch({ posts }: Problem): number[] {
  const { occupation, work, best } = posts;
  return Array.from({ length: posts.count }, (_, post) => post)
    .sort((a, b) => occupation[a]! - occupation[b]! || work[a]! - work[b]! || best[a]! - best[b]!);
}

/** Takes those whom a stage has placed out of the next ones; everybody else costs nothing again. */
function settle({ owner, prices }: AuctionState) {
  for (let person = 0; person < owner.length; person += 1) prices[person] = owner[person] === NOBODY ? 0 : PLACED;
}

function copyOf(state: AuctionState): AuctionState {
  const copy = Object.entries(state).map(([name, values]: [string, Int32Array]) => [name, Int32Array.from(values)]);
  return Object.fromEntries(copy) as AuctionState;
}

function restore(state: AuctionState, from: AuctionState) {
  for (const name of Object.keys(state) as (keyof AuctionState)[]) state[name].set(from[name]);
}

function heldValue({ held, holderStart, holderValue }: AuctionState, posts: readonly number[]): number {
  let sum = 0;
  for (const post of posts) for (let at = holderStart[post]!; at < holderStart[post]! + held[post]!; at += 1) sum += holderValue[at]!;
  return sum;
}

/** What prices and lists prove of some posts, in units: nobody off a list is worth more to its post than the threshold. */
function boundOf({ lists, state: { prices }, problem }: Shared, posts: readonly number[]): number {
  let sum = 0;
  for (const price of prices) if (price !== PLACED) sum += price;
  for (const post of posts) {
    let level = lists.threshold[post]!;
    const to = lists.start[post]! + lists.count[post]!;
    for (let at = lists.start[post]!; at < to && lists.net[at]! > level; at += 1) level = Math.max(level, lists.value[at]! - prices[lists.person[at]!]!);
    sum += level * problem.posts.capacity[post]!;
  }
  return sum;
}

/** Adds up scores as the judge gives them, not as the lists remember them. */
class Totals {
  assigned = 0;
  value = 0;
  readonly #judge;

  constructor(problem: Problem) {
    this.#judge = judgeOf(problem);
  }

  addHolders({ held, holderStart, holderPerson }: AuctionState, posts: readonly number[]) {
    for (const post of posts) {
      this.#judge.open(post);
      for (let at = holderStart[post]!; at < holderStart[post]! + held[post]!; at += 1) this.value += this.#judge.ofPerson(holderPerson[at]!);
      this.assigned += held[post]!;
    }
  }
}
