import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { charactersOf, hanRuns, keysOf, soundOf, soundsOfNames, spokenWords } from "./han.ts";

describe("keys of a Chinese text", () => {
  it("by its sound, word by word, other scripts kept; and character by character, each once", () => {
    expect(spokenWords("Java软件开发")).toBe("java ruanjian kaifa");
    expect(charactersOf("电焊工（焊工）")).toEqual(["电", "焊", "工"]);
  });
  it("a word is found by its whole sound, by that of each part that ends it, and by first letters", () => {
    expect(keysOf("电焊工")).toEqual({
      grams: ["电焊", "焊工", "电焊工"], pinyin: ["dianhangong", "hangong"], inner: ["dianhan"], initials: ["dh", "dhg", "hg"], letters: ["dhg"],
    });
  });
  it("a character with two readings is read as in its word", () => {
    expect(soundOf("会计")).toBe("kuaiji");
    expect(soundOf("开会")).toBe("kaihui");
    expect(soundOf("重庆银行行政")).toBe("chongqingyinhangxingzheng");
  });
  it("ü is v, as it is typed", () => {
    expect(soundOf("绿化女工")).toBe("lvhuanvgong");
  });
  it("words in Latin letters stay words", () => {
    expect(keysOf("C++开发(Java)").pinyin).toEqual(expect.arrayContaining(["c++", "java", "kaifa"]));
    expect(soundOf("CNC 数控")).toBe("cnc shukong");
  });
  it("homophones have the same sound", () => {
    expect(soundOf("电汗工")).toBe(soundOf("电焊工"));
  });
  it("of many names only the usual ones are taken apart", () => {
    const names = ["电焊工", "焊工", "甲乙", "乙丙", "丙丁", "丁戊", "手工电弧焊"];
    expect(soundsOfNames(names).pinyin).toContain("hangong");
    expect(soundsOfNames(names).pinyin).toContain("shougongdianhuhan");
    expect(soundsOfNames(names).pinyin).not.toContain("dianhuhan");
    expect(soundsOfNames(names).initials).not.toContain("sgdhh");
  });
  it("rare characters, emoji and whatever else neither break it nor make it endless", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.constantFrom("𠮷田", "㛃", "😀电工😀", "工".repeat(500))), (text) => {
      const keys = keysOf(text);
      for (const key of [...keys.pinyin, ...keys.inner, ...keys.initials, ...keys.grams]) expect(key.isWellFormed()).toBe(true);
      for (const letters of keys.initials) expect(letters).toMatch(/^[a-z]{2,8}$/);
      for (const run of hanRuns(text)) expect(Array.from(run).length).toBeLessThanOrEqual(24);
      expect(soundOf(text).isWellFormed()).toBe(true);
    }));
  });
});
