import { describe, expect, it } from "vitest";
import { isDamaged, parseChineseNumber, saysNothing, tidy, withFigures } from "./text.ts";

describe("cells as people type them", () => {
  it("become half-width, single-spaced and trimmed", () => {
    expect(tidy("　６千－１．２万　")).toBe("6千-1.2万");
    expect(tidy("\ufeff a \n b\u200b")).toBe("a b");
  });

  it.each(["", "-", "无", "暂无", "N/A", "null"])("%j says nothing", (text) => expect(saysNothing(tidy(text))).toBe(true));
  it.each(["不限", "面议", "0"])("%j says something", (text) => expect(saysNothing(tidy(text))).toBe(false));

  it("show that a character was lost", () => {
    expect(isDamaged("9\ufffd-1.5万")).toBe(true);
    expect(isDamaged("9千-1.5万")).toBe(false);
  });
});

describe("numbers in Chinese characters", () => {
  it.each([
    ["五", 5], ["十", 10], ["十五", 15], ["二十", 20], ["一百零五", 105], ["三百五", 350], ["两千", 2000], ["三千五", 3500],
    ["三千五百", 3500], ["三千零五十", 3050], ["一万", 10_000], ["一万二", 12_000], ["一万二千", 12_000], ["十二万", 120_000],
    ["二〇二四", 2024], ["肆仟伍佰", 4500],
  ] as const)("%s is %i", (text, value) => expect(parseChineseNumber(text)).toBe(value));

  it.each(["", "千", "五六千", "万"])("%j is no number", (text) => expect(parseChineseNumber(text)).toBeNull());

  it("are replaced where they stand, and units after figures are left alone", () => {
    expect(withFigures("五千到八千")).toBe("5000到8000");
    expect(withFigures("6千-1.2万")).toBe("6千-1.2万");
    expect(withFigures("三年以上")).toBe("3年以上");
  });
});
