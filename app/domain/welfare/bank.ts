/** What a bank says of its transfers: those that failed, by the number of the line's person on the sheet, with the reason. */
export interface BankAnswer {
  failed: { nr: number; reason: string }[];
  /** lines of the text that can't be read, 1-based */
  unread: number[];
}

/**
 * Reads what an officer pastes of a bank's answer: a line for each person, number, then 成功 or 失败 with a reason, in commas, tabs or
 * spaces; a line with only a number and a reason is a failure. Who is not named was paid.
 */
export function readBankAnswer(text: string): BankAnswer {
  const failed = new Map<number, string>();
  const unread: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || /^(序号|nr)/i.test(trimmed)) continue;
    const [, number, rest] = /^(\d{1,6})[\s,，、;\t]*(.*)$/.exec(trimmed) ?? [];
    if (number === undefined || rest === undefined) unread.push(at + 1);
    else if (!/^(成功|paid|ok)/i.test(rest)) failed.set(Number(number), rest.replace(/^(失败|failed)[\s,，、;\t]*/i, "").trim());
  }
  return { failed: [...failed].map(([nr, reason]) => ({ nr, reason: reason === "" ? "—" : reason.slice(0, 200) })), unread };
}

/** Why nothing can be paid into an account; codes of the catalogues under `welfare.sheets.account`. */
export const ACCOUNT_FAULTS = ["no-account", "account-of-another", "account-shared"] as const;
export type AccountFault = (typeof ACCOUNT_FAULTS)[number];

/** What stands against an account; null: nothing. A subsidy goes to the person's own account and to nobody else's. */
export function accountFault(account: { holderIsPerson: boolean; sharedWith: readonly string[] } | null): AccountFault | null {
  if (account === null) return "no-account";
  if (!account.holderIsPerson) return "account-of-another";
  return account.sharedWith.length > 0 ? "account-shared" : null;
}

/** Reads back the reason of a failed line: one of ours, or null where the bank said it in its own words. */
export function faultOf(reason: string | null): AccountFault | null {
  return ACCOUNT_FAULTS.find((one) => one === reason) ?? null;
}

/** Fen as yuan with two decimals, as banks take it: 123450 → 1234.50 */
export function yuanText(fen: number): string {
  return `${fen < 0 ? "-" : ""}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, "0")}`;
}
