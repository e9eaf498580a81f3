import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { en } from "#app/ui/i18n/en/index.ts";

/** Marks of Chinese typesetting: 、。《》「」【】 and the blank as wide as a character; ，：；！？（） and all other wide forms. */
const WIDE = /[\u3000-\u303F\uFF00-\uFFEF]/;

/** English texts that may hold them, and why. */
const TEXTS: Readonly<Record<string, string>> = {
};
/** Sources whose literals may hold them, and why: nobody reads them in English. */
const SOURCES: readonly (readonly [start: string, why: string])[] = [
  ["app/ui/i18n/zh/", "the Chinese texts"],
  ["app/ui/views/paper/", "printed forms that are filed in Chinese"],
  ["app/routes/bureau.paysheets.$id_.public.tsx", "the notice that hangs in the village"],
  ["app/routes/employer.posts.template[.]xlsx.tsx", "the example row of a sheet that is read in Chinese"],
  ["app/ui/job-posting.ts", "what search engines read of a Chinese ad"],
  ["app/routes/style.tsx", "samples of Chinese ads"],
  ["app/ui/views/style-samples.ts", "samples of Chinese ads"],
];
/** What is only looked for is not shown. */
const LOOKS = new Set(["split", "replace", "replaceAll", "includes", "startsWith", "endsWith", "indexOf"]);

interface Found {
  line: number;
  text: string;
}

/** Literals with a wide mark, those excepted that only a Chinese reader gets: behind `locale === "zh" ?`, or the `zh` of a pair. */
function wideLiterals(path: string, source: string): Found[] {
  if (!WIDE.test(source)) return [];
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (isForChinese(node)) return;
    if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node)) && WIDE.test(node.text) && !isLookedFor(node)) {
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text.trim() });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isForChinese(node: ts.Node): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  if (ts.isPropertyAssignment(parent)) return node === parent.initializer && /^(?:zh|\w+Zh)$/.test(parent.name.getText());
  return ts.isConditionalExpression(parent) && node === parent.whenTrue && /=== "zh"$/.test(parent.condition.getText());
}

function isLookedFor(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isCallExpression(parent) && parent.arguments[0] === node && ts.isPropertyAccessExpression(parent.expression) && LOOKS.has(parent.expression.name.text);
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const textsOf = (value: object, path = ""): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]): [string, string][] => (typeof inner === "string" ? [[path + key, inner]] : textsOf(inner as object, `${path}${key}.`)));

describe("an English page", () => {
  it("has no text with a Chinese mark", () => {
    const texts = textsOf(en);
    expect(texts.length).toBeGreaterThan(2_000);
    expect(texts.filter(([, text]) => WIDE.test(text)).map(([key]) => key)).toEqual(Object.keys(TEXTS));
  });

  it("is put together without Chinese marks: pages and parts take them from the texts", () => {
    const paths = ["app/routes", "app/ui", "app/exports"].flatMap(sourcesIn);
    expect(paths.length).toBeGreaterThan(300);
    const read = (path: string) => wideLiterals(path, readFileSync(path, "utf8"));
    const shown = paths.filter((path) => !SOURCES.some(([start]) => path.startsWith(start))).flatMap((path) => read(path).map((one) => `${path}:${one.line} ${one.text}`));
    expect(shown).toEqual([]);
    // an exception that nothing needs any more goes
    expect(SOURCES.filter(([start]) => !paths.some((path) => path.startsWith(start) && read(path).length > 0)).map(([start]) => start)).toEqual([]);
  });

  it("would be caught with one: in a string, a template, between elements, and in the other half of a choice", () => {
    const caught = (source: string) => wideLiterals("a.tsx", source).map((one) => one.text);
    expect(caught('const a = "姓名："; const b = `${x}（${y}）`; const c = <p>{x}，{y}</p>;')).toEqual(["姓名：", "（", "）", "，"]);
    expect(caught('const a = locale === "zh" ? "、" : "；";')).toEqual(["；"]);
    expect(caught('const a = locale === "zh" ? `${x}（${y}）` : x; const b = { zh: "甲。", en: "A." }; const c = text.split("、"); // 、')).toEqual([]);
  });
});
