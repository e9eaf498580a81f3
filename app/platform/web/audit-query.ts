import { OPENING_KINDS, type OpeningKind } from "#app/domain/audit/opening.ts";
import type { Day } from "#app/domain/dates.ts";

/** What the page of openings is asked for; whatever is not one of the kind is left out. */
export interface OpeningFilter {
  day: Day | null;
  userId: string | null;
  kind: OpeningKind | null;
  personId: string | null;
  page: number;
}

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export function openingFilter(query: URLSearchParams): OpeningFilter {
  const id = (name: string) => (ULID.test(query.get(name) ?? "") ? query.get(name) : null);
  const day = query.get("day") ?? "";
  return {
    day: /^20\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day) ? day : null,
    userId: id("officer"), personId: id("person"), kind: OPENING_KINDS.find((one) => one === query.get("purpose")) ?? null,
    page: Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1)),
  };
}

export function openingQuery(filter: Partial<OpeningFilter>): URLSearchParams {
  const { day, userId, personId, kind, page = 1 } = filter;
  return new URLSearchParams({ ...(day && { day }), ...(userId && { officer: userId }), ...(personId && { person: personId }), ...(kind && { purpose: kind }), ...(page > 1 && { page: String(page) }) });
}
