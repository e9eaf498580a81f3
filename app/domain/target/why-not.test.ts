import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../dates.ts";
import type { PlacementEvent } from "../placement/types.ts";
import { type Caliber, countPerson } from "./caliber.ts";
import { arrival, begin, placement } from "./example-histories.ts";
import { whyNotCounted } from "./why-not.ts";

const stable: Caliber = { ...arrival, code: "stable", rule: { ...arrival.rule, minDays: 90 } };
const arrived = (id: string, day: string, by: "EMPLOYER" | "SEEKER" = "EMPLOYER", more: Partial<PlacementEvent["snapshot"]> = {}) => placement(id, [...begin, ["ON_THE_JOB", day, by]], more);

describe("somebody is not counted in a year", () => {
  it.each([
    ["NO_ARRIVAL", [placement("a", begin)]],
    ["OTHER_YEAR", [arrived("a", "2025-06-01")]],
    ["HOME", [arrived("a", "2026-02-01", "EMPLOYER", { povertyLiftedCounty: false })]],
    ["STREAM", [arrived("a", "2026-02-01", "EMPLOYER", { stream: "WELFARE" })]],
    ["RUNG", [arrived("a", "2026-02-01", "SEEKER")]],
    ["RUNG", [arrived("a", "2025-02-01"), arrived("b", "2026-02-01", "SEEKER")]],
    [null, [arrived("a", "2026-02-01", "SEEKER"), arrived("b", "2026-02-01")]],
  ] as const)("because of %s", (why, histories) => {
    expect(whyNotCounted(arrival, histories, 2026)).toBe(why);
  });

  it("because the days are not yet proven, or the rule was not in force", () => {
    expect(whyNotCounted(stable, [arrived("a", "2026-02-01")], 2026)).toBe("DAYS");
    expect(whyNotCounted({ ...arrival, validTo: "2026-01-01" }, [arrived("a", "2026-02-01")], 2026)).toBe("NOT_IN_FORCE");
    expect(whyNotCounted({ ...arrival, rule: { ...arrival.rule, placeClasses: ["OVERSEAS"] } }, [arrived("a", "2026-02-01")], 2026)).toBe("PLACE");
  });

  it("if and only if the count holds no row of that year", () => {
    const fact = fc.record({
      day: fc.integer({ min: 0, max: 900 }).map((days) => addDays("2024-10-01", days)), by: fc.constantFrom("SEEKER", "EMPLOYER") as fc.Arbitrary<"SEEKER" | "EMPLOYER">,
      stream: fc.constantFrom("MARKET", "WELFARE") as fc.Arbitrary<"MARKET" | "WELFARE">, povertyLiftedCounty: fc.boolean(), stays: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(fc.property(fc.array(fact, { maxLength: 6 }), fc.constantFrom(arrival, stable, { ...arrival, validTo: "2026-03-01" }), (facts, caliber) => {
      const histories = facts.map(({ day, by, stays, ...snapshot }, nth) => placement(`p${nth}`, [...begin, ["ON_THE_JOB", day, by], ["STILL_ON_THE_JOB", addDays(day, stays), "SEEKER"]], snapshot));
      const years = new Set(countPerson(caliber, histories).map((one) => one.year));
      for (const year of [2024, 2025, 2026, 2027]) expect(whyNotCounted(caliber, histories, year) === null).toBe(years.has(year));
    }));
  });
});
