import type { ConsentPurpose } from "./identity.ts";

/** A consent as it is kept: it stands until it is withdrawn. */
export interface ConsentRow {
  purpose: ConsentPurpose;
  givenAt: Date;
  withdrawnAt: Date | null;
}

/**
 * Whether a person's data may serve a purpose. A consent that stands allows it. Without one, only somebody who was never asked,
 * registered from a roster under the bureau's duty, may still be served, and only for what they have not refused:
 * whoever has a row for SERVICE was asked, and what they did not allow then is not allowed.
 */
export function allows(rows: readonly ConsentRow[], purpose: ConsentPurpose): boolean {
  const of = (one: ConsentPurpose) => rows.filter((row) => row.purpose === one);
  if (of(purpose).some((row) => row.withdrawnAt === null)) return true;
  return of(purpose).length === 0 && of("SERVICE").length === 0;
}

/** A refusal by somebody who had never been asked is a consent given and withdrawn at one instant. */
export function isRefusal(row: ConsentRow): boolean {
  return row.withdrawnAt !== null && row.withdrawnAt.getTime() === row.givenAt.getTime();
}

/** Messages that are sent without the consent for text messages: what the person has just asked for, or must be told. */
export const SMS_WITHOUT_CONSENT = ["receipt", "sign-in", "sign-in-code", "code", "verify-phone", "reset-password", "delegation", "person-deleted"] as const;

export function smsNeedsConsent(purpose: string): boolean {
  return !(SMS_WITHOUT_CONSENT as readonly string[]).includes(purpose);
}
