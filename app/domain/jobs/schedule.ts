/**
 * Work that the clock asks for, and whether it was done: what a schedule expects is held against the runs that were recorded, so that a job that
 * fell silent is seen and not only one that failed.
 */
export interface Schedule {
  name: string;
  everyMs: number;
  /** where in its period a run is due, from the period's start */
  offsetMs: number;
  /** a run of a slot may begin so long after it was due */
  graceMs: number;
}

export interface RecordedRun {
  name: string;
  startedAt: Date;
  /** null: still running, or killed in the middle */
  endedAt: Date | null;
  failed: boolean;
}

export type SlotState = "done" | "failed" | "missed" | "due";

export interface Slot {
  dueAt: Date;
  state: SlotState;
}

const HOUR_MS = 3_600_000;
/** The new part of the audit's chain, once a day. */
export const AUDIT_CHECK = "audit-check";
/** At three in China, or later in the day where no worker ran. */
const auditCheck: Schedule = { name: AUDIT_CHECK, everyMs: 24 * HOUR_MS, offsetMs: (3 - 8 + 24) * HOUR_MS, graceMs: 12 * HOUR_MS };

/** The schedules of a product whose nightly matching is set for an hour in China (UTC+8), or off. */
export function schedulesOf(nightlyHour: number | null): Schedule[] {
  const housekeeping = { name: "housekeeping", everyMs: HOUR_MS, offsetMs: 0, graceMs: HOUR_MS };
  // asked for by the housekeeping of that hour or a later one
  return nightlyHour === null ? [housekeeping, auditCheck] : [housekeeping, { name: "nightly-match", everyMs: 24 * HOUR_MS, offsetMs: ((nightlyHour - 8 + 24) % 24) * HOUR_MS, graceMs: 3 * HOUR_MS }, auditCheck];
}

/** When the audit's check was due last. */
export function auditCheckDue(now: Date): Date {
  const { everyMs, offsetMs } = auditCheck;
  return new Date(Math.floor((now.getTime() - offsetMs) / everyMs) * everyMs + offsetMs);
}

/**
 * Each slot of a schedule in [from, now), oldest first: `done` when a run that began in it ended well, `failed` when runs began and none did, `missed`
 * when none began, `due` while its time is not over.
 */
export function compareRuns(schedule: Schedule, runs: readonly RecordedRun[], from: Date, now: Date): Slot[] {
  const own = runs.filter((run) => run.name === schedule.name);
  const { everyMs, offsetMs, graceMs } = schedule;
  const slots: Slot[] = [];
  for (let due = Math.ceil((from.getTime() - offsetMs) / everyMs) * everyMs + offsetMs; due < now.getTime(); due += everyMs) {
    const begun = own.filter(({ startedAt }) => startedAt.getTime() >= due && startedAt.getTime() < due + Math.min(everyMs, Math.max(graceMs, 0)));
    const over = now.getTime() >= due + graceMs;
    const done = begun.some((run) => run.endedAt !== null && !run.failed);
    slots.push({ dueAt: new Date(due), state: done ? "done" : !over ? "due" : begun.length > 0 ? "failed" : "missed" });
  }
  return slots;
}
