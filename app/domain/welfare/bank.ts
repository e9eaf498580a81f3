import { ACCOUNT_OBJECTIONS, type AccountObjection } from "../person/bank-account.ts";

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
    const number = /^\d{1,6}(?!\d)/.exec(trimmed)?.[0];
    const rest = trimmed.slice(number?.length ?? 0).replace(/^[\s,，、;]+/, "");
    if (number === undefined) unread.push(at + 1);
    else if (!/^(成功|paid|ok)/i.test(rest)) failed.set(Number(number), rest.replace(/^(失败|failed)[\s,，、;\t]*/i, "").trim());
  }
  return { failed: [...failed].map(([nr, reason]) => ({ nr, reason: reason === "" ? "—" : reason.slice(0, 200) })), unread };
}

/** Reads back the reason of a failed line: one of ours, or null where the bank said it in its own words. */
export function faultOf(reason: string | null): AccountObjection | null {
  return ACCOUNT_OBJECTIONS.find((one) => one === reason) ?? null;
}
