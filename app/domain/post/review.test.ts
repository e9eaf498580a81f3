import { describe, expect, it } from "vitest";
import { clusterText, likeness, NEAR_DUPLICATE, plainTitle } from "./duplicates.ts";
import { draftFromForm, type PostDraft, type PostRules, reviewPost } from "./review.ts";

const rules: PostRules = {
  asOf: "2026-11-24", hazardousOccupationPrefixes: ["6-16"], hazardousWorkAge: 18,
  minimumWageFen: (county, period) => (county.startsWith("14") ? (period === "HOUR" ? 1_910 : 178_000) : null),
};
const honest: PostDraft = {
  stream: "MARKET", title: "电焊工", description: "在车间按图纸焊接钢结构件，白班，月底发工资，缴纳社会保险，提供宿舍。", regionCode: "141124100", address: "工业园区 3 号", wageMinYuan: 6_000, wageMaxYuan: 8_000,
  wagePeriod: "MONTH", hoursPerDay: 8, daysPerWeek: 5, housing: true, insurance: true, validUntil: "2027-01-20",
};
const codes = (changed: PostDraft) => reviewPost({ ...honest, ...changed }, rules).blocked.map(({ code, field }) => `${field} ${code}`);

describe("a post is held against the law", () => {
  it("and an honest one passes without a word", () => expect(reviewPost(honest, rules)).toEqual({ blocked: [], advised: [] }));

  it.each([
    [{ description: "焊接钢结构，只招男性，白班。" }, "description unlawful-sex"],
    [{ wageMinYuan: 1_779 }, "wageMinYuan wage-below-minimum"],
    // 81 yuan × 21.75 days = 1,761.75 yuan
    [{ wageMinYuan: 81, wagePeriod: "DAY" }, "wageMinYuan wage-below-minimum"],
    [{ wageMinYuan: 19, wagePeriod: "HOUR" }, "wageMinYuan wage-below-minimum-hour"],
    [{ wageMinYuan: 21_359, wagePeriod: "YEAR" }, "wageMinYuan wage-below-minimum"],
    [{ validUntil: undefined }, "validUntil validity-missing"], [{ validUntil: "2026-11-24" }, "validUntil validity-past"], [{ validUntil: "2027-05-24" }, "validUntil validity-long"],
    [{ stream: "WELFARE" }, "stream stream-by-bureau"], [{ occupationCode: "6-16-01-01", description: "井下掘进，16周岁以上，按月发工资。" }, "description unlawful-age-hazardous"],
  ] as [PostDraft, string][])("%j: %s", (changed, problem) => expect(codes(changed)).toEqual([problem]));

  it.each([
    { wageMinYuan: 1_780 }, { wageMinYuan: 82, wagePeriod: "DAY" }, { wageMinYuan: 19.1, wagePeriod: "HOUR" }, { wageMinYuan: 0.5, wagePeriod: "PIECE" }, { wageMinYuan: 500, regionCode: "110000" }, { validUntil: "2027-05-23" },
    { description: "按图纸焊接，16周岁以上，按月发工资。" },
  ] as PostDraft[])("%j is no breach", (changed) => expect(codes(changed)).toEqual([]));

  it("as far as it is filled in: an empty form is told of the missing validity alone", () => {
    expect(reviewPost(draftFromForm({}), rules).blocked.map(({ code }) => code)).toEqual(["validity-missing"]);
    expect(reviewPost(draftFromForm({ title: "高薪招女工", wageMinYuan: "abc", validUntil: "2027-01-01" }), rules).blocked.map(({ code }) => code)).toEqual(["unlawful-sex", "unlawful-hype"]);
  });

  it("names the floor it fell under", () => {
    expect(reviewPost({ ...honest, wageMinYuan: 1_000 }, rules).blocked[0]?.params).toEqual({ floorYuan: 1_780 });
    expect(reviewPost({ ...honest, wageMinYuan: 10, wagePeriod: "HOUR" }, rules).blocked[0]?.params).toEqual({ floorYuan: "19.1" });
  });
});

describe("the same ad twice", () => {
  const ad = { employerId: "E1", title: "电焊工", countyCode: "141124", wageMinFen: 600_000, wageMaxFen: 800_000, wagePeriod: "MONTH" as const };
  it.each(["急招电焊工", "电焊工（包吃住）", " 电 焊 工！", "【长期】电焊工"])("is known under the title %s", (title) => expect(clusterText({ ...ad, title })).toBe(clusterText(ad)));
  it.each([{ employerId: "E2" }, { title: "氩弧焊工" }, { countyCode: "141127" }, { wageMinFen: 610_000 }, { wagePeriod: "DAY" as const }])("and is another with %j", (changed) => {
    expect(clusterText({ ...ad, ...changed })).not.toBe(clusterText(ad));
  });
  it("keeps letters of any script in a title", () => expect(plainTitle("𠮷野家 Cook (早班)")).toBe("𠮷野家cook"));
});

describe("texts copied between employers", () => {
  const text = "负责车间钢结构焊接，按图纸施工，会二保焊和氩弧焊，服从安排，注意安全，做完清理现场，按月发工资，缴纳社保，包吃住。";
  it("are alike when only figures, marks or a word change", () => {
    expect(likeness(text, text)).toBe(1);
    expect(likeness(text, `${text.replaceAll("，", "；")}电话 10012345678`)).toBeGreaterThan(NEAR_DUPLICATE);
    expect(likeness(text, text.replace("服从安排，", ""))).toBeGreaterThan(NEAR_DUPLICATE);
  });
  it("are not when the work is described anew", () => {
    expect(likeness(text, "在养老院照顾老人起居，协助进食、洗漱和散步，记录身体情况，两班倒，每周休一天，有护理员证优先，包吃包住，按月发工资。")).toBeLessThan(0.3);
  });
  it("can't be told from a few words", () => expect(likeness("焊工，白班", "焊工，白班")).toBe(0));
});
