import { z } from "zod";

/** The digits of a telephone number: blanks, dashes, full-width forms and the country's 86 don't matter. */
export function phoneDigits(text: string): string {
  return text.normalize("NFKC").replace(/[\s\-()]/g, "").replace(/^\+?86(?=1\d{10}$)/, "");
}

export const MOBILE = /^1[3-9]\d{9}$/;

/** A mobile number as typed; codes `required` and `mobile-form`. */
export const mobilePhone = z
  .string("required")
  .transform(phoneDigits)
  .pipe(z.string().min(1, "required").regex(MOBILE, "mobile-form"));
