import { type FairState, lastMoment } from "./steps.ts";

/** A press that waited longer for a signal is one of another day. */
const OLDEST_MS = 48 * 3_600_000;

export interface TickFacts {
  state: FairState;
  openedAt: Date | null;
  closedAt: Date | null;
  endsAt: Date;
  /** what stands at the door or booth now */
  count: number;
  /** when it was pressed */
  at: Date;
  /** people; below nought takes back what was pressed too often */
  n: number;
}

/**
 * What stands against a count at the door or a booth, as the code of a rule. One that was pressed while the fair was on and comes in after it was closed, because there
 * was no signal, still counts. No count goes below nought.
 */
export function findTickProblem({ state, openedAt, closedAt, endsAt, count, at, n }: TickFacts): "fair-not-open" | "fair-closed" | "fair-cancelled" | "fair-below-nought" | null {
  if (state === "CANCELLED") return "fair-cancelled";
  if (openedAt === null || at < openedAt) return "fair-not-open";
  if (at > (closedAt ?? lastMoment({ endsAt }))) return "fair-closed";
  return count + n < 0 ? "fair-below-nought" : null;
}

/** The moment of a press as a phone tells it; what lies ahead or too far back is said now. */
export function momentOfTick(said: Date | null, now: Date): Date {
  return said === null || said > now || now.getTime() - said.getTime() > OLDEST_MS ? now : said;
}

/** The smallest number that no booth of a fair has; null when all are given. */
export function freeBooth(taken: readonly number[], booths: number): number | null {
  const held = new Set(taken);
  for (let number = 1; number <= booths; number += 1) if (!held.has(number)) return number;
  return null;
}
