import { z } from "zod";
import { plainText } from "../plain-text.ts";
import type { Stream } from "../terms.ts";

/** What people ask most; each has ready-made answers. The texts stand under `offers.ask` and `offers.answer`. */
export const ASK_CODES = ["housing", "meals", "pay-day", "insurance", "bring", "bus", "hours", "start"] as const;
export type AskCode = (typeof ASK_CODES)[number];

export const ANSWERS: Readonly<Record<AskCode, readonly string[]>> = {
  housing: ["housing-free", "housing-paid", "housing-none"],
  meals: ["meals-free", "meals-paid", "meals-none"],
  "pay-day": ["pay-5", "pay-10", "pay-15", "pay-25"],
  insurance: ["insurance-all", "insurance-injury"],
  bring: ["bring-id", "bring-certificate", "bring-bedding"],
  bus: ["bus-station", "bus-fare", "bus-none"],
  hours: ["hours-day", "hours-shifts", "hours-overtime"],
  start: ["start-now", "start-agree"],
};
export const ANSWER_CODES: readonly string[] = Object.values(ANSWERS).flat();

export const LONGEST_MESSAGE = 300;
/** One side may say so many things before the other has answered. */
export const MOST_IN_A_ROW = 3;
/** Questions of one person in a day, whatever they are about. */
export const MOST_QUESTIONS_A_DAY = 10;
/** An unanswered question is brought up again after so many hours. */
export const REMIND_AFTER_HOURS = 48;

/** Ready-made words as they come from tick boxes: one, several or none. */
export function codeList(known: readonly string[]) {
  const list = (value: unknown) => (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== "");
  return z.preprocess(list, z.array(z.enum(known as [string, ...string[]], "invalid")).max(known.length, "invalid")).transform((codes) => [...new Set(codes)]);
}

export const messageText = plainText(0, "required", LONGEST_MESSAGE).default("");

/** Public-welfare and workfare posts are the bureau's to explain; all other posts their employer's. */
export function answeredByBureau(stream: Stream): boolean {
  return stream === "WELFARE" || stream === "WORKFARE";
}

/** How many messages of one side stand at the end of a thread. */
export function inARow(messages: readonly { fromPerson: boolean }[], fromPerson: boolean): number {
  const last = messages.findLastIndex((one) => one.fromPerson !== fromPerson);
  return messages.length - 1 - last;
}

/** Whether one side's words are the very ones it has just said: a form sent once more by a double press or a step back, not a new message. */
export function saidAgain(messages: readonly { fromPerson: boolean; codes: readonly string[]; text: string | null }[], fromPerson: boolean, { codes, text }: { codes: readonly string[]; text: string }): boolean {
  const last = messages.at(-1);
  return last !== undefined && last.fromPerson === fromPerson && (last.text ?? "") === text && last.codes.length === codes.length && codes.every((code) => last.codes.includes(code));
}

/** Days in which half of the questions were answered, at least 1; null for fewer than three answers. */
export function usualAnswerDays(waitedMinutes: readonly number[]): number | null {
  if (waitedMinutes.length < 3) return null;
  const sorted = [...waitedMinutes].sort((a, b) => a - b);
  return Math.max(1, Math.ceil(sorted[Math.floor((sorted.length - 1) / 2)]! / 1_440));
}
