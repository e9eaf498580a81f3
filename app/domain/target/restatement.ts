import type { PlacementEventKind } from "../placement/types.ts";

/** Somebody as counted, in a frozen month or now. */
export interface CountedIn {
  personId: string;
  placementId: string;
  month: number;
}

/** An event that was recorded after the month was frozen. */
export interface LateEvent {
  placementId: string;
  kind: PlacementEventKind;
  /** what was said when something was taken back */
  reason: string | null;
}

export const RESTATED = ["LATE_REPORT", "TAKEN_BACK", "OTHER_MONTH", "OTHER"] as const;
export type Restated = (typeof RESTATED)[number];

export interface Restatement {
  personId: string;
  placementId: string;
  change: 1 | -1;
  why: Restated;
  /** the month somebody is counted in now or was counted in before, where that is what has changed */
  month: number | null;
  reason: string | null;
}

/**
 * How a frozen month differs from what the ledger says of it now, person by person, each with what was recorded since. `frozen`: who
 * was counted in it; `now`: who is, of the same year and caliber, in whatever month; `late`: events recorded after the freezing.
 * The changes add up to the difference of the two numbers.
 */
export function restate(month: number, frozen: readonly CountedIn[], now: readonly CountedIn[], late: readonly LateEvent[]): Restatement[] {
  const nowBy = new Map(now.map((one) => [one.personId, one]));
  const wasBy = new Map(frozen.map((one) => [one.personId, one]));
  const reversals = new Map(late.filter((one) => one.kind === "REVERSED").map((one) => [one.placementId, one.reason]));
  const told = new Set(late.map((one) => one.placementId));
  const gone = frozen.filter((one) => nowBy.get(one.personId)?.month !== month).map((was): Restatement => {
    const elsewhere = nowBy.get(was.personId);
    const common = { personId: was.personId, placementId: was.placementId, change: -1 as const, month: elsewhere?.month ?? null, reason: reversals.get(was.placementId) ?? null };
    if (reversals.has(was.placementId)) return { ...common, why: "TAKEN_BACK" };
    return { ...common, why: elsewhere ? "OTHER_MONTH" : "OTHER" };
  });
  const come = now.filter((one) => one.month === month && !wasBy.has(one.personId)).map((is): Restatement => ({
    personId: is.personId, placementId: is.placementId, change: 1, month: null, reason: reversals.get(is.placementId) ?? null,
    why: told.has(is.placementId) ? "LATE_REPORT" : "OTHER",
  }));
  return [...gone, ...come];
}
