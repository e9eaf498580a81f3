import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kindOfPurpose, OPENINGS } from "./opening.ts";

describe("openings of the audit", () => {
  it("are all that pages and files write about looks", () => {
    const folders = ["app/data/read-models", "app/exports"].flatMap((folder) => readdirSync(folder, { encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => `${folder}/${name}`));
    const written = new Set(folders.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/action: "([a-z-]+)"/g)].map(([, name]) => name)));
    expect(written.size).toBeGreaterThan(15);
    expect([...written].filter((name) => !(OPENINGS as readonly string[]).includes(name!))).toEqual([]);
  });

  it("and each of them is written by something", () => {
    const sources = ["app/data/read-models", "app/exports", "app/usecases"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(`${folder}/${name}`, "utf8"))).join("\n");
    expect(OPENINGS.filter((name) => !sources.includes(`"${name}"`))).toEqual([]);
  });

  it.each([
    ["see:CALL", "CALL"], ["see:OTHER:上门核实", "OTHER"], ["see:CHECK:count-sample", "CHECK"], ["see:HIRING", "HIRING"], ["form:roster:x", "FORM"], ["print-roll", "FORM"],
    ["pay-wages", "PAY"], ["pay:welfare:十一月岗补", "PAY"], ["service", "SERVICE"], ["十一月岗补", "WORDS"], ["see:SOMETHING", "WORDS"],
  ] as const)("%s is %s", (purpose, kind) => {
    expect(kindOfPurpose(purpose)).toBe(kind);
  });
});
