import { describe, expect, it } from "vitest";
import { policyValue } from "./policy-value.ts";

describe("a policy number on the page", () => {
  it.each([
    [300_000, "人/年 persons a year", "300,000 人/年", "300,000 persons a year"],
    [178_000, "fen/month", "1,780 元/月", "¥1,780 a month"],
    [100_000, "fen", "1,000 元", "¥1,000"],
    [15, "% of fiscal funds", "15%", "15% of fiscal funds"],
    [12, "月 months", "12 月", "12 months"],
  ])("%s in %s", (value, unit, zh, en) => {
    expect(policyValue({ value, unit }, "zh")).toBe(zh);
    expect(policyValue({ value, unit }, "en")).toBe(en);
  });

  it("reads lists of categories and amounts as lists", () => {
    expect(policyValue({ value: ["DISABLED", "RELOCATED"], unit: "人员类别 categories" }, "zh")).toBe("残疾、易地搬迁");
    expect(policyValue({ value: [198_000, 188_000], unit: "fen/month" }, "zh")).toBe("1,980 元/月、1,880 元/月");
  });
});
