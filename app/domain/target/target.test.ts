import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../dates.ts";
import type { PlacementEventKind } from "../placement/types.ts";
import type { Role } from "../terms.ts";
import { countPerson } from "./caliber.ts";
import { arrival, begin, placement } from "./example-histories.ts";
import { calendarShare, scaleGoal, splitGoal } from "./goal.ts";

describe("a person counts toward the year's target", () => {
  it("once a year, whatever the number of placements", () => {
    const one = placement("a", [...begin, ["ON_THE_JOB", "2026-02-01"], ["ENDED", "2026-03-01"]]);
    const two = placement("b", [...begin, ["ON_THE_JOB", "2026-04-01"]]);
    expect(countPerson(arrival, [two, one])).toMatchObject([{ year: 2026, placementId: "a", countedOn: "2026-02-01" }]);
  });

  it("again in another year for another arrival", () => {
    const one = placement("a", [...begin, ["ON_THE_JOB", "2025-12-31"], ["ENDED", "2026-01-05"]]);
    const two = placement("b", [...begin, ["ON_THE_JOB", "2026-04-01"]]);
    expect(countPerson(arrival, [one, two]).map((counted) => counted.year)).toEqual([2025, 2026]);
  });

  it("not before the proof reaches the rung that the caliber asks for", () => {
    expect(countPerson(arrival, [placement("a", [...begin, ["ON_THE_JOB", "2026-02-01", "SEEKER"]])])).toEqual([]);
  });

  it("no more once the arrival has been taken back", () => {
    expect(countPerson(arrival, [placement("a", [...begin, ["ON_THE_JOB", "2026-02-01"], ["REVERSED", "2026-02-01", "OFFICER", "a-3"]])])).toEqual([]);
  });

  it("only with a home in a poverty-lifted county, where the caliber says so", () => {
    const other = placement("a", [...begin, ["ON_THE_JOB", "2026-02-01"]], { povertyLiftedCounty: false });
    expect(countPerson(arrival, [other])).toEqual([]);
    expect(countPerson({ ...arrival, rule: { ...arrival.rule, homeCounties: "ALL" } }, [other])).toHaveLength(1);
  });

  it("not through a public-welfare post, which is no transfer", () => {
    expect(countPerson(arrival, [placement("a", [...begin, ["ON_THE_JOB", "2026-02-01"]], { stream: "WELFARE" })])).toEqual([]);
  });

  it("on the day on which the days that the caliber asks for are full, in that day's year", () => {
    const stable = { ...arrival, rule: { ...arrival.rule, minDays: 90 } };
    const history = placement("a", [...begin, ["ON_THE_JOB", "2025-11-01"], ["STILL_ON_THE_JOB", "2026-01-30", "SEEKER"]]);
    expect(countPerson(stable, [history])).toMatchObject([{ year: 2026, countedOn: "2026-01-30" }]);
    const short = placement("a", [...begin, ["ON_THE_JOB", "2025-11-01"], ["STILL_ON_THE_JOB", "2026-01-29", "SEEKER"]]);
    expect(countPerson(stable, [short])).toEqual([]);
  });

  it("only while the caliber is in force", () => {
    const ended = { ...arrival, validTo: "2026-02-01" };
    expect(countPerson(ended, [placement("a", [...begin, ["ON_THE_JOB", "2026-01-31"]])])).toHaveLength(1);
    expect(countPerson(ended, [placement("a", [...begin, ["ON_THE_JOB", "2026-02-01"]])])).toHaveLength(0);
  });
});

describe("counting random histories", () => {
  const history = fc.array(
    fc.record({
      arrivedOn: fc.integer({ min: 0, max: 1_400 }).map((days) => addDays("2022-06-01", days)),
      by: fc.constantFrom<Role>("SEEKER", "EMPLOYER", "OFFICER"),
      stream: fc.constantFrom("MARKET", "WELFARE", "WORKFARE") as fc.Arbitrary<"MARKET" | "WELFARE" | "WORKFARE">,
      lifted: fc.boolean(),
      reversed: fc.boolean(),
    }),
    { maxLength: 8 },
  );

  it("gives each year at most once, and the years a plain loop over the facts gives", () => {
    fc.assert(
      fc.property(history, (facts) => {
        const placements = facts.map((fact, index) =>
          placement(`p${index}`, [...begin, ["ON_THE_JOB", fact.arrivedOn, fact.by], ...(fact.reversed ? ([["REVERSED", fact.arrivedOn, "OFFICER", `p${index}-3`]] as [PlacementEventKind, string, Role, string][]) : [])], { stream: fact.stream, povertyLiftedCounty: fact.lifted }),
        );
        const years = countPerson(arrival, placements).map((counted) => counted.year);
        const plain = new Set<number>();
        for (const fact of facts) {
          if (fact.by === "EMPLOYER" && fact.stream !== "WELFARE" && fact.lifted && !fact.reversed) plain.add(Number(fact.arrivedOn.slice(0, 4)));
        }
        expect(years).toEqual([...plain].sort());
      }),
    );
  });
});

describe("a goal", () => {
  it("split over counties adds up exactly, and no part is off by a whole person", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 60 }), (goal, weights) => {
        const parts = splitGoal(goal, new Map(weights.map((weight, index) => [`c${index}`, weight])));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBe(goal);
        weights.forEach((weight, index) => expect(Math.abs(parts.get(`c${index}`)! - (goal * weight) / total)).toBeLessThan(1));
      }),
    );
  });

  it("that has nothing to be split over is refused", () => {
    expect(() => splitGoal(10, new Map())).toThrow(RangeError);
  });

  it("scaled to a sample never becomes nothing", () => {
    expect(scaleGoal(300_000, null)).toBe(300_000);
    expect(scaleGoal(300_000, 20_000 / 1_590_000)).toBe(3_774);
    expect(scaleGoal(3, 0.0001)).toBe(1);
  });
});

describe("the calendar's share of a year", () => {
  it("is a 365th after New Year's Day and all of it after New Year's Eve, in leap years too", () => {
    expect(calendarShare("2026-01-01")).toBeCloseTo(1 / 365, 12);
    expect(calendarShare("2026-12-31")).toBe(1);
    expect(calendarShare("2024-12-31")).toBe(1);
  });
});
