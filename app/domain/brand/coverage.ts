import { isWithin } from "../region/codes.ts";
import type { BrandLevel } from "./membership.ts";

export interface CoveringBrand {
  id: string;
  level: BrandLevel;
  regions: readonly { regionCode: string; level: BrandLevel }[];
}

/** The nearest that a county has: a brand of its own, its city's, only a firm's or the province's, none. */
export const COVERAGES = ["OWN", "CITY", "FIRM", "PROVINCE", "NONE"] as const;
export type Coverage = (typeof COVERAGES)[number];

export interface CountyCoverage {
  countyCode: string;
  coverage: Coverage;
  own: string[];
  city: string[];
  firm: string[];
  province: string[];
}

/**
 * Which brands a county has, by level. A brand of a city reaches the counties it names, or the whole city where it names only that; a firm's reaches its place.
 * Brands that are suspended or ended are not among those given.
 */
export function coverageOf(countyCode: string, brands: readonly CoveringBrand[]): CountyCoverage {
  const at = (level: BrandLevel) => brands.filter((brand) => brand.level === level && reaches(brand, countyCode)).map((brand) => brand.id);
  const [own, city, firm, province] = [at("COUNTY"), at("CITY"), at("FIRM"), at("PROVINCE")];
  const coverage = own.length > 0 ? "OWN" : city.length > 0 ? "CITY" : firm.length > 0 ? "FIRM" : province.length > 0 ? "PROVINCE" : "NONE";
  return { countyCode, coverage, own, city, firm, province };
}

function reaches({ regions }: CoveringBrand, countyCode: string): boolean {
  const counties = regions.filter((one) => !one.regionCode.endsWith("00"));
  return counties.length > 0 ? counties.some((one) => one.regionCode === countyCode) : regions.some((one) => isWithin(countyCode, one.regionCode));
}

/** Counties with at least so many brands, counted both ways: of their own, and with their city's. */
export function countCovered(counties: readonly CountyCoverage[], least: number): { own: number; withCity: number; of: number } {
  return {
    own: counties.filter((one) => one.own.length >= least).length, withCity: counties.filter((one) => one.own.length + one.city.length >= least).length, of: counties.length,
  };
}
