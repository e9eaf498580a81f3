import type { Day } from "#app/domain/dates.ts";
import { saysNothing, tidy, withFigures } from "./text.ts";

export type DateResult =
  | { status: "ok"; day: Day; precision: "DAY" | "MONTH" | "YEAR" }
  | { status: "missing" }
  | { status: "unreadable"; reason: "not-a-date" | "not-in-the-calendar" };

const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);

/**
 * A calendar day as written in a table: `2023-08-30`, `2023/8/30 12:00:00`, `2023年8月30日`, `20230830`, `2024-07` (its first
 * day), `2019年`, `2019.3.5`, an ISO instant, or a spreadsheet's serial number (`45168`). Day-first and month-first
 * orders are not guessed.
 */
export function parseDate(text: string): DateResult {
  const plain = tidy(text);
  if (saysNothing(plain)) return { status: "missing" };
  const spelled = plain.includes("年") ? withFigures(plain) : plain;
  const full = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?|(\d{2})(\d{2}))(?:[T\s].*)?$/s.exec(spelled);
  if (full) return calendarDay(Number(full[1]), Number(full[2] ?? full[4]), Number(full[3] ?? full[5]), "DAY");
  const month = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*月?|(\d{2}))$/.exec(spelled);
  if (month) return calendarDay(Number(month[1]), Number(month[2] ?? month[3]), 1, "MONTH");
  const year = /^(\d{4})\s*年?$/.exec(spelled);
  if (year) return calendarDay(Number(year[1]), 1, 1, "YEAR");
  if (/^\d{5}(?:\.\d+)?$/.test(spelled)) {
    const day = new Date(EXCEL_EPOCH_MS + Math.floor(Number(spelled)) * 86_400_000).toISOString().slice(0, 10);
    return { status: "ok", day, precision: "DAY" };
  }
  return { status: "unreadable", reason: "not-a-date" };
}

function calendarDay(year: number, month: number, date: number, precision: "DAY" | "MONTH" | "YEAR"): DateResult {
  const real = year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!real) return { status: "unreadable", reason: "not-in-the-calendar" };
  return { status: "ok", day: `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`, precision };
}
