import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorRate, wilson } from "./sample.ts";

/** Repeatable numbers in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("the share of wrong counts in a sample", () => {
  it("has Wilson's interval: the figures of Newcombe 1998, table I", () => {
    const close = (wrong: number, checked: number, low: number, high: number) => {
      const interval = wilson(wrong, checked)!;
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    };
    close(81, 263, 0.2553, 0.3662);
    close(15, 148, 0.0624, 0.1605);
    close(0, 20, 0, 0.1611);
    close(1, 29, 0.0061, 0.1718);
  });

  it("of one rung alone is that rung's own", () => {
    const rung = wilson(3, 40)!;
    const all = errorRate([{ population: 500, checked: 40, wrong: 3 }, { population: 0, checked: 0, wrong: 0 }])!;
    expect(all.share).toBeCloseTo(rung.share, 12);
    expect(all.low).toBeCloseTo(rung.low, 12);
    expect(all.high).toBeCloseTo(rung.high, 12);
  });

  it("weighs each rung by the people on it, not by those who were drawn", () => {
    expect(errorRate([{ population: 900, checked: 30, wrong: 0 }, { population: 100, checked: 30, wrong: 15 }])!.share).toBeCloseTo(0.05, 12);
  });

  it("is not told before every rung that holds people has been checked", () => {
    expect(errorRate([{ population: 900, checked: 30, wrong: 0 }, { population: 100, checked: 0, wrong: 0 }])).toBeNull();
    expect(errorRate([])).toBeNull();
  });

  it("keeps its interval around it and inside 0 to 1", () => {
    const stratum = fc.record({ population: fc.integer({ min: 1, max: 100_000 }), checked: fc.integer({ min: 1, max: 200 }), wrong: fc.nat(200) }).map((one) => ({ ...one, wrong: Math.min(one.wrong, one.checked) }));
    fc.assert(fc.property(fc.array(stratum, { minLength: 1, maxLength: 4 }), (strata) => {
      const { share, low, high } = errorRate(strata)!;
      expect(0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1).toBe(true);
    }));
  });

  it("holds the true share in about 95 of 100 samples", () => {
    const random = numbers(7);
    const rungs = [{ population: 60_000, wrongShare: 0.01 }, { population: 30_000, wrongShare: 0.08 }, { population: 10_000, wrongShare: 0.3 }];
    const truth = rungs.reduce((sum, one) => sum + one.population * one.wrongShare, 0) / 100_000;
    let held = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const { low, high } = errorRate(rungs.map(({ population, wrongShare }) => ({ population, checked: 60, wrong: Array.from({ length: 60 }, random).filter((one) => one < wrongShare).length })))!;
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held / 2_000).toBeGreaterThan(0.93);
  });
});
