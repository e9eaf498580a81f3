import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { OCCUPATION_GROUPS } from "./groups.ts";
import { findOccupation, OCCUPATIONS, requireOccupation } from "./occupations.ts";

const CLASSIFICATION = new URL("../../../../shared/data/occupations/csco2022.csv", import.meta.url);

describe("the list of occupations", () => {
  it("has each code once and every group filled", () => {
    expect(new Set(OCCUPATIONS.map(({ code }) => code)).size).toBe(OCCUPATIONS.length);
    for (const { code } of OCCUPATIONS) expect(code).toMatch(/^\d-\d\d-\d\d-\d\d$/);
    expect(new Set(OCCUPATIONS.map(({ group }) => group))).toEqual(new Set(Object.keys(OCCUPATION_GROUPS)));
  });

  it("gives a word to one occupation only", () => {
    const owner = new Map<string, string>();
    for (const { zh, aliases } of OCCUPATIONS) {
      for (const word of [zh, ...aliases]) {
        expect(owner.get(word.toLowerCase()), `${word} of ${zh}`).toBeUndefined();
        owner.set(word.toLowerCase(), zh);
      }
    }
  });

  it("has a Chinese and an English name for each, short enough for its column", () => {
    for (const { zh, en } of OCCUPATIONS) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
      expect(zh.length).toBeLessThanOrEqual(80);
      expect(en.length).toBeLessThanOrEqual(120);
    }
  });

  it("finds by code, and says which code is missing", () => {
    expect(findOccupation("6-18-02-04")?.zh).toBe("焊工");
    expect(findOccupation("9-99-99-99")).toBeNull();
    expect(() => requireOccupation("9-99-99-99")).toThrow("9-99-99-99");
  });

  it.skipIf(!existsSync(CLASSIFICATION))("uses codes of the national classification of 2022 under the classification's own names (skipped where that file is absent)", () => {
    const official = new Map<string, Set<string>>();
    for (const row of parse(readFileSync(CLASSIFICATION), { columns: true }) as { code: string; name: string }[]) {
      official.set(row.code, (official.get(row.code) ?? new Set()).add(row.name.replace(/(L\/S|L|S)$/, "")));
    }
    for (const { code, zh, aliases } of OCCUPATIONS) {
      const names = official.get(code);
      expect(names, `${code} ${zh}`).toBeDefined();
      expect([zh, ...aliases].some((word) => names!.has(word)), `${code} is ${[...names!].join()}`).toBe(true);
    }
  });
});
