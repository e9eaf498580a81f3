import { describe, expect, it } from "vitest";
import { checkAssignment, type Claim } from "./check.ts";
import type { AssignmentAim, AssignmentProblem } from "./problem.ts";

// Worker 0 takes post 0 for 8 and worker 1 post 1 for 4; worker 2 stays out. 5 + 3 + 0 for workers and 3 + 1 for places is 12.
const problem: AssignmentProblem = {
  workers: 3,
  capacities: [1, 1],
  edgeWorker: [0, 1, 1, 2, 2],
  edgePost: [0, 0, 1, 0, 1],
  edgeValue: [8, 6, 4, 2, 1],
};
const right = (): { edgeOfWorker: number[]; workerPrice: number[]; postPrice: number[] } => ({ edgeOfWorker: [0, 2, -1], workerPrice: [5, 3, 0], postPrice: [3, 1] });
const check = (change: (claim: ReturnType<typeof right>) => void = () => undefined, aim: AssignmentAim = {}) => {
  const claim = right();
  change(claim);
  return checkAssignment(problem, aim, claim);
};

describe("the check of an assignment", () => {
  it("adds up value and bound itself", () => {
    expect(check()).toEqual({ faults: [], assigned: 2, value: 12, bound: 12, gapPct: 0 });
  });

  it("finds a price that is too low, by the edge that shows it", () => {
    expect(check((claim) => (claim.workerPrice[0] = 4.5)).faults).toEqual(["edge 0 gains 0.5 more than the prices of worker 0 and post 0"]);
    expect(check((claim) => (claim.postPrice[1] = 0.5)).faults).toHaveLength(2);
  });

  it("finds a price that is too high, by a gap", () => {
    expect(check((claim) => (claim.workerPrice[2] = 3))).toMatchObject({ faults: [], value: 12, bound: 15, gapPct: 25 });
    expect(check((claim) => (claim.postPrice[0] = 6))).toMatchObject({ faults: [], bound: 15 });
  });

  it("finds prices that are no numbers or below zero", () => {
    expect(check((claim) => (claim.workerPrice[2] = NaN)).faults).toContain("worker 2 has the price NaN");
    expect(check((claim) => (claim.postPrice[1] = Infinity)).faults).toContain("post 1 has the price Infinity");
    expect(check((claim) => Object.assign(claim, { workerPrice: [9, 7, 3], postPrice: [-1, -2] })).faults).toEqual(["post 0 has the price -1", "post 1 has the price -2"]);
    expect(check((claim) => Object.assign(claim, { workerPrice: [1, 0, -4], postPrice: [7, 5] })).faults).toContain("worker 2 has the price -4");
    expect(check((claim) => claim.postPrice.pop()).faults).not.toEqual([]);
  });

  it("finds a post with more workers than places", () => {
    expect(check((claim) => (claim.edgeOfWorker[1] = 1)).faults).toContain("post 0 has 2 workers for 1 places");
  });

  it("finds an edge that is not there, or is another's", () => {
    for (const edge of [5, -2, 0.5, NaN]) expect(check((claim) => (claim.edgeOfWorker[2] = edge)).faults).toContain(`worker 2 is placed by edge ${edge}, which is not there`);
    expect(check((claim) => (claim.edgeOfWorker[2] = 2)).faults).toEqual(expect.arrayContaining(["worker 2 is placed by edge 2, which belongs to another", "post 1 has 2 workers for 1 places"]));
    expect(check((claim) => claim.edgeOfWorker.pop()).faults).not.toEqual([]);
  });

  it("misses whoever is left out where everybody must be placed, and lets their price fall below zero", () => {
    expect(check(undefined, { perfect: true }).faults).toEqual(["worker 2 is not placed"]);
    const claim: Claim = { edgeOfWorker: [0], workerPrice: [-3], postPrice: [0] };
    expect(checkAssignment({ workers: 1, capacities: [1], edgeWorker: [0], edgePost: [0], edgeValue: [-3] }, { perfect: true }, claim)).toEqual({ faults: [], assigned: 1, value: -3, bound: -3, gapPct: 0 });
  });

  it("turns costs round", () => {
    const costs = { workers: 1, capacities: [1, 1], edgeWorker: [0, 0], edgePost: [0, 1], edgeValue: [7, 5] };
    expect(checkAssignment(costs, { minimise: true, perfect: true }, { edgeOfWorker: [0], workerPrice: [-5], postPrice: [0, 0] })).toMatchObject({ faults: [], value: 7, bound: 5, gapPct: (2 / 7) * 100 });
    expect(checkAssignment(costs, { minimise: true, perfect: true }, { edgeOfWorker: [1], workerPrice: [-6], postPrice: [0, 0] }).faults).toContain("edge 1 gains 1 more than the prices of worker 0 and post 1");
  });

  it("has no percentage beside a value of zero", () => {
    const nothing = { workers: 1, capacities: [1], edgeWorker: [0], edgePost: [0], edgeValue: [2] };
    expect(checkAssignment(nothing, {}, { edgeOfWorker: [-1], workerPrice: [2], postPrice: [0] })).toMatchObject({ value: 0, bound: 2, gapPct: null });
    expect(checkAssignment({ ...nothing, edgeValue: [0] }, {}, { edgeOfWorker: [0], workerPrice: [0], postPrice: [0] })).toMatchObject({ value: 0, bound: 0, gapPct: 0 });
  });
});
