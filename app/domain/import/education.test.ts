import { describe, expect, it } from "vitest";
import { parseEducation, parseEducationCode } from "./education.ts";

describe("education as people write it", () => {
  it.each([
    ["本科", "BACHELOR"], ["大专", "COLLEGE"], ["中专", "SECONDARY"], ["高中", "SENIOR"], ["硕士", "MASTER"], ["初中", "JUNIOR"], ["博士", "DOCTOR"],
    ["不限", "NONE"], ["学历不限", "NONE"], ["无要求", "NONE"], ["无", "NONE"], ["小学", "PRIMARY"], ["文盲或半文盲", "NONE"],
    ["大专及以上", "COLLEGE"], ["本科及以上学历", "BACHELOR"], ["统招本科", "BACHELOR"], ["大学本科", "BACHELOR"], ["硕士研究生", "MASTER"], ["研究生", "MASTER"],
    ["大学专科", "COLLEGE"], ["专科", "COLLEGE"], ["高职", "COLLEGE"], ["职高", "SECONDARY"], ["职业高中", "SECONDARY"], ["技校", "SECONDARY"], ["中技", "SECONDARY"],
    ["中等专业学校", "SECONDARY"], ["初中毕业", "JUNIOR"], ["初中及以上", "JUNIOR"], ["高中以下", "NONE"], ["高中/中专", "SENIOR"], ["中专/高中及以上", "SENIOR"],
    ["大专或本科", "COLLEGE"], ["本科、硕士", "BACHELOR"], ["　本 科　".replace(" ", ""), "BACHELOR"], ["Bachelor", "BACHELOR"], ["MBA/EMBA", "MASTER"], ["junior middle school", "JUNIOR"],
  ] as const)("%s is %s", (text, level) => expect(parseEducation(text)).toEqual({ status: "ok", level }));

  it.each(["", "-", "未填写", "暂无"])("%j says nothing", (text) => expect(parseEducation(text)).toEqual({ status: "missing" }));

  it("is not guessed from other words", () => {
    expect(parseEducation("经验优先")).toEqual({ status: "unreadable", reason: "unknown-words" });
    expect(parseEducation("本\ufffd")).toEqual({ status: "unreadable", reason: "damaged" });
    expect(parseEducation("3")).toEqual({ status: "unreadable", reason: "unknown-words" });
  });
});

describe("the education codes of one source", () => {
  it.each([["0", "NONE"], ["2", "COLLEGE"], ["3", "BACHELOR"], ["4", "MASTER"]] as const)("%s is %s", (code, level) => {
    expect(parseEducationCode(code)).toEqual({ status: "ok", level });
  });

  it("are not understood where too few rows show what they mean", () => {
    expect(parseEducationCode("1")).toEqual({ status: "unreadable", reason: "unknown-code" });
    expect(parseEducationCode("5")).toEqual({ status: "unreadable", reason: "unknown-code" });
    expect(parseEducationCode("")).toEqual({ status: "missing" });
  });
});
