import { z } from "zod";
import type { Role } from "../terms.ts";

/** RFC 6238 with what every generator on a phone takes: SHA-1, 30 seconds, 6 digits. */
export const STEP_SECONDS = 30;
export const FACTOR_DIGITS = 6;
/** Clocks of phones may be off: the code before and the one after are right too. */
export const DRIFT_STEPS = 1;
export const RECOVERY_CODES = 10;
/** How long after the password the code may come. */
export const FACTOR_MINUTES = 10;

/** Those who see other people's data of a whole region. */
export function mayHaveFactor(role: Role): boolean {
  return role === "OFFICER" || role === "ADMIN";
}

/**
 * What a session of theirs still waits for: `CODE` of a generator, `ENROL`: to set one up, null: nothing.
 * `shown` says that this session has passed; `required` that nobody of these roles goes without.
 */
export function awaitedFactor({ role, has, shown, required }: { role: Role; has: boolean; shown: boolean; required: boolean }): "CODE" | "ENROL" | null {
  if (has) return shown ? null : "CODE";
  return required && mayHaveFactor(role) ? "ENROL" : null;
}

/** A code of a generator (6 digits) or of the list (16 letters and digits), as typed; blanks, hyphens and case don't matter. Codes `required` and `factor-form`. */
export const factorCode = z
  .string("required")
  .transform((text) => text.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "").toUpperCase())
  .pipe(z.string().min(1, "required").regex(/^(?:\d{6}|[A-Z2-7]{16})$/, "factor-form"));

export type FactorAnswer = "right" | "recovery" | "wrong";
