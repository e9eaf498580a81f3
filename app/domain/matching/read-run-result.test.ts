import { describe, expect, it } from "vitest";
import { readRunResult } from "./read-run-result.ts";
import type { RunResult } from "./run-result.ts";

const whole: RunResult = {
  seekers: 10, posts: 4, openings: 6, allowedPairs: 20, matched: 5, value: 3_500, bound: 3_507, gapPct: 0.2, seconds: 1.5, peakRssMb: 200,
  perPhaseSeconds: { assign: 1 }, history: [{ seconds: 1, phase: "assign", value: 3_500, bound: null }],
  stages: [{ streams: ["MARKET"], considered: 10, assigned: 5, value: 3_500 }],
  fairness: { category: [], countyClass: [], sex: [{ group: "F", people: 4, placed: 2, meanScore: 700 }], ageBand: [] }, kept: 1, proposals: 4, skipped: 1,
};

describe("a stored result", () => {
  it("comes back as it was left", () => {
    expect(readRunResult(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it("of an earlier kind is read as far as it goes", () => {
    const earlier = { seekers: 3, posts: 2, openings: 2, pairs: 5, seconds: 0.1, proposals: 2, skipped: 0, stages: [{ streams: ["WELFARE"], considered: 1, pairs: 1, assigned: 1 }] };
    expect(readRunResult(earlier)).toMatchObject({ allowedPairs: 5, matched: 2, bound: null, history: [], fairness: null, perPhaseSeconds: {}, stages: [{ assigned: 1, value: null }] });
  });

  it("with a damaged part loses that part and no other", () => {
    expect(readRunResult({ ...whole, gapPct: "?", history: [{ seconds: 1 }], fairness: 7 })).toEqual({ ...whole, gapPct: null, history: [], fairness: null });
    expect(readRunResult("nothing")).toBeNull();
    expect(readRunResult(null)).toBeNull();
  });
});
