import type { WagePeriod } from "../terms.ts";

/** Paid days a month, (365 − 104) / 12 = 21.75, and paid hours, 21.75 × 8 (人社部发〔2025〕2号). */
export const PAID_DAYS_PER_MONTH = 21.75;
export const PAID_HOURS_PER_MONTH = 174;

/**
 * The comparable figure: fen per month of a wage in fen per period; null for piece work, which has none.
 * `monthsPaid` (12 to 24) spreads a thirteenth month and more over twelve.
 */
export function monthlyFen(fen: number, period: WagePeriod, monthsPaid = 12): number | null {
  const factor = { HOUR: PAID_HOURS_PER_MONTH, DAY: PAID_DAYS_PER_MONTH, MONTH: monthsPaid / 12, YEAR: 1 / 12, PIECE: null }[period];
  return factor === null ? null : Math.round(fen * factor);
}
