/** A calendar day as `YYYY-MM-DD`; days have no time zone. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** The UTC midnight that stands for a day in the database's DATE columns. */
export function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The day of a DATE column's value. */
export function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** The calendar day in China (UTC+8, no daylight saving) at an instant. */
export function chinaDay(instant: Date): Day {
  return toDay(new Date(instant.getTime() + 8 * 3_600_000));
}

/** An instant as a text message names it: 11月25日10:05, in China's time. */
export function momentInWords(instant: Date): string {
  const local = new Date(instant.getTime() + 8 * 3_600_000);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日${local.toISOString().slice(11, 16)}`;
}

/** A day as a text message names it: 2027年5月24日 */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** `day` moved by a number of days, which may be negative. */
export function addDays(day: Day, days: number): Day {
  return toDay(new Date(toDate(day).getTime() + days * MS_PER_DAY));
}

/** The same date some months on, or the last day of a shorter month: 31 August and six months give 28 February. */
export function addMonths(day: Day, months: number): Day {
  const first = toDate(`${day.slice(0, 7)}-01`);
  first.setUTCMonth(first.getUTCMonth() + months + 1, 0);
  const last = toDay(first);
  return `${last.slice(0, 8)}${day.slice(8) < last.slice(8) ? day.slice(8) : last.slice(8)}`;
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toDate(to).getTime() - toDate(from).getTime()) / MS_PER_DAY);
}

/** Whether `day` lies in the half-open range [from, to); an open end is `null`. */
export function isInRange(day: Day, from: Day, to: Day | null): boolean {
  return day >= from && (to === null || day < to);
}

/** Whole years of age on `day`. A birthday on 29 February is reached on 1 March in common years. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** Whether a text is a month, `YYYY-MM`. */
export function isMonth(text: string | null): text is string {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The last day of a month `YYYY-MM`: 2026-02 → 2026-02-28 */
export function monthEnd(month: string): Day {
  return addDays(addMonths(`${month}-01`, 1), -1);
}
