import { describe, expect, it } from "vitest";
import { monthlyFen } from "./monthly-wage.ts";
import { postInputSchema } from "./post-input.ts";

describe("the comparable wage", () => {
  it.each([
    [20_000, "DAY", 12, 435_000], [2_000, "HOUR", 12, 348_000], [600_000, "MONTH", 13, 650_000], [12_000_000, "YEAR", 12, 1_000_000],
  ] as const)("of %i fen a %s with %i months is %i fen a month", (fen, period, months, monthly) => expect(monthlyFen(fen, period, months)).toBe(monthly));

  it("does not exist for piece work", () => expect(monthlyFen(50, "PIECE")).toBeNull());
});

describe("what an employer fills in", () => {
  const filled = {
    stream: "MARKET", title: "电焊工", description: "按图纸焊接钢结构，两班倒。", regionCode: "141124", openings: "3", wageMinYuan: "6000", wageMaxYuan: "8500", wagePeriod: "MONTH",
    hoursPerDay: "8", daysPerWeek: "6", housing: "on", educationMin: "NONE", experienceMonths: "0", certOccupationCode: "", certLevel: "", brandId: "", validUntil: "2026-12-31",
  };
  it("is read from a form's strings", () => {
    expect(postInputSchema.parse(filled)).toMatchObject({ openings: 3, wageMinYuan: 6000, housing: true, meals: false, validUntil: "2026-12-31" });
  });

  it.each([
    ["title", "", "title-short"], ["openings", "0", "number-needed"], ["openings", "2.5", "whole-number"], ["wageMinYuan", "abc", "number-needed"], ["wageMaxYuan", "5000", "wage-order"],
    ["validUntil", "2026-02-30", "date-form"], ["hoursPerDay", "13", "too-large"], ["regionCode", "somewhere", "region-needed"], ["description", "x".repeat(4_001), "too-long"],
  ])("is refused at the field %s when it is %j", (field, value, code) => {
    const result = postInputSchema.safeParse({ ...filled, [field]: value });
    expect(result.error?.issues.map((issue) => [issue.path[0], issue.message])).toContainEqual([field, code]);
  });
});
