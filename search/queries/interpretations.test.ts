import { describe, expect, it } from "vitest";
import { asTyped, engineQuery, otherReadings } from "./interpretations.ts";
import { placeNames, takePlaces } from "./place-in-words.ts";

const texts = (q: string, kind: string, text = q) => otherReadings(q, text).filter((one) => one.kind === kind).map((one) => one.text);

describe("readings of what was typed", () => {
  it("nothing typed needs no other reading", () => {
    expect(otherReadings("", "")).toEqual([]);
    expect(asTyped("")).toEqual({ kind: "AS_TYPED", text: "", strategy: "all", inPlace: true, exact: true });
  });
  it("Chinese by its sound; an unbroken run also cut into words", () => {
    expect(texts("电汗工", "BY_SOUND")).toEqual(["dianhangong"]);
    expect(texts("山西电汗工", "BY_SOUND")).toEqual(["shanxidianhangong", "shanxi dianhangong"]);
  });
  it("one character off: each left out in turn", () => {
    expect(texts("厨帅", "ONE_CHARACTER_OFF")).toEqual(["帅", "厨"]);
    expect(texts("电焊 工", "ONE_CHARACTER_OFF")).toEqual(["焊 工", "电 工", "电焊"]);
    expect(texts("工", "ONE_CHARACTER_OFF")).toEqual([]);
    expect(texts("一二三四五六七八九十一二", "ONE_CHARACTER_OFF").length).toBeLessThanOrEqual(8);
  });
  it("syllables typed apart are joined", () => {
    expect(texts("dian han gong", "JOINED")).toEqual(["dianhangong"]);
    expect(texts("dianhangong", "JOINED")).toEqual([]);
  });
  it("a trade's English name by its Chinese one, before its letters are joined", () => {
    expect(otherReadings("security guard", "security guard").slice(0, 2)).toEqual([{ ...asTyped("保安员"), kind: "IN_ENGLISH" }, expect.objectContaining({ kind: "JOINED" })]);
    expect(texts("dianhangong", "IN_ENGLISH")).toEqual([]);
  });
  it("best first: sound, one character off, the description, some of the words", () => {
    expect([...new Set(otherReadings("电汗工", "电汗工").map(({ kind }) => kind))]).toEqual(["BY_SOUND", "ONE_CHARACTER_OFF", "IN_DESCRIPTION", "SOME_WORDS"]);
  });
  it("with a place in it: all of it as words first, the rest without the place last", () => {
    const readings = otherReadings("太原 电焊工", "电焊工");
    expect(readings[0]).toMatchObject({ kind: "AS_TYPED", text: "太原 电焊工", inPlace: false });
    expect(readings.at(-1)).toMatchObject({ kind: "SOME_WORDS", text: "电焊工", inPlace: false });
  });
  it("short Chinese words are asked for as they stand, longer ones as the engine's dictionary cuts them", () => {
    expect(engineQuery(asTyped("焊工 软件工程师 c++ 工"))).toBe("\"焊工\" 软件工程师 c++ 工");
  });
});

describe("places in the words", () => {
  const names = placeNames([
    { code: "140100", name: "太原市" }, { code: "140105", name: "小店区" }, { code: "110000", name: "北京市" }, { code: "320500", name: "苏州市" },
    { code: "341300", name: "宿州市" }, { code: "JP0000", name: "日本" }, { code: "140221", name: "阳高县" },
  ]);
  it.each([
    ["太原 电焊工", "电焊工", ["cityCode = 140100"]],
    ["太原电焊工", "电焊工", ["cityCode = 140100"]],
    ["太原市小店区保安", "保安", ["cityCode = 140100", "countyCode = 140105"]],
    ["电焊工 小店", "电焊工", ["countyCode = 140105"]],
    ["taiyuan dianhangong", "dianhangong", ["cityCode = 140100"]],
    ["Beijing java", "java", ["provinceCode = 110000"]],
    ["日本 护工", "护工", ["provinceCode = JP0000"]],
    ["太原", "", ["cityCode = 140100"]],
  ])("%s", (q, text, clauses) => {
    expect(takePlaces(q, names)).toEqual({ text, clauses });
  });
  it("one sound may mean two cities", () => {
    expect(takePlaces("suzhou 保安", names)?.clauses).toEqual(["(cityCode = 320500 OR cityCode = 341300)"]);
  });
  it.each([
    ["shuju fenxi guangzhou", "shuju fenxi", ["cityCode = 440100"]],
    ["java kaifa xian", "java kaifa", ["cityCode = 610100"]],
    ["太原 大同 电焊工", "电焊工", ["(cityCode = 140100 OR cityCode = 140200)"]],
  ])("%s: a sound yields to a wider place, a short one needs words beside it, two places mean either", (q, text, clauses) => {
    const more = placeNames([
      { code: "141034", name: "汾西县" }, { code: "440100", name: "广州市" }, { code: "610100", name: "西安市" }, { code: "140100", name: "太原市" }, { code: "140200", name: "大同市" },
    ]);
    expect(takePlaces(q, more)).toEqual({ text, clauses });
    expect(takePlaces("xian", more)).toBeNull();
  });
  it("a word that only begins like a place stays whole", () => {
    for (const q of ["电焊工", "太原人", "阳高楼", ""]) expect(takePlaces(q, names)).toBeNull();
  });
});
