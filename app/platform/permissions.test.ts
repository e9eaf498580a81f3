import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formCounty } from "#app/data/read-models/workshop-pages.server.ts";
import { isWithin, SHANXI } from "#app/domain/region/codes.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "./actor.ts";
import { actsForRegion, NOWHERE, publicRegion, supervises, workRegion } from "./permissions.ts";

const as = (role: Role, regionCode: string | null): Actor => ({ userId: null, role, regionCode, personId: null, employerId: null, purpose: "test" });

describe("somebody of a bureau whose region was never named", () => {
  it.each(["OFFICER", "ADMIN", "AGENT"] as const)("works nowhere: %s", (role) => {
    const actor = as(role, null);
    expect(workRegion(actor)).toBe(NOWHERE);
    for (const code of [SHANXI, "141100", "141124", "141124001", "141124001001"]) {
      expect(isWithin(code, workRegion(actor)), code).toBe(false);
      expect(actsForRegion(actor, code), code).toBe(false);
    }
    expect(formCounty(actor, "141124")).toBeNull();
    expect(supervises(actor)).toBe(false);
  });

  it("sees of published counts what a guest sees", () => expect([publicRegion(as("OFFICER", null)), publicRegion(null), publicRegion(as("OFFICER", "141124"))]).toEqual([SHANXI, SHANXI, "141124"]));

  it("gets the province by no fall-back anywhere else", () => {
    const files = ["app", "workers", "search"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`)).filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."));
    expect(files.filter((file) => /\b(?:actor|self)\??\.regionCode\s*(?:\?\?|\|\|)\s*(?:SHANXI|"140000")/.test(readFileSync(file, "utf8")))).toEqual(["app/platform/permissions.ts"]);
    // where anybody may look, and nowhere else
    expect(files.filter((file) => readFileSync(file, "utf8").includes("publicRegion(") && !/\/(?:board[.[]|ledger|frozen-months|permissions)/.test(file))).toEqual([]);
  });
});

describe("somebody who works below a county", () => {
  it.each([["OFFICER", "141124001"], ["AGENT", "141124001001"], ["OFFICER", "140171001"]] as const)("is shown the counts of the county, in which counts are kept: %s of %s", (role, code) => {
    expect(publicRegion(as(role, code))).toBe(code.startsWith("140171") ? "140105" : "141124");
  });
});

describe("who looks after a bureau's accounts", () => {
  it.each([["OFFICER", "141124", true], ["ADMIN", "140000", true], ["OFFICER", "141124001", false], ["AGENT", "141124", false], ["EMPLOYER", "141124", false]] as const)("%s of %s: %s", (role, code, may) => expect(supervises(as(role, code))).toBe(may));
});
