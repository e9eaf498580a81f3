// Shares nothing with the solver but the shape of its input: a fault there must not hide here.
import type { AssignmentAim, AssignmentProblem } from "./problem.ts";

/** What is to be checked; none of it is trusted. */
export interface Claim {
  edgeOfWorker: ArrayLike<number>;
  workerPrice: ArrayLike<number>;
  postPrice: ArrayLike<number>;
}

export interface Verdict {
  /** what does not hold; empty when all of it does */
  faults: string[];
  assigned: number;
  /** total of the values of the assignment */
  value: number;
  /** no assignment is above it (below it, when minimising); what rounding took from the prices is counted in */
  bound: number;
  /** how far the bound lies beyond the value, over |value|, × 100; 0 within rounding, null beside a value of 0 */
  gapPct: number | null;
}

/** What rounding may cost on an edge, and in a total, as a part of the numbers that went into it. */
const EDGE_ROUNDING = 1e-9;
const TOTAL_ROUNDING = 1e-12;
const MOST_FAULTS = 20;

/**
 * Checks an assignment and the prices that are to prove its bound, edge by edge: each worker once, by an edge of theirs; no
 * post over capacity; nobody left out where everybody must be placed; prices ≥ 0 (of workers: unless everybody must be
 * placed) and worker's plus post's price ≥ gain on every edge. Computes value and bound from the edges and the prices.
 */
export function checkAssignment(problem: AssignmentProblem, aim: AssignmentAim, claim: Claim): Verdict {
  const faults = new Faults();
  const value = checkPlaces(problem, aim, claim, faults);
  const bound = checkPrices(problem, aim, claim, faults);
  const better = aim.minimise ? value.total - bound.total : bound.total - value.total;
  const rounding = TOTAL_ROUNDING * Math.max(value.size, bound.size);
  if (!(better >= -rounding)) faults.add(`value ${value.total} is beyond bound ${bound.total}`);
  return { faults: faults.list, assigned: value.terms, value: value.total, bound: bound.total, gapPct: gapOf(better, value.total, rounding) };
}

function gapOf(better: number, value: number, rounding: number): number | null {
  if (better <= rounding) return 0;
  return value === 0 ? null : (better / Math.abs(value)) * 100;
}

function checkPlaces(problem: AssignmentProblem, aim: AssignmentAim, claim: Claim, faults: Faults): Total {
  const value = new Total();
  const taken = new Array<number>(problem.capacities.length).fill(0);
  if (claim.edgeOfWorker.length !== problem.workers) faults.add(`${claim.edgeOfWorker.length} workers instead of ${problem.workers}`);
  for (let worker = 0; worker < problem.workers; worker += 1) {
    const edge = claim.edgeOfWorker[worker]!;
    if (edge === -1) {
      if (aim.perfect) faults.add(`worker ${worker} is not placed`);
      continue;
    }
    if (!(Number.isInteger(edge) && edge >= 0 && edge < problem.edgeValue.length)) {
      faults.add(`worker ${worker} is placed by edge ${edge}, which is not there`);
      continue;
    }
    if (problem.edgeWorker[edge] !== worker) faults.add(`worker ${worker} is placed by edge ${edge}, which belongs to another`);
    taken[problem.edgePost[edge]!]! += 1;
    value.add(problem.edgeValue[edge]!);
  }
  taken.forEach((count, post) => {
    if (count > problem.capacities[post]!) faults.add(`post ${post} has ${count} workers for ${problem.capacities[post]} places`);
  });
  return value;
}

function checkPrices(problem: AssignmentProblem, aim: AssignmentAim, claim: Claim, faults: Faults): Total {
  const missing = new Array<number>(problem.workers).fill(0);
  for (let edge = 0; edge < problem.edgeValue.length; edge += 1) {
    const worker = problem.edgeWorker[edge]!;
    const post = problem.edgePost[edge]!;
    const gain = aim.minimise ? -problem.edgeValue[edge]! : problem.edgeValue[edge]!;
    const asked = claim.workerPrice[worker]!;
    const paid = claim.postPrice[post]!;
    const lack = gain - asked - paid;
    if (!(lack <= EDGE_ROUNDING * Math.max(Math.abs(gain), Math.abs(asked), Math.abs(paid)))) faults.add(`edge ${edge} gains ${lack} more than the prices of worker ${worker} and post ${post}`);
    if (lack > missing[worker]!) missing[worker] = lack;
  }
  const bound = new Total();
  const sign = aim.minimise ? -1 : 1;
  for (let worker = 0; worker < problem.workers; worker += 1) {
    const price = claim.workerPrice[worker]!;
    if (!(Number.isFinite(price) && (aim.perfect || price >= 0))) faults.add(`worker ${worker} has the price ${price}`);
    bound.add(sign * price);
    bound.add(sign * missing[worker]!);
  }
  for (let post = 0; post < problem.capacities.length; post += 1) {
    const price = claim.postPrice[post]!;
    if (!(Number.isFinite(price) && price >= 0)) faults.add(`post ${post} has the price ${price}`);
    bound.add(sign * price * problem.capacities[post]!);
  }
  return bound;
}

class Faults {
  readonly list: string[] = [];

  add(fault: string) {
    if (this.list.length < MOST_FAULTS) this.list.push(fault);
  }
}

/** A sum that keeps what each addition loses to rounding. */
class Total {
  terms = 0;
  /** of all terms without their signs: what rounding is measured by */
  size = 0;
  private sum = 0;
  private lost = 0;

  get total(): number {
    return this.sum + this.lost;
  }

  add(term: number) {
    const sum = this.sum + term;
    this.lost += Math.abs(this.sum) >= Math.abs(term) ? this.sum - sum + term : term - sum + this.sum;
    this.sum = sum;
    this.size += Math.abs(term);
    this.terms += 1;
  }
}
