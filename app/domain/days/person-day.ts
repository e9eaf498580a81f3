import { addDays, type Day, toDate } from "../dates.ts";
import { type PolicyParameter, requireNumber } from "../policy/parameter.ts";

/** Where a paid day comes from: 公益岗, 生态护林员, 光伏岗, 以工代赈, 务工. */
export const DAY_SOURCES = ["WELFARE", "RANGER", "PV", "WORKFARE", "JOB"] as const;
export type DaySource = (typeof DAY_SOURCES)[number];

/** Some of a day, in minutes. */
export interface DayLine {
  day: Day;
  minutes: number;
}

/** A day in force, as it stands in the ledger of days. */
export interface BookedDay extends DayLine {
  source: DaySource;
  /** the attendance sheet, muster roll or pay report that says so */
  refId: string;
}

export interface DayRules {
  asOf: Day;
  /** from so many minutes on, a day is a full one */
  fullMinutes: number;
  /** what one person can be paid for in one day, everything together */
  mostMinutes: number;
}

export type DayObjectionCode = "day-to-come" | "day-taken" | "day-overfull" | "day-twice";

export interface DayObjection {
  day: Day;
  code: DayObjectionCode;
  /** what stands there already */
  with: BookedDay | null;
}

/** Minutes that make a full day, and the most in one day (`day.full.minutes`, `day.most.minutes`). */
export function dayRulesFrom(rows: readonly PolicyParameter[], at: { regionCode: string; asOf: Day }): DayRules {
  return { asOf: at.asOf, fullMinutes: requireNumber(rows, "day.full.minutes", at), mostMinutes: requireNumber(rows, "day.most.minutes", at) };
}

export function isFullDay(minutes: number, rules: Pick<DayRules, "fullMinutes">): boolean {
  return minutes >= rules.fullMinutes;
}

/**
 * What stands against booking these days for one person, given the days they have already (those of the same sheet left out by the caller
 * if it replaces them): nobody is paid for two full days at once, nor for more minutes than a day holds, nor for days to come.
 */
export function objectionsTo(lines: readonly DayLine[], booked: readonly BookedDay[], rules: DayRules): DayObjection[] {
  const before = new Map<Day, BookedDay[]>();
  for (const one of booked) before.set(one.day, [...(before.get(one.day) ?? []), one]);
  const seen = new Set<Day>();
  return lines.flatMap(({ day, minutes }): DayObjection[] => {
    if (seen.has(day)) return [{ day, code: "day-twice", with: null }];
    seen.add(day);
    if (day > rules.asOf) return [{ day, code: "day-to-come", with: null }];
    const there = before.get(day) ?? [];
    const full = isFullDay(minutes, rules) ? there.find((one) => isFullDay(one.minutes, rules)) : undefined;
    if (full) return [{ day, code: "day-taken", with: full }];
    const sum = there.reduce((total, one) => total + one.minutes, minutes);
    return sum > rules.mostMinutes ? [{ day, code: "day-overfull", with: there[0] ?? null }] : [];
  });
}

/** The days of a month, `YYYY-MM`, that lie in [from, to]. */
export function daysOfMonth(month: string, within: { from: Day; to: Day }): Day[] {
  const days: Day[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) if (day >= within.from && day <= within.to) days.push(day);
  return days;
}

/**
 * Lays so many full days of a month, of which only the number is known, on days that are free for one: weekdays first, then weekends. Null when
 * the month has not as many left, so that nobody is paid for 30 days of February.
 */
export function spreadDays(count: number, candidates: readonly Day[], booked: readonly BookedDay[], minutes: number, rules: DayRules): Day[] | null {
  const free = candidates.filter((day) => objectionsTo([{ day, minutes }], booked, rules).length === 0);
  if (free.length < count) return null;
  const weekdayFirst = [...free].sort((a, b) => Number(isWeekend(a)) - Number(isWeekend(b)) || a.localeCompare(b));
  return weekdayFirst.slice(0, count).sort();
}

function isWeekend(day: Day): boolean {
  const weekday = toDate(day).getUTCDay();
  return weekday === 0 || weekday === 6;
}
