import { z } from "zod";
import { readMoment } from "#app/domain/dispatch/times.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { phoneDigits } from "#app/domain/phone.ts";

export const OFFICE = ["OFFICER", "ADMIN"] as const;
export const version = z.coerce.number("invalid").int("invalid").min(0, "invalid").max(1_000_000, "invalid");

/** A date and time of a form, in China's time. */
export const moment = z.string("required").transform((text, context) => {
  const at = readMoment(text);
  if (at !== null) return at;
  context.addIssue({ code: "custom", message: "dispatch-moment" });
  return z.NEVER;
});

/** A mobile or fixed telephone as people write it: 7 to 12 figures. */
export const telephone = z.string("required").transform((text, context) => {
  const digits = phoneDigits(text);
  if (/^\d{7,12}$/.test(digits)) return digits;
  context.addIssue({ code: "custom", message: "dispatch-phone" });
  return z.NEVER;
});

export const contactName = plainLine(2, "dispatch-contact", 40);
export const regionCode = z.string("required").regex(/^(\d{6}|[A-Z]{2}0000)$/, "dispatch-region");
