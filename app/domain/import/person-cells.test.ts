import { describe, expect, it } from "vitest";
import { parseCategories, parseYesNo } from "./categories.ts";
import { parseSkillLevel, readCertificate } from "./certificate-cells.ts";
import { exampleRegions } from "./example-regions.ts";
import { addTally, count, emptyTally, shareOfAll, shareOfStated } from "./tally.ts";
import { parseReach, parseWishWage } from "./wish-cells.ts";

describe("yes and no", () => {
  it.each([["是", "yes"], ["√", "yes"], ["1", "yes"], ["能", "yes"], ["否", "no"], ["×", "no"], ["不能", "no"], ["无", "no"], ["", "nothing"], ["或许", "unknown"]] as const)(
    "%j is %s", (text, answer) => expect(parseYesNo(text)).toBe(answer));
});

describe("categories of people", () => {
  it.each([
    ["脱贫户", ["POVERTY_LIFTED"]], ["建档立卡贫困户", ["POVERTY_LIFTED"]], ["脱贫不稳定户", ["MONITORED_UNSTABLE"]], ["边缘易致贫户", ["MONITORED_MARGINAL"]],
    ["突发严重困难户", ["MONITORED_SUDDEN"]], ["脱贫户/低保户", ["POVERTY_LIFTED", "LOW_INCOME"]], ["易地扶贫搬迁", ["RELOCATED"]], ["残疾人", ["DISABLED"]],
    ["零就业家庭", ["ZERO_EMPLOYMENT_HOUSEHOLD"]], ["一般农户", []], ["非脱贫户", []], ["无", []], ["", []],
  ] as const)("%s is %j", (text, kinds) => expect(parseCategories(text)).toEqual({ kinds, unknown: [], monitoredWithoutKind: false }));

  it("are asked for when a household is monitored without its kind", () => {
    expect(parseCategories("脱贫户、监测户")).toEqual({ kinds: ["POVERTY_LIFTED"], unknown: [], monitoredWithoutKind: true });
  });
});

describe("skill levels", () => {
  it.each([
    ["高级技师", "SENIOR_TECHNICIAN"], ["一级/高级技师", "SENIOR_TECHNICIAN"], ["技师", "TECHNICIAN"], ["二级", "TECHNICIAN"], ["高级工", "SENIOR"], ["三级", "SENIOR"],
    ["中级", "INTERMEDIATE"], ["四级/中级工", "INTERMEDIATE"], ["初级工", "JUNIOR"], ["五级", "JUNIOR"], ["学徒工", "APPRENTICE"], ["特级技师", "SPECIAL_TECHNICIAN"],
    ["首席技师", "CHIEF_TECHNICIAN"], ["３级", "SENIOR"],
  ] as const)("%s is %s", (text, level) => expect(parseSkillLevel(text)).toBe(level));
  it("are not guessed", () => expect([parseSkillLevel("合格"), parseSkillLevel("")]).toEqual([null, null]));
});

describe("a certificate", () => {
  const whole = { name: "焊工", level: "中级", number: "A1", issuer: "某中心", date: "2022-03-01" };
  it("is kept only whole", () => {
    expect(readCertificate(whole)).toMatchObject({ status: "ok", certificate: { kind: "SKILL_LEVEL", level: "INTERMEDIATE" } });
    for (const field of ["name", "number", "issuer", "date"] as const) expect(readCertificate({ ...whole, [field]: "" })).toEqual({ status: "incomplete" });
    expect(readCertificate({ name: "无", level: "", number: "", issuer: "", date: "" })).toEqual({ status: "nothing" });
  });
  it.each([["焊工特种作业操作资格证", "QUALIFICATION"], ["家政服务员培训合格证", "TRAINING"], ["汾酒酿造专项职业能力", "SPECIAL_ABILITY"], ["养老护理员", "SKILL_LEVEL"]] as const)(
    "%s is of the kind %s", (name, kind) => expect(readCertificate({ ...whole, name })).toMatchObject({ certificate: { kind } }));
});

describe("where somebody would work", () => {
  const none = { willInCounty: false, willInProvince: false, willOutOfProvince: false, willOverseas: false };
  it.each([
    ["县内", { willInCounty: true }], ["就近就业", { willInCounty: true }], ["省内", { willInProvince: true }], ["县外省内", { willInProvince: true }], ["省外", { willOutOfProvince: true }],
    ["京津冀", { willOutOfProvince: true }], ["北京、深圳", { willOutOfProvince: true }], ["太原市小店区", { willInCounty: true }], ["临汾", { willInProvince: true }],
    ["县内、省外", { willInCounty: true, willOutOfProvince: true }], ["日本", { willOverseas: true }], ["境外", { willOverseas: true }],
    ["不限", { willInCounty: true, willInProvince: true, willOutOfProvince: true }],
  ])("%s", (text, reach) => expect(parseReach(text, "140105", exampleRegions)).toEqual({ ...none, ...reach }));
  it("may be left open or not be understood", () => {
    expect([parseReach("", "140105", exampleRegions), parseReach("那边", "140105", exampleRegions)]).toEqual(["nothing", null]);
  });
});

describe("the least wage somebody would work for", () => {
  it.each([["3000", 300_000], ["3000-5000元", 300_000], ["4千以上", 400_000], ["150元/天", 326_250], ["面议", 0], ["不限", 0], ["", 0], ["多点", null]] as const)(
    "%j is %s fen a month", (text, fen) => expect(parseWishWage(text)).toBe(fen));
});

describe("the tally", () => {
  it("keeps what is understood, empty, absent and not understood apart", () => {
    const tally = emptyTally();
    count(tally, { kind: "understood", as: "MONTH" });
    count(tally, { kind: "understood", as: "NEGOTIABLE" });
    count(tally, { kind: "understood" });
    count(tally, { kind: "said-nothing" });
    count(tally, { kind: "no-column" });
    count(tally, { kind: "not-understood", reason: "wage-damaged" });
    expect(tally).toEqual({ understood: 3, ways: { MONTH: 1, NEGOTIABLE: 1 }, saidNothing: 1, noColumn: 1, notUnderstood: 1, reasons: { "wage-damaged": 1 } });
    expect([shareOfStated(tally), shareOfAll(tally), shareOfStated(emptyTally())]).toEqual([0.75, 0.5, null]);
    expect(addTally(tally, tally)).toMatchObject({ understood: 6, ways: { MONTH: 2 }, reasons: { "wage-damaged": 2 } });
  });
});
