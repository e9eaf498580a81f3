import type { Day } from "#app/domain/dates.ts";
import { yuanText } from "#app/domain/money.ts";
import type { Locale } from "./translate.ts";

const MONTHS_EN = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** 12345.6 → 12,346 */
export function formatCount(value: number): string {
  return Math.round(value).toString().replace(/\B(?=(?:\d{3}){1,9}(?!\d))/g, ",");
}

/** 0.1234 → 12.3% */
export function formatPercent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)}%`;
}

/** A proven limit in percent, rounded up so that it stays true: 0.0501 → 0.06%, 0.00121 → 0.0013% */
export function formatLimit(percent: number): string {
  const digits = percent === 0 || percent >= 0.01 ? 2 : 4;
  const unit = 10 ** digits;
  return `${(Math.ceil(percent * unit - 1e-9) / unit).toFixed(digits)}%`;
}

/** Fen as yuan, without the decimals that nobody pays: 123456 → 1,235 */
export function formatYuan(fen: number): string {
  const yuan = fen / 100;
  return yuan < 100 && !Number.isInteger(yuan) ? yuan.toFixed(1) : formatCount(yuan);
}

/** Fen as yuan to the fen: 1234567 → 12,345.67 */
export function formatFen(fen: number): string {
  const [yuan = "0", rest = "00"] = yuanText(fen).split(".");
  return `${yuan.replace(/\B(?=(?:\d{3}){1,9}(?!\d))/g, ",")}.${rest}`;
}

/** Quarters of a day as people say them: 6 → 1.5 */
export function formatDays(quarters: number): string {
  return String(quarters / 4);
}

/** 2026-11-23 → 2026年11月23日 / 23 November 2026 */
export function formatDay(day: Day | Date, locale: Locale): string {
  const text = day instanceof Date ? chinaDay(day) : day;
  const [year, month, date] = text.split("-").map(Number) as [number, number, number];
  return locale === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS_EN[month - 1]} ${year}`;
}

/** For dense tables: 2026-11-23 */
export function formatDayShort(day: Day | Date): string {
  return day instanceof Date ? chinaDay(day) : day;
}

/** An instant in China's time: 2026年11月23日 14:05 */
export function formatInstant(instant: Date | string, locale: Locale): string {
  const at = typeof instant === "string" ? new Date(instant) : instant;
  const local = new Date(at.getTime() + CHINA_OFFSET_MS).toISOString();
  return `${formatDay(local.slice(0, 10), locale)} ${local.slice(11, 16)}`;
}

export function formatMonth(month: number, locale: Locale): string {
  return locale === "zh" ? `${month}月` : (MONTHS_EN[month - 1] ?? "").slice(0, 3);
}

export function formatKm(km: number, locale: Locale): string {
  return locale === "zh" ? `${formatCount(km)} 公里` : `${formatCount(km)} km`;
}

function chinaDay(instant: Date): Day {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}
