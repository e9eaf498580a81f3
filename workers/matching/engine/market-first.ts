import { MARKET_COMES_BEFORE } from "#app/domain/matching/assess.ts";
import { STREAMS } from "#app/domain/terms.ts";
import { type AuctionState, NOBODY } from "../auction/auction.ts";
import type { Problem } from "../columns/problem.ts";
import { STREAM } from "../columns/post-columns.ts";
import { Best } from "../search/best.ts";
import { plainWorth, type Search, searchOf } from "../search/best-people.ts";
import { type PersonIndex, personIndexOf } from "../search/person-index.ts";
import { join, leave } from "./holders.ts";

/** Price of somebody who is not to be had: more than anybody can be worth. */
const TAKEN = 0x3fffffff;
const NEAR_HOME = MARKET_COMES_BEFORE.map((one) => STREAMS.indexOf(one));

/**
 * The market comes first (plan art. 20): fills market openings that nobody bid for with those who hold a workshop or
 * workfare post and whom they suit, best first, and their openings with the best who wait. One pass is enough: whoever
 * comes from waiting suits no empty market opening, or it would have asked for them. Gives the number of moves.
 */
export function marketFirst(problem: Problem, index: PersonIndex, state: AuctionState, posts: readonly number[], breathe: () => void): number {
  const { owner, held } = state;
  const { stream, capacity } = problem.posts;
  const empty = posts.filter((post) => stream[post] === STREAM.MARKET && held[post]! < capacity[post]!);
  if (empty.length === 0) return 0;
  const isNearHome = (person: number) => owner[person] !== NOBODY && NEAR_HOME.includes(stream[owner[person]!]!);
  const movers = searchOf(problem, personIndexOf(problem, isNearHome), plainWorth);
  const everybody = searchOf(problem, index, plainWorth);
  const moved = new Int32Array(problem.persons.count);
  const taken = Int32Array.from(owner, (post) => (post === NOBODY ? 0 : TAKEN));
  const best = new Best(1);
  const vacated: number[] = [];
  const fillOne = (search: Search, without: Int32Array, post: number): boolean => {
    search.fill(post, without, best);
    if (best.count === 0) return false;
    const person = best.persons[0]!;
    moved[person] = taken[person] = TAKEN;
    if (owner[person] !== NOBODY) {
      vacated.push(owner[person]!);
      leave(state, person);
    }
    join(state, person, post, best.values[0]!);
    return true;
  };
  for (const post of empty) {
    breathe();
    while (held[post]! < capacity[post]! && fillOne(movers, moved, post));
  }
  for (const post of [...vacated]) fillOne(everybody, taken, post);
  return vacated.length;
}
