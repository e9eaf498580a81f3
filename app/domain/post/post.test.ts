import { describe, expect, it } from "vitest";
import { findUnlawful } from "./lawful.ts";
import { monthlyFen } from "./monthly-wage.ts";
import { postInputSchema } from "./post-input.ts";

const rulesIn = (title: string, description = "") => findUnlawful({ title, description }).map((one) => one.rule);

describe("an unlawful phrase is named with its rule", () => {
  it.each([
    ["只招男性焊工", "sex"], ["限女性，家政服务员", "sex"], ["保洁（男女比例均衡）", "sex"], ["仅限汉族", "ethnicity"], ["不招回族", "ethnicity"], ["无宗教信仰者优先", "religion"],
    ["限本地户口", "hukou"], ["外地人勿扰", "hukou"], ["上岗前交押金500元", "deposit"], ["需缴纳服装费", "deposit"], ["押身份证", "deposit"], ["可办培训贷", "training-loan"],
    ["高薪急聘电焊工", "hype"], ["月入过万不是梦", "hype"], ["包就业", "hype"], ["１５岁以上可做", "age"],
  ])("%s → %s", (text, rule) => {
    expect(rulesIn(text)).toContain(rule);
    expect(rulesIn("电焊工", text)).toContain(rule);
  });

  it.each(["电焊工", "住家保姆，照顾老人", "男装缝纫工", "女装店导购", "包吃住，缴纳五险", "工资按月足额发放，不收任何费用", "押运员", "回民街面馆厨师"])("%s is left alone", (text) => {
    expect(rulesIn(text, text)).toEqual([]);
  });

  it("quotes the phrase as it was written, so that it can be found", () => {
    expect(findUnlawful({ title: "电焊工", description: "要求会二保焊，只招男性。" })).toEqual([{ field: "description", phrase: "只招男性", rule: "sex" }]);
  });
});

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
