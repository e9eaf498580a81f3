import { describe, expect, it } from "vitest";
import { isAsTyped, leadTitles, MOST_LEADS, plainTitle } from "./lead-titles.ts";

const counts = (titles: Record<string, number>) => new Map(Object.entries(titles));

describe("titles that lead a page ranked by words", () => {
  it("are those that say all of the words, the most advertised first", () => {
    expect(leadTitles(counts({ 数据分析师: 40, 数据分析助理: 9, 数据标注员: 70, 财务分析员: 5 }), "数据 分析")).toEqual(["数据分析师", "数据分析助理"]);
  });

  it("go by length where they are advertised alike", () => {
    expect(leadTitles(counts({ "电焊工（包吃住、长白班）": 3, 电焊工学徒: 3, 电焊工: 2 }), "电焊工")).toEqual(["电焊工", "电焊工学徒", "电焊工（包吃住、长白班）"]);
  });

  it("favour the one that is just these words, unless hardly anybody advertises it", () => {
    expect(leadTitles(counts({ 软件工程师: 20, 软件: 12 }), "软件")[0]).toBe("软件");
    expect(leadTitles(counts({ 软件工程师: 400, 软件: 1 }), "软件")[0]).toBe("软件工程师");
  });

  it("are told by their sound and by their first letters too", () => {
    const given = counts({ 电工: 90, 电焊工: 20, 氩弧焊电焊工: 8 });
    for (const typed of ["dianhangong", "dhg", "dianhan"]) expect(leadTitles(given, typed), typed).toEqual(["电焊工", "氩弧焊电焊工"]);
  });

  it("leave aside words that no title says, and are none when no word is in a title", () => {
    expect(leadTitles(counts({ 保安: 5, 保安队长: 2 }), "保安 恒达")).toEqual(["保安", "保安队长"]);
    expect(leadTitles(counts({ 保安: 5 }), "恒达")).toEqual([]);
    expect(leadTitles(counts({}), "保安")).toEqual([]);
    expect(leadTitles(counts({ 保安: 5 }), "")).toEqual([]);
  });

  it("are one for all spellings, and never more than a page's top", () => {
    expect(leadTitles(counts({ Java开发: 3, "JAVA 开发": 4, java工程师: 5 }), "java")).toHaveLength(2);
    expect(leadTitles(counts(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}号厂保安`, 1]))), "保安")).toHaveLength(MOST_LEADS);
  });
});

describe("a spelling", () => {
  it("is the same title whatever the capitals, blanks and brackets", () => {
    expect(plainTitle("JAVA 开发（初级）")).toBe(plainTitle("java开发(初级)"));
  });
  it("is as typed when capitals agree", () => {
    expect(isAsTyped("Java开发工程师", "Java 开发")).toBe(true);
    expect(isAsTyped("JAVA开发工程师", "Java 开发")).toBe(false);
  });
});
