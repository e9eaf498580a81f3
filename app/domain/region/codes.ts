/**
 * Region codes are the statistics bureau's: 140000 province, 140100 city, 140105 county, 140105001 township,
 * 140105001001 village. Places abroad have codes of two letters and four zeros (JP0000).
 */
export const SHANXI = "140000";

/**
 * Townships that the bureau lists under a statistics-only zone belong to the county they lie in
 * (转型综改示范区 → 小店, 大同经开区 → 平城, 朔州经开区 → 朔城, 五台山风景区 → 五台).
 */
const ZONE_COUNTY: Readonly<Record<string, string>> = { "140171": "140105", "140271": "140213", "140671": "140602", "140971": "140922" };

/** The part of a code that all codes inside the region begin with: 140000 → 14, 141100 → 1411, 141124 → 141124. */
export function scopePrefix(code: string): string {
  if (!/^\d{6}$/.test(code)) return code;
  return code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;
}

/** Whether a region lies in another or is the same. */
export function isWithin(code: string, scopeCode: string): boolean {
  const prefix = scopePrefix(scopeCode);
  return code.startsWith(prefix) || (prefix.length === 6 && countyOf(code) === prefix);
}

/** A region and all that hold it, the nearest first: village, township, county, city, province. */
export function regionsHolding(code: string): string[] {
  if (isOverseas(code)) return [code];
  return [...new Set([code, ...(code.length > 9 ? [code.slice(0, 9)] : []), code.slice(0, 6), countyOf(code), cityOf(countyOf(code)), provinceOf(code)])];
}

/** Whether two regions share ground: one lies in the other. */
export function overlaps(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

/** The county of a county, township or village code; a larger region is returned as it is. */
export function countyOf(code: string): string {
  const county = code.slice(0, 6);
  return ZONE_COUNTY[county] ?? county;
}

export function cityOf(code: string): string {
  return isOverseas(code) ? code : `${code.slice(0, 4)}00`;
}

export function provinceOf(code: string): string {
  return isOverseas(code) ? code : `${code.slice(0, 2)}0000`;
}

export function isOverseas(code: string): boolean {
  return /^[A-Z]{2}/.test(code);
}
