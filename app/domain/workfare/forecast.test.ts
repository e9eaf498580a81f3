import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../dates.ts";
import { forecastLabour, type LabourFacts, weekEnds } from "./forecast.ts";

const works: LabourFacts = { asOf: "2026-03-12", startsOn: "2026-03-02", endsOn: "2026-05-11", closed: false, floorFen: 700_000_00, paidFen: 0, owedFen: 0, progressPct: null, fullWeekFen: 100_000_00 };

describe("where labour pay will end", () => {
  it("is safe when the pace reaches the floor, and met once it is reached", () => {
    expect(forecastLabour({ ...works, owedFen: 100_000_00 })).toMatchObject({ state: "SAFE", forecastFen: 700_000_00 });
    expect(forecastLabour({ ...works, paidFen: 700_000_00 }).state).toBe("MET");
  });

  it("raises the flag while it can still be turned, and says how much each week needs", () => {
    const flagged = forecastLabour({ ...works, owedFen: 50_000_00 });
    expect(flagged).toMatchObject({ state: "AT_RISK", forecastFen: 350_000_00, lackingFen: 650_000_00, weeksLeft: 9, neededPerWeekFen: 7_222_223 });
    expect(flagged.neededPerWeekFen * flagged.weeksLeft).toBeGreaterThanOrEqual(flagged.lackingFen);
  });

  it("says that it is too late when not even everybody every day would do, and that it was missed when the works are over", () => {
    expect(forecastLabour({ ...works, owedFen: 50_000_00, fullWeekFen: 10_000_00 }).state).toBe("TOO_LATE");
    expect(forecastLabour({ ...works, owedFen: 50_000_00, closed: true })).toMatchObject({ state: "MISSED", weeksLeft: 0, forecastFen: 50_000_00 });
    expect(forecastLabour({ ...works, asOf: "2026-05-11", owedFen: 50_000_00 }).state).toBe("MISSED");
  });

  it("takes the slower of the two paces: works that run ahead of their labour pay are the danger", () => {
    const ahead = forecastLabour({ ...works, owedFen: 100_000_00, progressPct: 50 });
    expect(ahead).toMatchObject({ state: "AT_RISK", byProgressFen: 200_000_00, byTimeFen: 700_000_00, forecastFen: 200_000_00 });
  });

  it("tells nothing by a pace before the works have begun", () => {
    expect(forecastLabour({ ...works, asOf: "2026-03-01" })).toMatchObject({ state: "EARLY", byTimeFen: null });
  });

  it("is flagged whenever the money paid by the end at this pace would not do, however the numbers fall", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 5, max: 69 }), fc.option(fc.integer({ min: 5, max: 99 }), { nil: null }), (owedFen, floorFen, gone, progressPct) => {
      const told = forecastLabour({ ...works, asOf: addDays(works.startsOn, gone), owedFen, floorFen, progressPct });
      for (const value of [told.forecastFen, told.lackingFen, told.neededPerWeekFen, told.mostFen, told.perWeekFen]) expect(Number.isInteger(value)).toBe(true);
      if (told.state === "SAFE") expect(told.forecastFen).toBeGreaterThanOrEqual(floorFen);
      if (told.state === "AT_RISK" || told.state === "TOO_LATE") expect(told.forecastFen).toBeLessThan(floorFen);
      expect(told.spentFen + told.weeksLeft * told.neededPerWeekFen).toBeGreaterThanOrEqual(floorFen);
    }));
  });

  it("draws week after week up to the end, a short last one included", () => {
    expect(weekEnds("2026-03-02", "2026-03-18")).toEqual(["2026-03-09", "2026-03-16", "2026-03-18"]);
    expect(weekEnds("2026-03-02", "2026-03-09")).toEqual(["2026-03-09"]);
  });
});
