import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isClassificationCode } from "./classification.ts";
import { classifyTitle } from "./classify.ts";
import { cuesOf } from "./cues.ts";
import { OCCUPATIONS } from "./occupations.ts";
import { learnFromTitles } from "./training.ts";

const TITLES = [
  { title: "采购员", code: "4-01-01-00" }, { title: "采购专员（双休）", code: "4-01-01-00" }, { title: "采购经理", code: "2-06-07-15" }, { title: "采购主管", code: "2-06-07-15" },
  { title: "电商客服", code: "4-01-06-02" }, { title: "物业客服", code: "4-06-01-01" }, { title: "热线客服", code: "4-04-05-03" },
];
const NAMES = [{ code: "6-18-02-04", name: "焊工" }, { code: "6-18-02-04/01", name: "钎焊工" }];
const lexicon = learnFromTitles(TITLES, NAMES);

describe("a title's occupation", () => {
  it("is the code that people gave to the titles it was learned from", () => {
    for (const { title, code } of TITLES) expect(classifyTitle(title, lexicon), title).toMatchObject({ code, by: "lexicon" });
  });

  it("is found for titles that are like those, whatever praise stands around them", () => {
    expect(classifyTitle("某某公司招聘采购部经理 五险一金", lexicon)?.code).toBe("2-06-07-15");
    expect(classifyTitle("高薪急聘物业客服前台", lexicon)?.code).toBe("4-06-01-01");
  });

  it("counts a trade's name for its occupation", () => {
    expect(classifyTitle("钎焊工", lexicon)?.code).toBe("6-18-02-04");
  });

  it("says which words decided", () => {
    expect(classifyTitle("物业客服", lexicon)!.because.join("")).toMatch(/物业/);
    expect(classifyTitle("平遥推光漆学徒", null)).toEqual({ code: "6-09-03-06", by: "list", because: ["推光漆"], certainty: 1, others: [] });
  });

  it("is guessed from the listed word most like it when none stands in the title", () => {
    const found = classifyTitle("焊装技工", null)!;
    expect(found.by).toBe("likeness");
    expect(found.certainty).toBeLessThan(1);
    expect(found.because[0]).toContain("焊装");
  });

  it("is none for text without words", () => {
    for (const text of ["", "  ", "123", "（）", "……"]) {
      expect(classifyTitle(text, null)).toBeNull();
      expect(classifyTitle(text, lexicon)).toBeNull();
    }
  });

  it("is the same for the same titles learned again", () => {
    expect(learnFromTitles(TITLES, NAMES)).toEqual(lexicon);
  });

  it("is a code of the classification for any text, and the same when asked twice", () => {
    const parts = fc.constantFrom("采购", "客服", "焊", "工", "经理", "（", "）", "/", "招聘", "java", "8000", "🎈", " ", "\u0000");
    fc.assert(fc.property(fc.array(parts, { maxLength: 15 }), (list) => {
      for (const known of [null, lexicon]) {
        const found = classifyTitle(list.join(""), known);
        expect(classifyTitle(list.join(""), known)).toEqual(found);
        if (found) expect(isClassificationCode(found.code)).toBe(true);
      }
    }));
  });

  it("of the list's own names is theirs without any lexicon", () => {
    for (const { code, zh } of OCCUPATIONS) expect(classifyTitle(zh, null), zh).toMatchObject({ code, by: "list" });
  });
});

describe("cues", () => {
  it("fit their column and do not depend on width, case or an ad's number", () => {
    expect(cuesOf("ＣＮＣ操作工(J10508)")).toEqual(cuesOf("cnc操作工"));
    for (const cue of cuesOf(`${"x".repeat(300)} ${"焊".repeat(300)}`).keys()) expect(cue.length).toBeLessThanOrEqual(60);
  });

  it("count less before 招聘 and in brackets", () => {
    const cues = cuesOf("某某餐饮招聘司机（小车）");
    expect(cues.get("司机")).toBe(1);
    expect(cues.get("餐饮")).toBeLessThan(1);
    expect(cues.get("小车")).toBeLessThan(1);
  });
});
