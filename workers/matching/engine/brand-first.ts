import { type AuctionState, NOBODY } from "../auction/auction.ts";
import { judgeOf } from "../columns/judge.ts";
import { belongsTo, flagsOfPerson, PERSON } from "../columns/person-columns.ts";
import type { Problem } from "../columns/problem.ts";
import { Best } from "../search/best.ts";
import { plainWorth, type Search, searchOf } from "../search/best-people.ts";
import { personIndexOf } from "../search/person-index.ts";
import { UNITS } from "../search/units.ts";
import { eachHolder, join, leave } from "./holders.ts";

/** Price of somebody who has been given an opening here: more than anybody can be worth. */
const TAKEN = 0x3fffffff;

/**
 * On a brand's post its members come first (plan art. 19): wherever a member whom the post suits waits without a post while somebody who is none holds one of its openings, they
 * change places, the best member against the holder of least score, those of no monitored household before the others. Among members, monitored households first as
 * everywhere. One pass is enough: who comes to hold an opening is a member of its brand, and whoever is pushed out is asked for by the passes that follow. Gives the number of changes.
 */
export function brandFirst(problem: Problem, state: AuctionState, posts: readonly number[], breathe: () => void): number {
  const { owner, holderPerson } = state;
  const { persons, posts: { brand } } = problem;
  const isMonitored = (person: number) => (flagsOfPerson(persons, person) & PERSON.MONITORED) !== 0;
  const judge = judgeOf(problem);
  const taken = new Int32Array(persons.count);
  const best = new Best(1);
  let changes = 0;

  /** Place of the holder who gives way first among those `may` names, or -1. */
  const first = (post: number, may: (person: number) => boolean): { at: number; score: number } => {
    let [at, score, rank] = [-1, 0, Infinity];
    eachHolder(state, post, (next) => {
      const person = holderPerson[next]!;
      if (!may(person)) return;
      const own = judge.ofPerson(person);
      const order = own + (isMonitored(person) ? 10_000 : 0);
      if (order < rank) [at, score, rank] = [next, own, order];
    });
    return { at, score };
  };
  const change = (search: Search, post: number, at: number, floor?: number): boolean => {
    search.fill(post, taken, best, floor);
    if (best.count === 0) return false;
    const person = best.persons[0]!;
    leave(state, holderPerson[at]!);
    join(state, person, post, best.values[0]!);
    taken[person] = TAKEN;
    changes += 1;
    return true;
  };

  const byBrand = new Map<number, number[]>();
  for (const post of posts) {
    if (brand[post]! < 0) continue;
    const own = byBrand.get(brand[post]!);
    if (own) own.push(post);
    else byBrand.set(brand[post]!, [post]);
  }
  for (const [mark, own] of [...byBrand].sort(([a], [b]) => a - b)) {
    breathe();
    const isMember = (person: number) => belongsTo(persons, person, mark);
    const waits = (person: number) => owner[person] === NOBODY && isMember(person);
    const swap = (asks: (person: number) => boolean, mayGiveWay: (person: number) => boolean, equals: boolean) => {
      if (!someone(persons.count, asks)) return;
      const search = searchOf(problem, personIndexOf(problem, asks), plainWorth);
      for (const post of own) {
        judge.open(post);
        for (let out = first(post, mayGiveWay); out.at >= 0 && change(search, post, out.at, equals ? out.score * UNITS - 1 : undefined); out = first(post, mayGiveWay));
      }
    };
    swap(waits, (person) => !isMember(person), false);
    swap((person) => waits(person) && isMonitored(person), (person) => isMember(person) && !isMonitored(person), true);
  }
  return changes;
}

/** Whether there is anybody of those asked for: making an index takes longer than looking. */
function someone(count: number, asks: (person: number) => boolean): boolean {
  for (let person = 0; person < count; person += 1) if (asks(person)) return true;
  return false;
}
