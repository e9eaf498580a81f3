import { describe, expect, it } from "vitest";
import { asTyped, otherReadings } from "./interpretations.ts";

const texts = (q: string, kind: string) => otherReadings(q).filter((one) => one.kind === kind).map(({ text }) => text);

describe("readings of what was typed", () => {
  it("nothing typed needs no other reading", () => {
    expect(otherReadings("")).toEqual([]);
    expect(asTyped("")).toEqual({ kind: "AS_TYPED", text: "", strategy: "all" });
  });
  it("Chinese by its sound; an unbroken run also cut into words", () => {
    expect(texts("电汗工", "BY_SOUND")).toEqual(["dianhangong"]);
    expect(texts("太原电汗工", "BY_SOUND")).toEqual(["taiyuandianhangong", "taiyuan dianhangong"]);
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
  it("best first: sound, one character off, the description, some of the words", () => {
    expect([...new Set(otherReadings("电汗工").map(({ kind }) => kind))]).toEqual(["BY_SOUND", "ONE_CHARACTER_OFF", "IN_DESCRIPTION", "SOME_WORDS"]);
  });
});
