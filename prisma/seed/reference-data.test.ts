import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { findOccupation } from "#app/domain/occupation/occupations.ts";
import { parameterInForce, type PolicyParameter, requireNumber } from "#app/domain/policy/parameter.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { caliberRuleSchema } from "#app/domain/target/caliber.ts";
import { TRADES } from "./generate/trades.ts";

const file = (name: string) => readFileSync(new URL(`./data/${name}`, import.meta.url));
const json = <T>(name: string) => JSON.parse(file(name).toString("utf8")) as T;
const regions = new Set((parse(gunzipSync(file("regions.csv.gz")), { columns: true }) as { code: string }[]).map(({ code }) => code));
const policy = json<PolicyParameter[]>("policy-parameters.json");
const brands = json<{ name: string; level: string; regions: string[]; occupationCodes: string[] }[]>("brands.json");

describe("the labour brands", () => {
  it("belong to regions and occupations that exist", () => {
    for (const brand of brands) {
      expect(brand.regions.filter((code) => !regions.has(code)), brand.name).toEqual([]);
      expect(brand.occupationCodes.filter((code) => findOccupation(code) === null), brand.name).toEqual([]);
      expect(brand.occupationCodes.length, brand.name).toBeGreaterThan(0);
    }
  });

  it("are a city's with all its counties, or one county's", () => {
    const counties = (name: string) => brands.find((brand) => brand.name === name)!.regions.filter((code) => !code.endsWith("00"));
    expect(counties("吕梁山护工")).toHaveLength(13);
    expect(counties("临汾技工")).toHaveLength(17);
    expect(counties("天镇保姆")).toEqual(["140222"]);
    expect(counties("五台泥瓦匠")).toEqual(["140922"]);
  });
});

describe("the policy numbers", () => {
  it("hold one at a time: no two rows of a key and place overlap, and every range runs forward", () => {
    for (const a of policy) {
      if (a.validTo !== null) expect(a.validTo > a.validFrom, a.key).toBe(true);
      for (const b of policy) {
        if (a === b || a.key !== b.key || a.regionCode !== b.regionCode || a.validFrom > b.validFrom) continue;
        expect(a.validTo !== null && a.validTo <= b.validFrom, `${a.key} from ${a.validFrom} and ${b.validFrom}`).toBe(true);
      }
    }
  });

  it("say where they come from: an article, a document, or in words", () => {
    for (const row of policy) expect(row.source.trim(), row.key).not.toBe("");
    for (const row of policy.filter(({ certainty }) => certainty === "PLAN")) expect(row.article, row.key).toMatch(/^\d+$/);
  });

  it("are in force for regions that exist", () => {
    expect(policy.filter(({ regionCode }) => regionCode !== "" && !regions.has(regionCode))).toEqual([]);
  });

  it.each([
    ["target.transfer.year", "2021-06-30", 300_000],
    ["target.transfer.year", "2026-11-23", 300_000],
    ["target.training.year", "2021-06-30", 700_000],
    ["target.rangers", "2025-12-31", 18_000],
    ["workfare.labour-share.floor.pct", "2026-01-01", 15],
    ["workfare.labour-share.national.floor.pct", "2023-01-01", 30],
    ["wage.minimum.monthly", "2021-09-30", 140_000],
    ["wage.minimum.monthly", "2021-10-01", 163_000],
    ["wage.minimum.monthly", "2023-01-01", 178_000],
    ["welfare.pay.floor.pct", "2026-01-01", 50],
    ["travel.subsidy.out-of-province.max", "2026-01-01", 150_000],
    ["travel.subsidy.out-of-county.max", "2026-01-01", 60_000],
    ["employer.reverify.months", "2026-11-23", 6],
    ["record.retention.years", "2026-11-23", 3],
  ])("%s on %s is %d in Shanxi", (key, asOf, value) => {
    expect(requireNumber(policy, key, { regionCode: SHANXI, asOf })).toBe(value);
  });

  it("the plan's goal is marked as the plan's until 2025 and as carried on from 2026", () => {
    const certainty = (asOf: string) => parameterInForce(policy, "target.transfer.year", { regionCode: SHANXI, asOf })?.certainty;
    expect([certainty("2025-12-31"), certainty("2026-01-01")]).toEqual(["PLAN", "MEMORY"]);
  });

  it("a rule whose document was named by inference waits to be checked", () => {
    const named = policy.filter(({ documentNumber }) => documentNumber === "晋财社〔2019〕1号" || documentNumber === "国务院令第724号");
    expect(Object.fromEntries(named.map(({ key, certainty }) => [key, certainty]))).toEqual({
      "post-subsidy.small.monthly": "MEMORY", "post-subsidy.small.contract.months.min": "MEMORY", "post-subsidy.small.months.max": "FOUND", "wage.account.days": "MEMORY",
    });
  });

  it("Shanxi's minimum wage does not bind a post in another province", () => {
    expect(parameterInForce(policy, "wage.minimum.monthly", { regionCode: "110105", asOf: "2026-01-01" })).toBeNull();
    expect(parameterInForce(policy, "wage.minimum.monthly", { regionCode: "141124", asOf: "2026-01-01" })?.value).toBe(178_000);
  });
});

describe("the calibers and the starter data's trades", () => {
  it("are counting rules the domain can read", () => {
    for (const caliber of json<{ code: string; rule: unknown }[]>("calibers.json")) expect(caliberRuleSchema.safeParse(caliber.rule).success, caliber.code).toBe(true);
  });

  it("use occupations of the list", () => {
    expect(TRADES.filter(({ code }) => findOccupation(code) === null).map(({ code }) => code)).toEqual([]);
  });
});
