import { z } from "zod";
import { phoneDigits } from "../phone.ts";
import { plainLine } from "../plain-text.ts";
import { parseCreditCode } from "./credit-code.ts";
import { EMPLOYER_KINDS } from "./kind.ts";

/** A mobile number, or a landline with its area code; blanks and dashes don't matter. */
const phone = z
  .string("required")
  .transform(phoneDigits)
  .pipe(z.string().min(1, "required").regex(/^(1\d{10}|0\d{9,11}|400\d{7})$/, "phone-form"));

const creditCode = z.string("required").transform((text, context) => {
  const result = parseCreditCode(text);
  if (result.ok) return result.code;
  context.addIssue({ code: "custom", message: result.fault === "empty" ? "required" : `credit-code-${result.fault}` });
  return z.NEVER;
});

const LONGEST_PASSWORD = 200;

/** What an employer without an account fills in. The credit code is also the name to sign in with. */
export const registrationSchema = z
  .object({
    name: plainLine(2, "name-short", 120),
    creditCode,
    kind: z.enum(EMPLOYER_KINDS, "required"),
    licenceNumber: plainLine(0, "required", 60).default(""),
    regionCode: z.string("region-needed").regex(/^(\d{6}|[A-Z]{2}\d{4})$/, "region-needed"),
    contact: plainLine(2, "required", 40),
    phone,
    password: z.string("required").min(10, "password-short").max(LONGEST_PASSWORD, "too-long"),
  })
  .refine(({ kind, licenceNumber }) => kind !== "COMMERCIAL_AGENCY" || licenceNumber !== "", { path: ["licenceNumber"], message: "licence-needed" })
  .refine(({ password, creditCode: code, phone: number }) => !password.toUpperCase().includes(code) && !password.includes(number), { path: ["password"], message: "password-guessable" });

export type Registration = z.output<typeof registrationSchema>;
