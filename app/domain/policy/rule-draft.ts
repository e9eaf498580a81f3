import { type Day, yearOf } from "../dates.ts";
import { SHANXI } from "../region/codes.ts";
import { PERSON_CATEGORIES } from "../terms.ts";
import type { PolicyParameter } from "./parameter.ts";

/** A row that is not in force yet: everything of a parameter but its end, which the rows after it give. */
export type RuleDraft = Omit<PolicyParameter, "validTo">;

export type RuleProblem = "rule-past-year" | "rule-same-day" | "rule-unchanged";

/**
 * Where a new row of a key is kept: rows for the whole province stand under "" or 140000, whichever the key has been kept under,
 * so that a new one takes the place of the old instead of hiding behind it.
 */
export function ruleRegion(rows: readonly PolicyParameter[], key: string, regionCode: string): string {
  if (regionCode !== SHANXI && regionCode !== "") return regionCode;
  return rows.some((row) => row.key === key && row.regionCode === SHANXI) ? SHANXI : "";
}

/** The row that a draft would close: of its key and region, in force on its first day. */
export function rowClosedBy(rows: readonly PolicyParameter[], draft: Pick<RuleDraft, "key" | "regionCode" | "validFrom">): PolicyParameter | null {
  return rows.find((row) => row.key === draft.key && row.regionCode === draft.regionCode && row.validFrom < draft.validFrom && (row.validTo === null || row.validTo > draft.validFrom)) ?? null;
}

/** The day on which a later row of the same key and region takes over, null when there is none. */
export function endOfDraft(rows: readonly PolicyParameter[], draft: Pick<RuleDraft, "key" | "regionCode" | "validFrom">): Day | null {
  const later = rows.filter((row) => row.key === draft.key && row.regionCode === draft.regionCode && row.validFrom > draft.validFrom).map((row) => row.validFrom);
  return later.length === 0 ? null : later.reduce((first, day) => (day < first ? day : first));
}

/**
 * Why a draft can't be a rule, or null. A year that is over is closed: a rule begins in the current year at the earliest, so that
 * what was computed for a past year stays what it was. Rows are never changed: one for the same day is refused.
 */
export function checkRule(rows: readonly PolicyParameter[], draft: Pick<RuleDraft, "key" | "regionCode" | "validFrom" | "value">, today: Day): RuleProblem | null {
  if (yearOf(draft.validFrom) < yearOf(today)) return "rule-past-year";
  if (rows.some((row) => row.key === draft.key && row.regionCode === draft.regionCode && row.validFrom === draft.validFrom)) return "rule-same-day";
  const before = rowClosedBy(rows, draft);
  return before !== null && JSON.stringify(before.value) === JSON.stringify(draft.value) ? "rule-unchanged" : null;
}

/** The rows as they would be with a draft in force: the former one ends the day the new one begins. */
export function withRule(rows: readonly PolicyParameter[], draft: RuleDraft): PolicyParameter[] {
  const closed = rowClosedBy(rows, draft);
  const others = rows.filter((row) => !(row.key === draft.key && row.regionCode === draft.regionCode && row.validFrom === draft.validFrom));
  return [...others.map((row) => (row === closed ? { ...row, validTo: draft.validFrom } : row)), { ...draft, validTo: endOfDraft(rows, draft) }];
}

/** The rows of a year in which a draft had been in force from its first day on, whatever else changed in it: what a simulation asks. */
export function asIfAllYear(rows: readonly PolicyParameter[], draft: RuleDraft, year: number): PolicyParameter[] {
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`];
  const same = (row: PolicyParameter) => row.key === draft.key && row.regionCode === draft.regionCode;
  const kept = rows.flatMap((row): PolicyParameter[] => {
    if (!same(row) || row.validFrom >= to || (row.validTo !== null && row.validTo <= from)) return [row];
    return row.validFrom < from ? [{ ...row, validTo: from }] : [];
  });
  return [...kept, { ...draft, validFrom: from, validTo: to }];
}

const FEN = /^fen(?:\/|$)/;
const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOST = 2_000_000_000;

/** How a value of a key is typed: yuan for money, a number, a list of categories or of days of the year; null for what no form can hold. */
export type ValueKind = "YUAN" | "NUMBER" | "CATEGORIES" | "MONTH_DAYS" | "CODES" | null;

export function valueKind(current: unknown, unit: string): ValueKind {
  if (typeof current === "number") return FEN.test(unit) ? "YUAN" : "NUMBER";
  if (!Array.isArray(current) || !current.every((one): one is string => typeof one === "string")) return null;
  if (current.every((one) => (PERSON_CATEGORIES as readonly string[]).includes(one))) return "CATEGORIES";
  return current.every((one) => MONTH_DAY.test(one)) ? "MONTH_DAYS" : "CODES";
}

/** A typed value as it is stored (fen for money), or null when it is not one of its kind. Lists are separated by commas, spaces or 、. */
export function parseRuleValue(kind: ValueKind, typed: string): number | string[] | null {
  const text = typed.trim();
  if (kind === "YUAN" || kind === "NUMBER") {
    if (!/^\d{1,8}(\.\d{1,2})?$/.test(text)) return null;
    const value = kind === "YUAN" ? Math.round(Number(text) * 100) : Number(text);
    return Number.isInteger(value) && value <= MOST ? value : null;
  }
  const parts = [...new Set(text.split(/[\s,，、;；]+/).filter((one) => one !== ""))];
  if (parts.length === 0 || parts.length > 40) return null;
  if (kind === "CATEGORIES") return parts.every((one) => (PERSON_CATEGORIES as readonly string[]).includes(one)) ? parts : null;
  if (kind === "MONTH_DAYS") {
    const days = text.split(/[\s,，、;；]+/).filter((one) => one !== "");
    return days.length === 2 && days.every((one) => MONTH_DAY.test(one)) && days[0]! <= days[1]! ? days : null;
  }
  return kind === "CODES" && parts.every((one) => /^[\w-]{1,20}$/.test(one)) ? parts : null;
}
