import { addDays, type Day, isInRange } from "../dates.ts";
import { MONITORED_CATEGORIES, type PersonCategoryKind } from "../terms.ts";

export const HELPS = ["LIFTED", "MONITORED", "OTHER"] as const;
export type Help = (typeof HELPS)[number];

export const ENROLMENT_STATES = ["WAITING", "ENROLLED", "PASSED", "FAILED", "DROPPED", "WITHDRAWN"] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** States in which somebody holds a place of the class, or held it to the end. */
export const HOLDING: readonly EnrolmentState[] = ["ENROLLED", "PASSED", "FAILED", "DROPPED"];

/** Under which heading of the order of help a person stands on a day; categories hold from, to (half-open). */
export function helpOf(categories: readonly { kind: PersonCategoryKind; validFrom: Day; validTo: Day | null }[], day: Day): Help {
  const now = categories.filter((one) => isInRange(day, one.validFrom, one.validTo)).map((one) => one.kind);
  if (now.some((kind) => MONITORED_CATEGORIES.includes(kind))) return "MONITORED";
  return now.includes("POVERTY_LIFTED") ? "LIFTED" : "OTHER";
}

export function isFirst(help: Help): boolean {
  return help !== "OTHER";
}

interface Ranked {
  id: string;
  help: Help;
  appliedAt: Date;
}

/** The waiting list: poverty-lifted and monitored people first (article 18), then by the time of the application. */
export function rank<T extends Ranked>(waiting: readonly T[]): T[] {
  return [...waiting].sort((a, b) => Number(isFirst(b.help)) - Number(isFirst(a.help)) || a.appliedAt.getTime() - b.appliedAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** From this day on a free place may go to anybody; before, it is kept for those who come first. */
export function openToAllFrom(startsOn: Day, holdDays: number): Day {
  return addDays(startsOn, -holdDays);
}

/** Whom the free places go to, in order; those beyond them, and before the day the others, wait on. */
export function nextIn<T extends Ranked>(waiting: readonly T[], free: number, toAll: boolean): T[] {
  return rank(waiting.filter((one) => toAll || isFirst(one.help))).slice(0, Math.max(0, free));
}
