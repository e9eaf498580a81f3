import { addDays, type Day } from "../dates.ts";

interface Range {
  /** [from, until) */
  from: Day;
  until: Day;
}

export interface MonthWorked {
  month: string;
  /** days of attendance, in any order */
  days: readonly Day[];
  /** so many days are a full month */
  daysPerMonth: number;
  monthlyFen: number;
  contracts: readonly Range[];
  insurances: readonly Range[];
  /** the floor in fen a month on a day, by the dated rule of the county */
  floorFen(day: Day): number;
}

export const PAY_REASONS = ["full", "part", "outside-contract", "not-insured", "no-days", "floor"] as const;
export type PayReason = (typeof PAY_REASONS)[number];

export interface MonthPay {
  dueFen: number;
  /** that count for pay */
  days: number;
  reasons: PayReason[];
}

const covered = (ranges: readonly Range[], day: Day) => ranges.some((one) => day >= one.from && day < one.until);

/**
 * What a person is owed for a month: for each day in post a `daysPerMonth`th of the month's pay, at most a whole month's. The pay is the
 * post's or the county's floor on that day, whichever is more, so that a rise of the minimum wage within a month counts from its day.
 * Days outside a contract don't count; a month with an uninsured day is not paid until it is insured. Whole fen: the sum is rounded
 * once, half up, so that a full month is the month's pay exactly.
 */
export function payForMonth(worked: MonthWorked): MonthPay {
  const inMonth = [...new Set(worked.days)].filter((day) => day.startsWith(worked.month)).sort();
  if (inMonth.length === 0) return { dueFen: 0, days: 0, reasons: ["no-days"] };
  const inPost = inMonth.filter((day) => covered(worked.contracts, day));
  const outside = inPost.length < inMonth.length ? (["outside-contract"] as const) : [];
  if (inPost.length === 0) return { dueFen: 0, days: 0, reasons: [...outside] };
  if (inPost.some((day) => !covered(worked.insurances, day))) return { dueFen: 0, days: 0, reasons: ["not-insured", ...outside] };
  const counted = inPost.slice(0, worked.daysPerMonth);
  const rates = counted.map((day) => Math.max(worked.monthlyFen, worked.floorFen(day)));
  const sum = rates.reduce((total, rate) => total + rate, 0);
  const raised = rates.some((rate) => rate > worked.monthlyFen) ? (["floor"] as const) : [];
  return { dueFen: Math.floor((2 * sum + worked.daysPerMonth) / (2 * worked.daysPerMonth)), days: counted.length, reasons: [counted.length === worked.daysPerMonth ? "full" : "part", ...outside, ...raised] };
}

/** A month of a person that a sheet looks at: what is due, and what earlier sheets paid. */
export interface MonthOwed extends MonthPay {
  month: string;
  beforeFen: number;
}

export interface PayLine extends MonthOwed {
  amountFen: number;
}

/**
 * A person's lines on the sheet of a month: that month's, and for each earlier month what is still owed or was paid too much. What was paid too
 * much is taken off as far as this sheet pays something, the rest waits: nobody is sent a bill.
 */
export function linesOf(owed: readonly MonthOwed[], month: string): PayLine[] {
  const lines = owed.filter((one) => one.month <= month).map((one) => ({ ...one, amountFen: one.dueFen - one.beforeFen })).sort((a, b) => a.month.localeCompare(b.month));
  let left = lines.reduce((sum, one) => sum + Math.max(0, one.amountFen), 0);
  return lines.flatMap((line) => {
    if (line.amountFen >= 0) return line.amountFen > 0 || line.month === month ? [line] : [];
    const taken = Math.min(left, -line.amountFen);
    left -= taken;
    return taken > 0 || line.month === month ? [{ ...line, amountFen: taken === 0 ? 0 : -taken }] : [];
  });
}

/** The day before a range's first uncovered day, for showing. */
export const lastDayOf = (until: Day): Day => addDays(until, -1);
