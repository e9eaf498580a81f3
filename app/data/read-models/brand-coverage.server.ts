import type { RowDataPacket } from "mysql2";
import { countCovered, type CountyCoverage, coverageOf, type CoveringBrand } from "#app/domain/brand/coverage.ts";
import type { BrandLevel } from "#app/domain/brand/membership.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadRuleBook } from "../training/classes.server.ts";
import { type Name, regionNames } from "./names.server.ts";

/** Which counties are asked about: those that an office has named for key support, the 58 that were poor, or all 117. */
export const COVERAGE_LISTS = ["lifted", "key", "all"] as const;
export type CoverageList = (typeof COVERAGE_LISTS)[number];

export interface CoverageRow extends CountyCoverage {
  name: Name;
  city: string[];
  cityName: Name;
}

/** Which county has a labour brand, by level, today; both ways of counting "at least one in each key county" (plan art. 19). */
export async function readBrandCoverage({ pool, clock }: Pick<Deps, "pool" | "clock">, asked: string | null) {
  const of: CoverageList = COVERAGE_LISTS.find((one) => one === asked) ?? "lifted";
  const today = clock.today();
  const [[counties], [brands], [regions], rules] = await Promise.all([
    pool.query<RowDataPacket[]>("SELECT code, povertyLiftedLevel IS NOT NULL AS lifted, countyClass <=> 'KEY_SUPPORT' AS keySupport FROM county WHERE code LIKE '14%' ORDER BY code"),
    pool.query<RowDataPacket[]>("SELECT id, name, nameEn, level FROM labour_brand WHERE state = 'ACTIVE' ORDER BY name"),
    pool.query<RowDataPacket[]>("SELECT r.brandId, r.regionCode, r.level FROM brand_region r JOIN labour_brand b ON b.id = r.brandId AND b.state = 'ACTIVE'"),
    loadRuleBook(pool),
  ]);
  const covering: CoveringBrand[] = brands.map((brand) => ({
    id: brand.id as string, level: brand.level as BrandLevel,
    regions: regions.filter((one) => one.brandId === brand.id).map((one) => ({ regionCode: one.regionCode as string, level: one.level as BrandLevel })),
  }));
  const names = await regionNames(pool, counties.flatMap((one) => [one.code as string, `${String(one.code).slice(0, 4)}00`]));
  const unknown: Name = { zh: "", en: "" };
  const rows: CoverageRow[] = counties.filter((one) => of === "all" || Boolean(of === "key" ? one.keySupport : one.lifted)).map((one) => {
    const code = one.code as string;
    return { ...coverageOf(code, covering), name: names.get(code) ?? unknown, cityName: names.get(`${code.slice(0, 4)}00`) ?? unknown };
  });
  // the number was set up to 2025; until another is, it is carried on
  const rule = rules.find("brand.per-key-county.min", { regionCode: SHANXI, asOf: today }) ?? rules.find("brand.per-key-county.min", { regionCode: SHANXI, asOf: "2025-12-31" });
  const least = typeof rule?.value === "number" ? rule.value : 1;
  return {
    of, today, rows, least, carriedOn: rule !== null && rule?.validTo !== null && rule !== undefined && rule.validTo <= today, counted: countCovered(rows, least),
    brands: Object.fromEntries(brands.map((one) => [one.id as string, { zh: one.name as string, en: one.nameEn as string }])) as Record<string, Name>,
  };
}
export type BrandCoverage = Awaited<ReturnType<typeof readBrandCoverage>>;
