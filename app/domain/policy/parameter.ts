import { type Day, isInRange } from "../dates.ts";
import { cityOf, countyOf, provinceOf } from "../region/codes.ts";

export type Certainty = "PLAN" | "FOUND" | "CHECKED" | "MEMORY";

/** A policy number as data: where it holds, from when to when [validFrom, validTo), and who says so. */
export interface PolicyParameter {
  id: string;
  key: string;
  /** "" means everywhere */
  regionCode: string;
  value: unknown;
  unit: string;
  article: string | null;
  documentNumber: string | null;
  source: string;
  certainty: Certainty;
  validFrom: Day;
  validTo: Day | null;
  note: string | null;
}

export class ParameterMissingError extends Error {
  constructor(key: string, regionCode: string, asOf: Day) {
    super(`no policy parameter ${key} is in force for ${regionCode || "the province"} on ${asOf}`);
    this.name = "ParameterMissingError";
  }
}

/**
 * The row of a key in force on a day for a region: the narrowest region that has one wins (village, county,
 * city, province, everywhere), then the latest start. Null when none is in force.
 */
export function parameterInForce(rows: readonly PolicyParameter[], key: string, at: { regionCode: string; asOf: Day }): PolicyParameter | null {
  const inForce = rows.filter((row) => row.key === key && isInRange(at.asOf, row.validFrom, row.validTo));
  for (const regionCode of [at.regionCode, countyOf(at.regionCode), cityOf(at.regionCode), provinceOf(at.regionCode), ""]) {
    const here = inForce.filter((row) => row.regionCode === regionCode);
    if (here.length > 0) return here.reduce((latest, row) => (row.validFrom > latest.validFrom ? row : latest));
  }
  return null;
}

/** The same, for numbers that a rule can't do without; throws ParameterMissingError. */
export function requireNumber(rows: readonly PolicyParameter[], key: string, at: { regionCode: string; asOf: Day }): number {
  const value = parameterInForce(rows, key, at)?.value;
  if (typeof value !== "number") throw new ParameterMissingError(key, at.regionCode, at.asOf);
  return value;
}
