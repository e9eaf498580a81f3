export type LookupState = "WAITING" | "FOUND" | "NOT_FOUND" | "MISMATCHED" | "UNREACHED";

/** After so many failed tries the register is left alone, and an officer decides without it. */
export const MOST_TRIES = 6;
const HOUR_MS = 3_600_000;

/** When a register that was away is asked again: after 1, 2, 4, 8, 16 hours; null: no more. `tries` is how often it was asked. */
export function nextTry(at: Date, tries: number): Date | null {
  return tries >= MOST_TRIES ? null : new Date(at.getTime() + 2 ** (tries - 1) * HOUR_MS);
}
