import { type Day, toDate, toDay } from "#app/domain/dates.ts";

const FIRST_YEAR = 1930;
const LAST_YEAR = 2080;
const MS_PER_DAY = 86_400_000;
const ZERO = Date.UTC(FIRST_YEAR, 0, 1) / MS_PER_DAY;
const DAYS: Day[] = [];
const FIRST_OF_MONTH: number[] = [];
for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
  for (let month = 0; month < 12; month += 1) {
    FIRST_OF_MONTH.push(DAYS.length);
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    for (let day = 1; day <= length; day += 1) DAYS.push(toDay(new Date((ZERO + DAYS.length) * MS_PER_DAY)));
  }
}

/** `addDays` of the domain by table: the generator moves days some twenty times for every person. */
export function addDays(day: Day, days: number): Day {
  return DAYS[indexOf(day) + days] ?? toDay(new Date(toDate(day).getTime() + days * MS_PER_DAY));
}

/** Milliseconds since 1970 of the UTC midnight of a day. */
export function midnightMs(day: Day): number {
  return (ZERO + indexOf(day)) * MS_PER_DAY;
}

function indexOf(day: Day): number {
  const year = digit(day, 0) * 1_000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
  return FIRST_OF_MONTH[(year - FIRST_YEAR) * 12 + digit(day, 5) * 10 + digit(day, 6) - 1]! + digit(day, 8) * 10 + digit(day, 9) - 1;
}

function digit(day: Day, at: number): number {
  return day.charCodeAt(at) - 48;
}
