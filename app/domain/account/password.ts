import { z } from "zod";

export const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 200;
const RUNS = "01234567890987654321abcdefghijklmnopqrstuvwxyz";

/** A new password of a person: eight characters or more, not one character or one run of the keyboard. Codes `password-eight`, `password-simple`, `too-long`. */
export const newPassword = z
  .string("required")
  .min(SHORTEST_PASSWORD, "password-eight")
  .max(LONGEST_PASSWORD, "too-long")
  .refine((text) => new Set(text).size > 2 && !RUNS.includes(text.toLowerCase()), { message: "password-simple" });

/** Whether a password is what anybody would try first: the telephone or the resident ID, or the end of it. */
export function isOwnNumber(password: string, numbers: readonly (string | null)[]): boolean {
  const plain = password.toUpperCase();
  return numbers.some((number) => number !== null && (plain.includes(number.toUpperCase()) || number.toUpperCase().endsWith(plain)));
}
