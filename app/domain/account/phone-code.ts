import { z } from "zod";

export const CODE_DIGITS = 6;
/** How long a code opens something. */
export const CODE_MINUTES = 10;
/** How often a code may be typed; then a new one must be asked for. */
export const MOST_TRIES = 5;
/** How soon the next code may go to the same telephone. */
export const RESEND_SECONDS = 60;
/** How long somebody who typed the code may go on: choose their name, fill in a registration. */
export const PROOF_MINUTES = 60;

/** SIGN_IN and REGISTER prove a telephone; PASSWORD lets its owner set one; CONSENT is the person's word that somebody may act for them. */
export const CODE_PURPOSES = ["SIGN_IN", "REGISTER", "PASSWORD", "CONSENT"] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

/** A code as typed; blanks and full-width digits don't matter. Codes `required` and `code-form`. */
export const phoneCode = z
  .string("required")
  .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
  .pipe(z.string().min(1, "required").regex(/^\d{6}$/, "code-form"));

export interface CodeFacts {
  tries: number;
  expiresAt: Date;
  usedAt: Date | null;
  /** false once a newer code went to the same telephone */
  newest: boolean;
}

/** Whether a code can still open something at an instant. */
export function codeStands(code: CodeFacts, now: Date): boolean {
  return code.usedAt === null && code.newest && code.tries < MOST_TRIES && code.expiresAt > now;
}

/** Whole seconds until the next code may be sent; 0: now. */
export function resendWait(lastSentAt: Date | null, now: Date): number {
  if (lastSentAt === null) return 0;
  return Math.max(0, Math.ceil((lastSentAt.getTime() + RESEND_SECONDS * 1_000 - now.getTime()) / 1_000));
}
