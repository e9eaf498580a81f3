import { describe, expect, it } from "vitest";
import { occupationOf, occupationOfCertificate } from "./meet.ts";
import { findOccupation } from "./occupations.ts";
import { learnFromTitles } from "./training.ts";

const lexicon = learnFromTitles(
  [
    { title: "杀鱼工", code: "4-03-02-05" }, { title: "杀鱼师傅", code: "4-03-02-05" }, { title: "期货交易员", code: "2-06-11-06" }, { title: "焊工", code: "4-03-02-05" }, { title: "查勘员", code: "3-01-01-03" },
  ],
  [],
);

describe("a post's title, a certificate and a person's words", () => {
  it.each([
    ["焊工", "急招电焊工（包吃住，月薪8000+）", "焊工（三级/高级工）职业技能等级证书", "烧电焊"],
    ["养老护理员", "养老院护理员 24小时", "养老护理员职业资格证书（四级）", "照顾老人"],
    ["中式面点师", "刀削面师傅", "中式面点师专项职业能力证书", "会做手擀面"],
    ["食醋制作工", "醋厂操作工", "食醋制作工高级技师证", "酿老陈醋"],
    ["砌筑工", "泥瓦工 大工350一天", "砌筑工培训合格证书", "会箍窑"],
  ])("meet at %s", (name, title, certificate, words) => {
    for (const code of [occupationOf(title, null), occupationOfCertificate(certificate, null), occupationOf(words, null)]) {
      expect(code === null ? null : findOccupation(code)?.zh).toBe(name);
    }
  });

  it("follow the list before what was learned", () => {
    expect(occupationOf("焊工", lexicon)).toBe("6-18-02-04");
  });

  it("follow what was learned where the list knows no word, if it is sure and the occupation is listed", () => {
    expect(occupationOf("杀鱼工", null)).toBeNull();
    expect(occupationOf("杀鱼工", lexicon)).toBe("4-03-02-05");
    expect(occupationOf("期货交易员", lexicon)).toBeNull();
  });

  it("are never guessed from likeness", () => {
    expect(occupationOf("焊装技工", null)).toBeNull();
    expect(occupationOf("诚聘英才", lexicon)).toBeNull();
  });
});
