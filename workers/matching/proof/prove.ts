// Shares nothing with the engine but the problem and the judge: a fault of the search or the auction must not hide here.
import { judgeOf } from "../columns/judge.ts";
import type { Problem } from "../columns/problem.ts";
import { isLocal } from "../columns/post-columns.ts";
import { homeOfPerson } from "../columns/person-columns.ts";
import { WISHES_READ } from "#app/domain/matching/relation.ts";

/** What was claimed: who holds which post (-1: none), and a price of 0 or more for each person in parts of a point. */
export interface Claim {
  owner: Int32Array;
  prices: Int32Array;
  /** parts of a point in which prices are given */
  unitsPerPoint: number;
}

export interface Proof {
  /** pairs that the rules allow */
  allowedPairs: number;
  assigned: number;
  /** points */
  value: number;
  /** points; no assignment of these people to these posts is worth more */
  bound: number;
  gapPct: number;
  /** what does not hold of the claim; empty when all of it does */
  faults: string[];
}

/** One thread's share: every pair of some posts. */
export interface ProofPart {
  allowedPairs: number;
  /** Σ openings × the most that anybody is worth to their post beyond their price, in units */
  levels: number;
}

/**
 * Goes through every pair of the posts from `from` on, `step` apart, that the rules could allow: people whose wishes or
 * certificates touch the post's small group, and for local streams everybody of the county.
 */
export function provePart(problem: Problem, { prices, unitsPerPoint }: Pick<Claim, "prices" | "unitsPerPoint">, from: number, step: number): ProofPart {
  const judge = judgeOf(problem);
  const { posts, groupOf, places } = problem;
  const byGroup = peopleByGroup(problem);
  const byHome = peopleByHome(problem);
  const part: ProofPart = { allowedPairs: 0, levels: 0 };
  for (let post = from; post < posts.count; post += step) {
    if (posts.capacity[post]! <= 0) continue;
    judge.open(post);
    let level = 0;
    const look = (people: Int32Array) => {
      for (const person of people) {
        const score = judge.ofPerson(person);
        if (score < 0) continue;
        part.allowedPairs += 1;
        const net = score * unitsPerPoint - prices[person]!;
        if (net > level) level = net;
      }
    };
    if (isLocal(posts.stream[post]!)) {
      for (let home = 0; home < places.homes; home += 1) if (places.sameCounty[home * places.works + posts.work[post]!] === 1) look(byHome[home]!);
    } else if (posts.occupation[post]! >= 0) look(byGroup[groupOf[posts.occupation[post]!]!] ?? new Int32Array(0));
    part.levels += level * posts.capacity[post]!;
  }
  return part;
}

/** Puts the parts together with what is simple: sums, and whether the assignment is one. */
export function conclude(problem: Problem, { owner, prices, unitsPerPoint }: Claim, parts: readonly ProofPart[]): Proof {
  const judge = judgeOf(problem);
  const faults: string[] = [];
  const taken = new Int32Array(problem.posts.count);
  let [assigned, value, sum] = [0, 0, 0];
  for (let person = 0; person < problem.persons.count; person += 1) {
    if (prices[person]! < 0) faults.push(`person ${person} has a price below 0`);
    sum += prices[person]!;
    const post = owner[person]!;
    if (post < 0) continue;
    judge.open(post);
    const score = judge.ofPerson(person);
    if (score < 0) faults.push(`person ${person} may not hold post ${post}`);
    assigned += 1;
    value += score;
    taken[post]! += 1;
  }
  for (const [post, count] of taken.entries()) if (count > problem.posts.capacity[post]!) faults.push(`post ${post} holds ${count} people`);
  const bound = (sum + parts.reduce((total, part) => total + part.levels, 0)) / unitsPerPoint;
  if (bound < value) faults.push(`value ${value} is beyond bound ${bound}`);
  return { allowedPairs: parts.reduce((total, part) => total + part.allowedPairs, 0), assigned, value, bound, gapPct: value === 0 ? 0 : ((bound - value) / value) * 100, faults };
}

function peopleByGroup({ persons, groupOf }: Problem): Int32Array[] {
  const groups: number[][] = [];
  for (let person = 0; person < persons.count; person += 1) {
    const own = new Set<number>();
    for (let nth = 0; nth < WISHES_READ; nth += 1) own.add(persons.wishes[person * WISHES_READ + nth]!);
    for (let at = persons.certificateStart[person]!; at < persons.certificateStart[person + 1]!; at += 1) own.add(persons.certificateOccupation[at]!);
    own.delete(-1);
    for (const group of new Set([...own].map((occupation) => groupOf[occupation]!))) (groups[group] ??= []).push(person);
  }
  return groups.map((people) => Int32Array.from(people));
}

function peopleByHome({ persons, places }: Problem): Int32Array[] {
  const homes: number[][] = Array.from({ length: places.homes }, () => []);
  for (let person = 0; person < persons.count; person += 1) homes[homeOfPerson(persons, person)]!.push(person);
  return homes.map((people) => Int32Array.from(people));
}
