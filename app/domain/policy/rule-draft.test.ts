import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../dates.ts";
import { parameterInForce, type PolicyParameter } from "./parameter.ts";
import { compareRegimes } from "./regimes.ts";
import { asIfAllYear, checkRule, parseRuleValue, ruleRegion, valueKind, withRule } from "./rule-draft.ts";

const KEY = "travel.subsidy.out-of-province.max";
const row = (more: Partial<PolicyParameter> = {}): PolicyParameter => ({
  id: "old", key: KEY, regionCode: "", value: 150_000, unit: "fen/year", article: null, documentNumber: null, source: "x", certainty: "FOUND", validFrom: "2023-01-01", validTo: null, note: null, ...more,
});

describe("a new row", () => {
  it("ends the one before it and begins on its day; nothing else of the former changes", () => {
    const rows = withRule([row()], row({ id: "new", value: 180_000, validFrom: "2026-07-01" }));
    expect(rows).toEqual([row({ validTo: "2026-07-01" }), row({ id: "new", value: 180_000, validFrom: "2026-07-01", validTo: null })]);
  });
  it("put before a later one ends where that begins", () => {
    const later = row({ id: "later", value: 1, validFrom: "2027-01-01" });
    expect(withRule([row({ validTo: "2027-01-01" }), later], row({ id: "new", validFrom: "2026-07-01" })).find(({ id }) => id === "new")?.validTo).toBe("2027-01-01");
  });
  it.each([
    ["2025-12-31", 180_000, "rule-past-year"], ["2026-01-01", 180_000, null], ["2026-11-26", 150_000, "rule-unchanged"], ["2026-05-01", 180_000, "rule-same-day"],
  ])("from %s with %i is %s", (validFrom, value, problem) => {
    const rows = [row({ validTo: "2026-05-01" }), row({ id: "may", value: 150_000, validFrom: "2026-05-01" })];
    expect(checkRule(rows, { key: KEY, regionCode: "", validFrom, value }, "2026-11-26")).toBe(problem);
  });
  it("of the whole province stands where the key has been kept", () => {
    expect(ruleRegion([row()], KEY, "140000")).toBe("");
    expect(ruleRegion([row({ regionCode: "140000" })], KEY, "140000")).toBe("140000");
    expect(ruleRegion([row()], KEY, "141124")).toBe("141124");
  });

  it("and any number of them never overlap: one row of a key and region on any day, and what was in force before is in force still", () => {
    fc.assert(fc.property(fc.array(fc.record({ day: fc.integer({ min: 0, max: 1_000 }), value: fc.integer({ min: 1, max: 9 }) }), { maxLength: 8 }), fc.integer({ min: -1_200, max: 1_200 }), (drafts, asked) => {
      let rows = [row()];
      for (const [at, one] of drafts.entries()) {
        const draft = row({ id: `d${at}`, value: one.value, validFrom: addDays("2026-01-01", one.day) });
        if (checkRule(rows, draft, "2026-01-01") === null) rows = withRule(rows, draft);
      }
      const day = addDays("2026-01-01", asked);
      const there = rows.filter((one) => one.validFrom <= day && (one.validTo === null || day < one.validTo));
      expect(there.length).toBe(day < "2023-01-01" ? 0 : 1);
      if (day < "2026-01-01") expect(parameterInForce(rows, KEY, { regionCode: "", asOf: day })?.id).toBe(day < "2023-01-01" ? undefined : "old");
    }));
  });
});

it("a simulated rule holds all of its year and none of another", () => {
  const rows = asIfAllYear([row({ validTo: "2026-05-01" }), row({ id: "may", value: 2, validFrom: "2026-05-01" })], row({ id: "sim", value: 3 }), 2026);
  const on = (asOf: string) => parameterInForce(rows, KEY, { regionCode: "", asOf })?.value ?? null;
  expect([on("2025-12-31"), on("2026-01-01"), on("2026-12-31")]).toEqual([150_000, 3, 3]);
});

describe("a typed value", () => {
  it.each([
    [150_000, "fen/year", "1800.50", 180_050], [6, "月 months", "8", 8], [6, "月 months", "8.5", null], [150_000, "fen/year", "-1", null], [150_000, "fen/year", "1e5", null],
    [["POVERTY_LIFTED"], "", "LOW_INCOME, DISABLED", ["LOW_INCOME", "DISABLED"]], [["POVERTY_LIFTED"], "", "NOBODY", null], [["11-01", "11-15"], "", "10-01 10-31", ["10-01", "10-31"]], [["11-01", "11-15"], "", "10-31 10-01", null],
    [["6-16-01"], "", "6-16-01、6-16-02", ["6-16-01", "6-16-02"]], [{ men: 1 }, "", "1", null],
  ])("of %j typed as %s %s is %j", (current, unit, typed, value) => {
    expect(parseRuleValue(valueKind(current, unit), typed)).toEqual(value);
  });
});

it("two regimes side by side tell what changed, began, ended or went on", () => {
  const rows = [row(), row({ id: "a", key: "a", value: 1, validTo: "2026-01-01" }), row({ id: "b", key: "a", value: 2, validFrom: "2026-01-01" }), row({ id: "c", key: "c", validTo: "2026-01-01" }), row({ id: "d", key: "d", validFrom: "2026-03-01" })];
  expect(compareRegimes(rows, "2026-01-01", "2026-11-26").map(({ key, change }) => [key, change])).toEqual([["a", "CHANGED"], ["d", "NEW"], ["c", "ENDED"], [KEY, "SAME"]]);
});
