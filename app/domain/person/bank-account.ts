import { z } from "zod";
import { plainLine } from "../plain-text.ts";

const CARD = /^62\d{14,17}$/;

/** The figures of an account as typed: blanks, dashes and full-width forms don't matter. */
export function accountDigits(text: string): string {
  return text.normalize("NFKC").replace(/[\s\-]/g, "");
}

/** Whether the last figure of a bank card follows from the others (Luhn, ISO/IEC 7812-1). */
export function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, figure, at) => {
    const twice = at % 2 === 1 ? Number(figure) * 2 : Number(figure);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** What stands against an account number, as a catalogue code; null: nothing. Cards (62…) carry a check figure, passbooks and social-security accounts don't. */
export function accountProblem(digits: string): "required" | "account-form" | "account-check" | null {
  if (digits === "") return "required";
  if (!/^\d{12,23}$/.test(digits)) return "account-form";
  return CARD.test(digits) && !isCardNumber(digits) ? "account-check" : null;
}

/** What account numbers are opened for, in the words of whoever does; codes `purpose-needed`, `too-long`. */
export const payPurpose = plainLine(4, "purpose-needed", 100);

/** Parses an account number; codes `required`, `account-form`, `account-check`. */
export const bankAccountNumber = z.string("required").transform((text, context) => {
  const digits = accountDigits(text);
  const problem = accountProblem(digits);
  if (problem === null) return digits;
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
});

/** Why nothing can be paid into an account, as catalogue codes. */
export const ACCOUNT_OBJECTIONS = ["no-account", "account-of-another", "account-shared"] as const;
export type AccountObjection = (typeof ACCOUNT_OBJECTIONS)[number];

export interface AccountFacts {
  holderIsPerson: boolean;
  sharedWith: readonly string[];
}

/** What stands against paying into an account; null: nothing. A wage or a subsidy goes straight to the person's own account and to nobody else's. */
export function accountObjection(account: AccountFacts | null): AccountObjection | null {
  if (account === null) return "no-account";
  if (!account.holderIsPerson) return "account-of-another";
  return account.sharedWith.length > 0 ? "account-shared" : null;
}
