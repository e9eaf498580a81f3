/** The year's end as earlier years let one expect it; persons. */
export interface Forecast {
  low: number;
  middle: number;
  high: number;
  /** how many earlier years it rests on */
  years: number;
}

/** Below this share of a season gone by, a handful of people would decide the whole year. */
const LEAST_SHARE = 0.02;

/**
 * Carries this year's count to its end at the pace of earlier seasons. `shares` says of each earlier year which part of
 * its whole had been counted by the same calendar day, 0 to 1. The band spans what those seasons give, one each; its
 * middle is their median. Null without a season to go by, or so early in the year that its share says nothing.
 */
export function forecastYear(counted: number, shares: readonly number[]): Forecast | null {
  const usable = shares.filter((share) => share >= LEAST_SHARE && share <= 1);
  if (usable.length === 0) return null;
  const ends = usable.map((share) => Math.round(counted / share)).sort((a, b) => a - b);
  const half = ends.length / 2;
  const middle = ends.length % 2 === 1 ? ends[Math.floor(half)]! : Math.round((ends[half - 1]! + ends[half]!) / 2);
  return { low: ends[0]!, middle, high: ends[ends.length - 1]!, years: ends.length };
}
