import { describe, expect, it } from "vitest";
import parameters from "#prisma/seed/data/policy-parameters.json" with { type: "json" };
import type { PolicyParameter } from "../policy/parameter.ts";
import { yuanText } from "../money.ts";
import { readBankAnswer } from "./bank.ts";
import { checkApplicant, unanswered } from "./checks.ts";
import { termsProblem, welfareRulesFrom } from "./rules.ts";

const rows = (parameters as unknown as PolicyParameter[]).map((row) => ({ ...row, id: row.key }));
const at = (regionCode: string) => welfareRulesFrom(rows, { regionCode, asOf: "2026-03-01", kind: "GENERAL" });
const rules = at("141124");

describe("what a post pays and asks for", () => {
  it("is not below half the minimum wage, and its hours match it", () => {
    expect(termsProblem({ monthlyFen: 88_900, hoursPerDay: 4, daysPerMonth: 22 }, rules)).toEqual({ code: "welfare-pay-floor", floorFen: 89_000 });
    expect(termsProblem({ monthlyFen: 100_000, hoursPerDay: 4, daysPerMonth: 22 }, rules)).toBeNull();
    expect(termsProblem({ monthlyFen: 100_000, hoursPerDay: 1, daysPerMonth: 10 }, rules)).toMatchObject({ code: "welfare-workload" });
    expect(termsProblem({ monthlyFen: 100_000, hoursPerDay: 8, daysPerMonth: 26 }, rules)).toMatchObject({ code: "welfare-workload" });
  });
});

describe("an applicant", () => {
  const person = { birthDate: "1976-05-01", categories: ["POVERTY_LIFTED"] as const, labourCapacity: "HALF" as const, homeCountyCode: "141124", householdPosts: 0, kin: 0, awayAt: null };
  const post = { kind: "GENERAL" as const, countyCode: "141124" };
  const codes = (more: object, county = rules) => checkApplicant({ ...person, ...more }, post, county, "2026-03-01").bars.map((one) => one.code);

  it("is barred by age, category, county and having no labour, and by what their county excludes", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ birthDate: "1960-05-01" })).toEqual(["age-above"]);
    expect(codes({ categories: [] })).toEqual(["category"]);
    expect(codes({ labourCapacity: "NONE", homeCountyCode: "141125" })).toEqual(["no-capacity", "other-county"]);
    expect(codes({ categories: ["POVERTY_LIFTED", "LOW_INCOME"] })).toEqual([]);
    expect(codes({ categories: ["POVERTY_LIFTED", "LOW_INCOME"] }, at("140522"))).toEqual(["excluded"]);
  });

  it("is judged by the age of the first approval later on", () => {
    expect(checkApplicant({ ...person, birthDate: "1964-05-01" }, post, rules, "2026-03-01", 59).bars).toEqual([]);
  });

  it("is asked about a second post in the household, kin of cadres and work elsewhere, until each is answered", () => {
    const { questions } = checkApplicant({ ...person, householdPosts: 1, kin: 1, awayAt: "电焊工" }, post, rules, "2026-03-01");
    expect(questions.map((one) => one.code)).toEqual(["household", "kin", "away"]);
    expect(unanswered(questions, { household: "母亲是护林员", away: " " }).map((one) => one.code)).toEqual(["kin", "away"]);
  });
});

describe("a bank's answer", () => {
  it("names those that failed; the others were paid", () => {
    expect(readBankAnswer("序号,结果,原因\n1,成功\n3,失败,户名不符\n7 账号已销户\n\n")).toEqual({ failed: [{ nr: 3, reason: "户名不符" }, { nr: 7, reason: "账号已销户" }], unread: [] });
    expect(readBankAnswer("张三 失败").unread).toEqual([1]);
    // a number of seven figures is none of the sheet's: not the one of its first six
    expect(readBankAnswer("1234567 失败")).toEqual({ failed: [], unread: [1] });
    expect([yuanText(123_405), yuanText(-5)]).toEqual(["1234.05", "-0.05"]);
  });
});
