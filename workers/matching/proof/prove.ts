// Shares nothing with the engine but the problem and the judge: a fault of the search or the auction must not hide here.
import { bestRankIn, judgeOf, NO_CERTIFICATE, RELATION, relationIn } from "../columns/judge.ts";
import type { Problem } from "../columns/problem.ts";
import { isLocal } from "../columns/post-columns.ts";
import { homeOfPerson, WORDS } from "../columns/person-columns.ts";

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
 * Goes through every pair that the rules could allow of every `step`-th post from the `from`-th on, occupation by
 * occupation: with the people to whom the occupation is anything, and for local streams with everybody of the county.
 */
export function provePart(problem: Problem, { prices, unitsPerPoint }: Pick<Claim, "prices" | "unitsPerPoint">, from: number, step: number): ProofPart {
  const judge = judgeOf(problem);
  const { posts, places } = problem;
  const byHome = peopleByHome(problem);
  const part: ProofPart = { allowedPairs: 0, levels: 0 };
  const ordered = Array.from({ length: posts.count }, (_, post) => post).sort((a, b) => posts.occupation[a]! - posts.occupation[b]!);
  let level = 0;
  const weigh = (person: number, score: number) => {
    if (score < 0) return;
    part.allowedPairs += 1;
    const net = score * unitsPerPoint - prices[person]!;
    if (net > level) level = net;
  };
  let related = new RelatedPeople(problem, -1);
  for (let nth = from; nth < ordered.length; nth += step) {
    const post = ordered[nth]!;
    if (posts.capacity[post]! <= 0) continue;
    judge.open(post);
    level = 0;
    if (isLocal(posts.stream[post]!)) {
      for (let home = 0; home < places.homes; home += 1) {
        if (places.sameCounty[home * places.works + posts.work[post]!] === 1) for (const person of byHome[home]!) weigh(person, judge.ofPerson(person));
      }
    } else {
      const occupation = posts.occupation[post]!;
      if (occupation !== related.occupation) related = new RelatedPeople(problem, occupation);
      const wanted = posts.wantedCertificate[post]!;
      for (let at = 0; at < related.count; at += 1) {
        const person = related.records[at * WORDS]!;
        const held = wanted === occupation ? related.held[at]! : wanted < 0 ? NO_CERTIFICATE : bestRankIn(problem, person, wanted);
        weigh(person, judge.ofRecord(related.records, at * WORDS, related.relation[at]!, held));
      }
    }
    part.levels += level * posts.capacity[post]!;
  }
  return part;
}

/** The people to whom an occupation is anything, side by side so that they are read in a row. */
class RelatedPeople {
  readonly occupation: number;
  readonly count: number;
  readonly records: Int32Array;
  readonly relation: Uint8Array;
  readonly held: Int8Array;

  constructor(problem: Problem, occupation: number) {
    const { persons } = problem;
    const found: number[] = [];
    for (let person = 0; person < persons.count; person += 1) if (relationIn(problem, person, occupation) !== RELATION.NONE) found.push(person);
    this.occupation = occupation;
    this.count = found.length;
    this.records = new Int32Array(found.length * WORDS);
    for (const [at, person] of found.entries()) this.records.set(persons.records.subarray(person * WORDS, (person + 1) * WORDS), at * WORDS);
    this.relation = Uint8Array.from(found, (person) => relationIn(problem, person, occupation));
    this.held = Int8Array.from(found, (person) => bestRankIn(problem, person, occupation));
  }
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

function peopleByHome({ persons, places }: Problem): Int32Array[] {
  const homes: number[][] = Array.from({ length: places.homes }, () => []);
  for (let person = 0; person < persons.count; person += 1) homes[homeOfPerson(persons, person)]!.push(person);
  return homes.map((people) => Int32Array.from(people));
}
