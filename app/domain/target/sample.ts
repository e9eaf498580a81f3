/** What a call or visit found of a drawn placement. */
export const FINDINGS = ["OPEN", "TRUE", "FALSE", "UNREACHED"] as const;
export type Finding = (typeof FINDINGS)[number];

/** A share with its interval, each 0 to 1. */
export interface Interval {
  share: number;
  low: number;
  high: number;
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

/** Wilson's score interval (1927), 95 %, of `wrong` in `checked`; null where nothing has been checked. */
export function wilson(wrong: number, checked: number): Interval | null {
  if (checked <= 0) return null;
  const share = wrong / checked;
  const spread = 1 + (Z * Z) / checked;
  const middle = (share + (Z * Z) / (2 * checked)) / spread;
  const half = (Z / spread) * Math.sqrt((share * (1 - share)) / checked + (Z * Z) / (4 * checked * checked));
  return { share, low: wrong === 0 ? 0 : Math.max(0, middle - half), high: wrong === checked ? 1 : Math.min(1, middle + half) };
}

/** A rung of the ladder: how many are counted on it, how many were checked, and how many of those were wrong. */
export interface Stratum {
  population: number;
  checked: number;
  wrong: number;
}

/**
 * The share of wrong counts among all that are counted, with its 95 % interval, from a sample drawn rung by rung: each rung
 * weighs as much as it holds people, and the intervals of the rungs are joined by recovering their variances (Zou and
 * Donner 2008), so that a rung without a wrong one still adds its doubt. Null while a rung that holds people has nothing checked.
 */
export function errorRate(strata: readonly Stratum[]): Interval | null {
  const held = strata.filter((one) => one.population > 0);
  const total = held.reduce((sum, one) => sum + one.population, 0);
  if (total === 0) return null;
  let share = 0;
  let below = 0;
  let above = 0;
  for (const one of held) {
    const interval = wilson(one.wrong, one.checked);
    if (interval === null) return null;
    const weight = one.population / total;
    share += weight * interval.share;
    below += (weight * (interval.share - interval.low)) ** 2;
    above += (weight * (interval.high - interval.share)) ** 2;
  }
  return { share, low: Math.max(0, share - Math.sqrt(below)), high: Math.min(1, share + Math.sqrt(above)) };
}
