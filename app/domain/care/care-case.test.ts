import { describe, expect, it } from "vitest";
import { addWorkingDays, CARE_KINDS, caringCounty, outcomesOf } from "./care-case.ts";

describe("the day by which a case must be done", () => {
  it.each([["2026-11-23", 5, "2026-11-30"], ["2026-11-27", 1, "2026-11-30"], ["2026-11-28", 1, "2026-11-30"], ["2026-11-29", 5, "2026-12-04"], ["2026-11-24", 0, "2026-11-24"]])("%s and %i working days is %s", (from, days, to) => {
    expect(addWorkingDays(from, days)).toBe(to);
  });
});

describe("the county that looks into it", () => {
  it("is the workplace's for wages and messages, the home's for all else and where the work is outside Shanxi", () => {
    expect(caringCounty("NOT_PAID", "140105", "141124")).toBe("140105");
    expect(caringCounty("MESSAGE", "140105", "141124")).toBe("140105");
    expect(caringCounty("TALK", "140105", "141124")).toBe("141124");
    expect(caringCounty("DISPUTED", "140105", "141124")).toBe("141124");
    expect(caringCounty("NOT_PAID", "110105", "141124")).toBe("141124");
    expect(caringCounty("NOT_PAID", null, "141124")).toBe("141124");
  });
});

it("every kind of case can be closed, and only what accuses somebody can be upheld", () => {
  expect(CARE_KINDS.filter((kind) => outcomesOf(kind).includes("UPHELD"))).toEqual(["NOT_PAID", "PART_PAID", "MESSAGE"]);
  for (const kind of CARE_KINDS) expect(outcomesOf(kind).length).toBeGreaterThan(0);
});
