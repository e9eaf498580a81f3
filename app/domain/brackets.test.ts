import { expect, it } from "vitest";
import { withoutBrackets } from "./brackets.ts";
import { plainColumnName } from "./import/columns.ts";
import { certificateTrade } from "./occupation/meet.ts";
import { clusterText, plainTitle } from "./post/duplicates.ts";

// as they read texts before patterns had to be linear: what was stored by them must be found again
const titleBefore = (title: string) => title.normalize("NFKC").toLowerCase().replace(new RegExp("[（(【[][^）)】\\]]*[）)】\\]]", "g"), "").replace(/急招|急聘|诚聘|招聘|高薪/g, "").replace(/[^\p{L}\p{N}]/gu, "");
const columnBefore = (name: string) => name.normalize("NFKC").toLowerCase().replace(new RegExp("\\([^)]*\\)|\\[[^\\]]*\\]|【[^】]*】", "g"), "").replace(/[\s_\-*:：、/.'"#]/g, "");
const certificateBefore = (name: string) =>
  name.replace(new RegExp("[（(].*?[)）]|职业资格证?书?|职业技能等级|专项职业能力|培训合格|证书?$|特级技师|首席技师|高级技师|技师|[初中高]级工?|[一二三四五]级", "g"), "");

const PIECES = ["焊工", "（", "(", "【", "[", "）", ")", "】", "]", "二保焊", "高级", "证书", "三级", " "];

/** Texts of up to eight pieces, the same each time. */
function texts(count: number): string[] {
  let state = 7;
  const next = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31, (state >> 8) % below);
  return Array.from({ length: count }, () => Array.from({ length: 1 + next(8) }, () => PIECES[next(PIECES.length)]).join(""));
}

const ODD = ["焊工（二保焊（包住））", "焊工（二保焊（包住）五险）", "焊工(a[b)c]", "焊工（", "）焊工（包住", "((焊工)", "【急招】焊工[包住]", "焊工（三级）证书", "焊工证书（三级）", "高（x）级焊工", "（）", ""];

it("a title, a column and a certificate are read as before, however their brackets stand in one another or stay open", () => {
  for (const text of [...ODD, ...texts(5_000)]) {
    expect([text, plainTitle(text), plainColumnName(text), certificateTrade(text)]).toEqual([text, titleBefore(text), columnBefore(text), certificateBefore(text)]);
  }
});

it("brackets within brackets don't make a title another one's", () => {
  const post = { employerId: "e", countyCode: "140105", wageMinFen: null, wageMaxFen: null, wagePeriod: "MONTH" as const };
  expect(plainTitle("焊工（二保焊（包住））")).toBe("焊工");
  expect(clusterText({ ...post, title: "焊工（二保焊（包住））" })).toBe(clusterText({ ...post, title: "焊工" }));
  expect(plainColumnName("姓名(必填(汉字))")).toBe("姓名)");
});

it("each kind of brackets is closed by its own mark, and what nothing closes stays", () => {
  const kinds = [["(", ")"], ["[", "]"]] as const;
  expect(withoutBrackets("a(b]c)d[e", kinds)).toBe("ad[e");
  expect(withoutBrackets("a(b)c", kinds, "()")).toBe("a()c");
  expect(withoutBrackets("[a(b)", kinds)).toBe("[a");
});
