import { type Day, yearOf } from "../dates.ts";
import { isOneOf } from "../claim/facts.ts";
import { livingAidTerms } from "../claim/training-and-startup.ts";
import type { RuleBook } from "../policy/rule-book.ts";
import type { PersonCategoryKind } from "../terms.ts";

export interface AttendedDay {
  day: Day;
  /** half days: 0, 1 or 2 */
  halves: number;
}

export interface AllowanceLine {
  year: number;
  attendedHalves: number;
  paidHalves: number;
  amountFen: number;
}

interface Trainee {
  countyCode: string;
  categories: readonly { kind: PersonCategoryKind; validFrom: Day; validTo: Day | null }[];
  days: readonly AttendedDay[];
  /** half days that other classes paid, and whether the year was claimed singly */
  before(year: number): { halves: number; claimed: boolean };
}

/**
 * 培训生活补贴 of a trainee, one line a year: each attended day at the rate of that day, half a day at half of it (whole fen, rounded down), for those whom
 * the rule names on that day and for at most so many days a year. A year that the person has claimed singly is not paid again.
 */
export function allowanceLines(of: Trainee, rules: RuleBook): AllowanceLine[] {
  const lines = new Map<number, AllowanceLine>();
  for (const { day, halves } of [...of.days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (halves === 0) continue;
    const year = yearOf(day);
    const line = lines.get(year) ?? { year, attendedHalves: 0, paidHalves: 0, amountFen: 0 };
    lines.set(year, line);
    line.attendedHalves += halves;
    const { daily, most, kinds } = livingAidTerms(rules, { regionCode: of.countyCode, asOf: day });
    const before = of.before(year);
    if (daily === 0 || before.claimed || (kinds !== null && !isOneOf({ categories: of.categories }, kinds, day))) continue;
    const paid = Math.min(halves, Math.max(0, most * 2 - before.halves - line.paidHalves));
    line.paidHalves += paid;
    line.amountFen += Math.floor((daily * paid) / 2);
  }
  return [...lines.values()];
}
