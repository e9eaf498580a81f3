import { z } from "zod";
import { chinaDay, type Day } from "../dates.ts";

/** What somebody may do for a person: answer posts and invitations, change what they look for and put them down to learn it, report how a job goes. */
export const ACT_KINDS = ["ANSWER", "WISH", "PROGRESS"] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/**
 * The day (in China) from which on the words that somebody agrees to name training classes and labour brands. A consent from before was given to other words and covers
 * neither, as nobody's yes may be widened without them.
 */
export const CLASSES_AND_BRANDS_SINCE: Day = "2026-11-27";

/** How consent was given: in the person's own account, on a signed sheet, by a code on the person's telephone. */
export const DELEGATION_HOWS = ["SELF", "PAPER", "CODE"] as const;
export type DelegationHow = (typeof DELEGATION_HOWS)[number];

/** For how many days a consent may be given; a year at most, then it is asked for again. */
export const DELEGATION_DAYS = [30, 90, 180, 365] as const;

const actList = z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(ACT_KINDS, "invalid")).min(1, "acts-needed").max(20, "invalid").transform((acts) => [...new Set(acts)]));

/** The terms of a consent as a form sends them. */
export const termsSchema = z.object({
  acts: actList,
  days: z.coerce.number("required").refine((days) => (DELEGATION_DAYS as readonly number[]).includes(days), { message: "invalid" }),
});

/** How many people may act for one person at a time. */
export const MOST_HELPERS = 5;

export interface DelegationTerms {
  acts: readonly ActKind[];
  validFrom: Date;
  validUntil: Date;
  /** null: the household member has not said yes */
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

export type Standing = "OFFERED" | "STANDS" | "EXPIRED" | "WITHDRAWN";

/** How a consent stands at an instant; it holds on [validFrom, validUntil). */
export function standingOf(terms: DelegationTerms, now: Date): Standing {
  if (terms.withdrawnAt !== null) return "WITHDRAWN";
  if (terms.validUntil <= now) return "EXPIRED";
  return terms.acceptedAt === null || terms.validFrom > now ? "OFFERED" : "STANDS";
}

/** Whether a consent covers a kind of act at an instant. */
export function allowsAct(terms: DelegationTerms, kind: ActKind, now: Date): boolean {
  return standingOf(terms, now) === "STANDS" && terms.acts.includes(kind);
}

/** Whether a consent that was recorded at an instant was given to words that named what is in them only since a day; without a day they always did. */
export function wordsNamed(recordedAt: Date, since: Day | undefined): boolean {
  return since === undefined || chinaDay(recordedAt) >= since;
}

/** Reads a stored list of acts; what is not known is not allowed. */
export function readActs(stored: unknown): ActKind[] {
  return Array.isArray(stored) ? ACT_KINDS.filter((kind) => stored.includes(kind)) : [];
}

/** The person's pages that a helper needs; password, telephone, consents, helpers and downloads are the person's alone. */
const OPEN_PAGES = [/^\/me$/, /^\/me\/(matches|wish|invitations|claims|welfare|days|dispatches|training|brands|training\/invitations)$/, /^\/me\/(placements|invitations|dispatches)\/[0-9A-Z]{26}$/, /^\/welfare(\/|$)/, /^\/jobs(\/|$)/, /^\/training(\/[0-9A-Z]{26})?$/, /^\/brands(\/[0-9A-Z]{26})?$/, /^\/matches\/why$/, /^\/receipts\/[0-9A-Z]{26}$/, /^\/acting(\/|$)/];

/** Whether a page may be opened while acting for somebody. */
export function mayOpenWhileActing(path: string): boolean {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end -= 1;
  const plain = path.slice(0, end);
  return OPEN_PAGES.some((page) => page.test(plain));
}
