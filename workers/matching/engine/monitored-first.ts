import { type AuctionState, NOBODY } from "../auction/auction.ts";
import { judgeOf } from "../columns/judge.ts";
import { belongsTo, flagsOfPerson, PERSON } from "../columns/person-columns.ts";
import type { Problem } from "../columns/problem.ts";
import { Best } from "../search/best.ts";
import { plainWorth, searchOf } from "../search/best-people.ts";
import { personIndexOf } from "../search/person-index.ts";
import { UNITS } from "../search/units.ts";
import { eachHolder, join, leave } from "./holders.ts";

/** Price of somebody who has been given an opening here: more than anybody can be worth. */
const TAKEN = 0x3fffffff;

/**
 * Among equals, monitored households go first (plan art. 5): wherever somebody of one waits without a post and would
 * score no less than one who holds an opening and is of none, they change places. The total never falls by it. One pass
 * over the posts is enough: who comes to hold an opening is monitored, and who waits from then on is not. Members of a brand
 * who hold its post are left to `brandFirst`: nobody who is none is their equal there. Gives the number of changes.
 */
export function monitoredFirst(problem: Problem, state: AuctionState, posts: readonly number[], breathe: () => void): number {
  const { owner, holderPerson } = state;
  const isMonitored = (person: number) => (flagsOfPerson(problem.persons, person) & PERSON.MONITORED) !== 0;
  const index = personIndexOf(problem, (person) => owner[person] === NOBODY && isMonitored(person));
  const search = searchOf(problem, index, plainWorth);
  const judge = judgeOf(problem);
  const taken = new Int32Array(problem.persons.count);
  let changes = 0;

  /** Place of the holder of least score who is not monitored, or -1. */
  const weakest = (post: number): { at: number; score: number } => {
    let at = -1;
    let score = Infinity;
    const mark = problem.posts.brand[post]!;
    eachHolder(state, post, (next) => {
      const person = holderPerson[next]!;
      if (isMonitored(person) || (mark >= 0 && belongsTo(problem.persons, person, mark))) return;
      const own = judge.ofPerson(person);
      if (own < score) [at, score] = [next, own];
    });
    return { at, score };
  };

  const best = new Best(1);
  for (const [done, post] of posts.entries()) {
    if (done % 1_000 === 0) breathe();
    judge.open(post);
    for (let out = weakest(post); out.at >= 0; out = weakest(post)) {
      search.fill(post, taken, best, out.score * UNITS - 1);
      if (best.count === 0) break;
      const person = best.persons[0]!;
      leave(state, holderPerson[out.at]!);
      join(state, person, post, best.values[0]!);
      taken[person] = TAKEN;
      changes += 1;
    }
  }
  return changes;
}
