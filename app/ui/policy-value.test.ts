import { describe, expect, it } from "vitest";
import { inChinese, policyValue } from "./policy-value.ts";

describe("a policy number on the page", () => {
  it.each([
    [300_000, "人/年 persons a year", "300,000 人/年", "300,000 persons a year"],
    [178_000, "fen/month", "1,780 元/月", "¥1,780 a month"],
    [100_000, "fen", "1,000 元", "¥1,000"],
    [15, "% of fiscal funds", "15%", "15% of fiscal funds"],
    [12, "月 months", "12 个月", "12 months"],
  ])("%s in %s", (value, unit, zh, en) => {
    expect(policyValue({ value, unit }, "zh")).toBe(zh);
    expect(policyValue({ value, unit }, "en")).toBe(en);
  });

  it("tells its source and notes in Chinese without the English behind them, and leaves names of documents", () => {
    expect(inChinese("系统设定，由人社部门调整 set by the product, for the bureau to change")).toBe("系统设定，由人社部门调整");
    expect(inChinese("由县级人社部门按文件更正。County tiers are not known: the lowest is the default until an officer enters the county's. 此后是否上调：未查到。")).toBe("由县级人社部门按文件更正。此后是否上调：未查到。");
    expect(inChinese("实施方案，GB 11643，人社厅发〔2025〕60号")).toBe("实施方案，GB 11643，人社厅发〔2025〕60号");
  });

  it("says in words what is kept as codes: a rung of proof, whether a test is asked for, the ways to a level, language papers", () => {
    const both = (value: number | string[], unit: string) => [policyValue({ value, unit }, "zh"), policyValue({ value, unit }, "en")];
    expect(both(2, "级 rung")).toEqual(["本人确认", "Confirmed by the person"]);
    expect(both(1, "1＝要考 1 = asked for")).toEqual(["要考", "asked for"]);
    expect(both(0, "1＝要考 1 = asked for")).toEqual(["不用考", "not asked for"]);
    expect(both(["JUNIOR::0", "INTERMEDIATE:JUNIOR:36", "SENIOR::120"], "等级:已有等级:工作月数 level:held:months")[0]).toBe("初级工：不要年限、中级工：有初级工再干满 36 个月、高级工：干满 120 个月");
    expect(both(["JLPT_N4", "JFT_BASIC"], "任一即可 any one")).toEqual(["JLPT N4、JFT-Basic", "JLPT N4, JFT-Basic"]);
  });

  it("reads lists of categories and amounts as lists", () => {
    expect(policyValue({ value: ["DISABLED", "RELOCATED"], unit: "人员类别 categories" }, "zh")).toBe("残疾、易地搬迁");
    expect(policyValue({ value: [198_000, 188_000], unit: "fen/month" }, "zh")).toBe("1,980 元/月、1,880 元/月");
  });
});
