import { describe, expect, it } from "vitest";
import { occupationsInEnglish } from "./english.ts";
import { OCCUPATIONS } from "./occupations.ts";

const names = (text: string) => occupationsInEnglish(text).map(({ zh }) => zh);

describe("a trade named in English", () => {
  it("is found by its whole name, each of the list", () => {
    for (const { zh, en } of OCCUPATIONS) {
      const same = OCCUPATIONS.filter((other) => other.en.toLowerCase() === en.toLowerCase()).map((other) => other.zh);
      if (/^[a-z '-]+$/i.test(en)) expect([en, ...names(en)]).toEqual([en, ...same]);
      expect(same).toContain(zh);
    }
  });
  it.each([["welding", "焊工"], ["WELDERS", "焊工"], ["security guards", "保安员"], ["guard security", "保安员"], ["excavator driver", "挖掘铲运和桩工机械司机"], ["loader", "装卸搬运工"], ["elderly care", "养老护理员"]])("%s is %s", (text, zh) => {
    expect(names(text)).toEqual([zh]);
  });
  it.each(["", "we", "dhg", "dianhangong", "电焊工", "welder 焊", "and", "welder on Mars"])("%j names none", (text) => {
    expect(names(text)).toEqual([]);
  });
});
