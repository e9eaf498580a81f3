/** What may keep people from applying to a post; pay in fen a month. */
export interface AppealFacts {
  payFen: number | null;
  /** the middle of what comparable posts pay, how many there are, and where */
  median: { fen: number; posts: number; within: "county" | "city" | "province" } | null;
  housing: boolean;
  seekersInCounty: number;
  seekersEverywhere: number;
}

export interface AppealFinding {
  key: "pay-below" | "pay-fair" | "pay-unknown" | "no-housing" | "far" | "few-seekers";
  params: Record<string, string | number>;
}

/** Comparisons with fewer posts than this are left to a wider region. */
export const LEAST_COMPARED = 5;
/** Pay below this share of the middle stands out. */
const FAIR_SHARE = 0.95;

/** The middle of a list, the mean of the two middle ones when it is even; null for an empty list. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : Math.round((sorted[half - 1]! + sorted[half]!) / 2);
}

/** Why few may apply, each with its numbers; the texts stand under `recruit.appeal`. */
export function appealOf({ payFen, median, housing, seekersInCounty, seekersEverywhere }: AppealFacts): AppealFinding[] {
  const findings: AppealFinding[] = [];
  if (payFen === null || median === null) findings.push({ key: "pay-unknown", params: { posts: median?.posts ?? 0 } });
  else {
    const params = { payFen, medianFen: median.fen, posts: median.posts, within: median.within };
    findings.push(payFen < median.fen * FAIR_SHARE ? { key: "pay-below", params } : { key: "pay-fair", params });
  }
  const elsewhere = seekersEverywhere - seekersInCounty;
  if (!housing && elsewhere > 0) findings.push({ key: "no-housing", params: { elsewhere } });
  if (seekersEverywhere === 0) findings.push({ key: "few-seekers", params: {} });
  else findings.push({ key: "far", params: { near: seekersInCounty, elsewhere } });
  return findings;
}
