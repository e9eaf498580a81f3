import type { PlaceClass, PostScope } from "../terms.ts";
import { countyOf, isOverseas, provinceOf, SHANXI } from "./codes.ts";

/** 县内 / 县外省内 / 省外 / 境外, seen from a home county (domain rules §1.2, place classes). */
export function placeClassOf(homeCountyCode: string, workRegionCode: string): PlaceClass {
  if (isOverseas(workRegionCode)) return "OVERSEAS";
  if (provinceOf(workRegionCode) !== provinceOf(homeCountyCode)) return "OUT_OF_PROVINCE";
  return countyOf(workRegionCode) === countyOf(homeCountyCode) ? "IN_COUNTY" : "IN_PROVINCE";
}

/** Where a post lies when no home county is known, seen from Shanxi. */
export function postScopeOf(regionCode: string): PostScope {
  if (isOverseas(regionCode)) return "OVERSEAS";
  return provinceOf(regionCode) === SHANXI ? "IN_PROVINCE" : "OUT_OF_PROVINCE";
}
