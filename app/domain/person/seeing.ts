import { z } from "zod";

/** Why a number is opened on screen: to call, to go there, to check what was said, because of a complaint, or something that is written down. */
export const SEEING_PURPOSES = ["CALL", "VISIT", "CHECK", "COMPLAINT", "OTHER"] as const;
export type SeeingPurpose = (typeof SEEING_PURPOSES)[number];

const LONGEST_NOTE = 100;

/** Fields of a form that opens a number; `OTHER` wants words. Errors: `opening-reason-needed`, `opening-words-needed`. */
export const seeingFields = {
  why: z.enum(SEEING_PURPOSES, "opening-reason-needed"),
  whyNote: z.string().trim().max(LONGEST_NOTE, "too-long").default(""),
};

export const hasWords = ({ why, whyNote }: { why: SeeingPurpose; whyNote: string }): boolean => why !== "OTHER" || whyNote.length >= 2;
export const WORDS_NEEDED = { path: ["whyNote"], message: "opening-words-needed" };

/** As the audit has it: the word of the list, and what was written beside it. */
export function purposeOf({ why, whyNote }: { why: SeeingPurpose; whyNote: string }): string {
  return whyNote === "" ? `see:${why}` : `see:${why}:${whyNote}`;
}
