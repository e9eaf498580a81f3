import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "./en/index.ts";
import { findText, translator } from "./translate.ts";
import { zh } from "./zh/index.ts";

function flatten(value: object, path = ""): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [key, inner] of Object.entries(value)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof inner === "string") leaves.set(here, inner);
    else for (const [deeper, text] of flatten(inner as object, here)) leaves.set(deeper, text);
  }
  return leaves;
}

const chinese = flatten(zh);
const english = flatten(en);
const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe("the catalogues", () => {
  it("hold the same keys in both languages, and no empty text", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect([...chinese, ...english].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("give a code of errors one sentence: what two subjects answer differently has two codes", async () => {
    const files = await Promise.all(Object.entries(import.meta.glob<Record<string, Record<string, string>>>("./{zh,en}/*errors.ts")).map(async ([path, load]) => ({ language: path.split("/")[1], codes: Object.values(await load()).flatMap(Object.keys) })));
    for (const [language, errors] of [["zh", zh.errors], ["en", en.errors]] as const) {
      const codes = files.filter((file) => file.language === language).flatMap((file) => file.codes);
      expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
      expect(codes.length).toBe(Object.keys(errors).length);
    }
  });

  it("speak of the same facts: an English text never asks for a value that the Chinese one doesn't know", () => {
    const odd = [...chinese].filter(([key, text]) => holes(english.get(key) ?? "").some((hole) => !holes(text).includes(hole)));
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  it("keep Chinese out of the English texts, but for names and search words", () => {
    const allowed = new Set(["common.prefs.other", "jobs.home.searchHint"]);
    const mixed = [...english].filter(([key, text]) => /[一-鿿]/.test(text) && !allowed.has(key));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });

  it("choose the English plural by the count", () => {
    expect(translator("en")("common.count.people", { count: 1, n: "1" })).toBe("1 person");
    expect(translator("en")("common.count.people", { count: 2, n: "2" })).toBe("2 people");
    expect(translator("zh")("common.count.people", { count: 1, n: "1" })).toBe("1 人");
  });

  it("have a sentence for every code a use case or an input can answer with", () => {
    const codes = new Set<string>();
    const read = (folder: string) => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          // these answer on the command line, in their own report
          if (!["imports", "occupations"].includes(entry.name)) read(path);
        }
        else if (entry.name.endsWith(".ts") && !entry.name.includes(".test.")) {
          const text = readFileSync(path, "utf8");
          for (const match of text.matchAll(/refuse\(\s*"([a-z-]+)"/g)) codes.add(match[1]!);
          for (const match of text.matchAll(/\.(?:min|max|regex|int|exclude)\([^()]*(?:\([^()]*\)[^()]*)*,\s*"([a-z]+(?:-[a-z]+)*)"\)/g)) codes.add(match[1]!);
          for (const match of text.matchAll(/z(?:\.coerce)?(?:\.iso)?\.(?:number|date|ulid|string)\("([a-z]+(?:-[a-z]+)*)"\)/g)) codes.add(match[1]!);
        }
      }
    };
    read("app/usecases");
    read("app/domain/post");
    read("app/domain/person");
    expect(codes.size).toBeGreaterThan(20);
    expect([...codes].filter((code) => findText("zh", `errors.${code}`) === null)).toEqual([]);
  });
});
