import { addDays, addMonths, type Day, daysBetween } from "../dates.ts";
import type { WorkFacts } from "./facts.ts";

/** Thirty days count as a month, so that the check at 180 days on the job proves half a year. */
export const DAYS_OF_MONTH = 30;

/** Days on the job that are proven, as half-open ranges in order, none touching another. */
export type Span = readonly [from: Day, to: Day];

/** Until when (exclusive) a placement is proven: the last word that the person was there, or the end of the last month they reported pay for. */
export function provenTo(work: WorkFacts, asOf: Day): Day {
  const paidTo = work.payReports.reduce((last, { month }) => (month > last ? month : last), "");
  const byPay = paidTo === "" ? work.provenUntil : addMonths(`${paidTo}-01`, 1);
  let to = work.provenUntil > byPay ? work.provenUntil : byPay;
  if (work.endedOn !== null && to > work.endedOn) to = work.endedOn;
  const tomorrow = addDays(asOf, 1);
  return to > tomorrow ? tomorrow : to;
}

/** The proven spans of placements within [from, to), joined where they overlap. */
export function provenSpans(works: readonly WorkFacts[], within: { from: Day; to: Day; asOf: Day }): Span[] {
  const later = (a: Day, b: Day) => (a > b ? a : b);
  const earlier = (a: Day, b: Day) => (a < b ? a : b);
  const spans = works
    .map((work): Span => [later(work.arrivedOn, within.from), earlier(provenTo(work, within.asOf), within.to)])
    .filter(([from, to]) => from < to)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const joined: [Day, Day][] = [];
  for (const [from, to] of spans) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = later(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

export function daysIn(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + daysBetween(from, to), 0);
}

/** Whole months of thirty days. */
export function monthsIn(spans: readonly Span[]): number {
  return Math.floor(daysIn(spans) / DAYS_OF_MONTH);
}

/** The day on which so many days of work were full, null when they are not. */
export function dayReached(spans: readonly Span[], days: number): Day | null {
  let left = days;
  for (const [from, to] of spans) {
    const here = daysBetween(from, to);
    if (here >= left) return addDays(from, Math.max(0, left - 1));
    left -= here;
  }
  return null;
}
