import { describe, expect, it } from "vitest";
import { parseDate } from "./date.ts";
import { parseExperience } from "./experience.ts";
import { parseHeadcount } from "./headcount.ts";

describe("experience, in months", () => {
  it.each([
    ["3-4年", 36, 48], ["1年", 12, null], ["2年", 24, null], ["8-9年", 96, 108], ["10年以上", 120, null], ["无需经验", 0, null], ["无经验", 0, null],
    ["经验不限", 0, null], ["不限", 0, null], ["无", 0, null], ["在校生/应届生", 0, 0], ["1年及以上", 12, null], ["10年及以上", 120, null], ["1-3年", 12, 36],
    ["5-10年", 60, 120], ["1年以下", 0, 12], ["7年以上", 84, null], ["3", 36, null], ["0", 0, null], ["10", 120, null], ["半年以上", 6, null],
    ["6个月", 6, null], ["三年以上经验", 36, null], ["1年-3年", 12, 36], ["2 years", 24, null],
  ] as const)("%s is %i to %s", (text, minMonths, maxMonths) => expect(parseExperience(text)).toEqual({ status: "ok", minMonths, maxMonths }));

  it("says when there is nothing, or nothing to understand", () => {
    expect(parseExperience("")).toEqual({ status: "missing" });
    expect(parseExperience("丰富")).toEqual({ status: "unreadable", reason: "unknown-words" });
    expect(parseExperience("5-3年")).toEqual({ status: "unreadable", reason: "unknown-words" });
  });
});

describe("how many people are sought", () => {
  it.each([["6", 6], ["招3人", 3], ["5-10人", 5], ["十名", 10], ["1,200", 1200], ["2.0", 2]] as const)("%s is %i", (text, openings) => {
    expect(parseHeadcount(text)).toEqual({ status: "ok", openings });
  });
  it.each(["若干", "不限", "0", "多名"])("%s leaves it open", (text) => expect(parseHeadcount(text)).toEqual({ status: "open" }));
  it("says when there is nothing, or nothing to understand", () => {
    expect(parseHeadcount("")).toEqual({ status: "missing" });
    expect(parseHeadcount("急聘")).toEqual({ status: "unreadable" });
    expect(parseHeadcount("9999999")).toEqual({ status: "unreadable" });
  });
});

describe("a date in a table", () => {
  it.each([
    ["2023-08-30", "2023-08-30", "DAY"], ["2023/8/3", "2023-08-03", "DAY"], ["2023/8/30 12:00:00", "2023-08-30", "DAY"], ["2023年8月30日", "2023-08-30", "DAY"],
    ["20230830", "2023-08-30", "DAY"], ["2019.3.5", "2019-03-05", "DAY"], ["2024-07", "2024-07-01", "MONTH"], ["2024年7月", "2024-07-01", "MONTH"],
    ["202407", "2024-07-01", "MONTH"], ["2019年", "2019-01-01", "YEAR"], ["2019", "2019-01-01", "YEAR"], ["二〇二四年三月五日", "2024-03-05", "DAY"],
    ["2023-08-30T16:00:00.000Z", "2023-08-30", "DAY"], ["45168", "2023-08-30", "DAY"], ["２０２３－０８－３０", "2023-08-30", "DAY"], ["2024-02-29", "2024-02-29", "DAY"],
  ] as const)("%s is %s, known to the %s", (text, day, precision) => expect(parseDate(text)).toEqual({ status: "ok", day, precision }));

  it.each([
    ["2023-02-29", "not-in-the-calendar"], ["2023-13-01", "not-in-the-calendar"], ["1800-01-01", "not-in-the-calendar"],
    ["昨天", "not-a-date"], ["30/8/2023", "not-a-date"], ["1.4E+17", "not-a-date"],
  ] as const)("%s is refused: %s", (text, reason) => expect(parseDate(text)).toEqual({ status: "unreadable", reason }));

  it("may be missing", () => expect(parseDate(" - ")).toEqual({ status: "missing" }));
});
