import { describe, expect, it } from "vitest";
import { boundLines, phaseStarts, thinned } from "./bound-chart.tsx";
import { niceStep } from "./pace-chart.tsx";
import { bandOf, cityEdges } from "./tile-cartogram.tsx";

describe("the cartogram", () => {
  it.each([[0, 0], [0.4999, 0], [0.5, 1], [0.75, 2], [0.9, 3], [0.999, 3], [1, 4], [1.4, 4]])("puts a share of %d into band %d", (share, band) => {
    expect(bandOf(share)).toBe(band);
  });

  it("draws each edge between two cities once, and none inside a city", () => {
    const inside = cityEdges([{ code: "140105", col: 0, row: 0 }, { code: "140106", col: 1, row: 0 }]);
    const between = cityEdges([{ code: "140105", col: 0, row: 0 }, { code: "140212", col: 1, row: 0 }]);
    expect(inside.match(/M44 0v/g)).toBeNull();
    expect(between.match(/M44 0v/g)).toHaveLength(1);
    expect(inside.match(/M/g)).toHaveLength(6);
    expect(between.match(/M/g)).toHaveLength(7);
  });
});

describe("an axis", () => {
  it.each([[0.2, 1], [7, 10], [1_300, 2_000], [40_000, 50_000], [100_000, 100_000]])("steps of about %d are read as %d", (rough, step) => {
    expect(niceStep(rough)).toBe(step);
  });
});

describe("a run's history", () => {
  const moment = (seconds: number, phase: string) => ({ seconds, phase, value: null, bound: null });

  it("is thinned evenly and keeps its first and last moment", () => {
    const many = Array.from({ length: 101 }, (_, index) => index);
    expect(thinned(many, 11)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(thinned([1, 2], 11)).toEqual([1, 2]);
  });

  it("names a phase where it begins, again when it comes back", () => {
    const history = [moment(0, "candidates"), moment(1, "candidates"), moment(2, "assign"), moment(3, "candidates")];
    expect(phaseStarts(history).map((one) => one.seconds)).toEqual([0, 2, 3]);
  });
});

describe("the bound of a run", () => {
  it("ends with the phase it was proved for, and the last one stands above all that came since", () => {
    const moment = (seconds: number, phase: string, value: number, bound: number | null = null) => ({ seconds, phase, value, bound });
    const history = [moment(1, "market", 90), moment(1.2, "market", 95, 99), moment(1.4, "welfare", 110), moment(1.5, "done", 110, 112)];
    expect(boundLines(history)).toEqual([[{ seconds: 1.2, points: 99 }, { seconds: 1.4, points: 99 }], [{ seconds: 1.4, points: 112 }, { seconds: 1.5, points: 112 }]]);
    expect(boundLines([moment(1, "market", 90, 95), moment(2, "market", 91, 94)])).toEqual([[{ seconds: 1, points: 95 }, { seconds: 2, points: 94 }]]);
    expect(boundLines([moment(1, "market", 90)])).toEqual([]);
  });
});
