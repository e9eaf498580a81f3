import { z } from "zod";
import { ageOn, type Day } from "../dates.ts";
import { plainLine } from "../plain-text.ts";
import { parseResidentId } from "./resident-id.ts";

/** Labour Law, article 15: nobody younger is employed. */
export const WORKING_AGE = 16;

/** A person's name as on the card: rare characters (𠮷, 㛃) and the dot of names such as 阿依古丽·买买提 are names too; figures and signs are not. */
export const personName = plainLine(2, "person-name-short", 40).refine((name) => !/[\d<>{}=@#;"\\|$\ufffd]|\p{Extended_Pictographic}/u.test(name), { message: "person-name-wrong" });

/** Parses a resident ID; codes `required` and `id-<fault>` (see `parseResidentId`). */
export const residentId = z.string("required").transform((text, context) => {
  const read = parseResidentId(text);
  if (read.ok) return read;
  context.addIssue({ code: "custom", message: read.fault === "empty" ? "required" : `id-${read.fault}` });
  return z.NEVER;
});

/** What stands against registering somebody born on that day, as a catalogue code; null: nothing. */
export function ageProblem(birthDate: Day, today: Day): "born-later" | "under-sixteen" | null {
  if (birthDate > today) return "born-later";
  return ageOn(birthDate, today) < WORKING_AGE ? "under-sixteen" : null;
}

/** How somebody gave their consent: themselves, through a household member, an agent who asked them, a signed sheet. */
export const CONSENT_HOWS = ["SELF", "HOUSEHOLD", "AGENT", "PAPER"] as const;
export type ConsentHow = (typeof CONSENT_HOWS)[number];

/** SERVICE: keep the record and look for work with it (needed to register); EMPLOYERS: may find the masked profile and invite; SMS: text messages. */
export const CONSENT_PURPOSES = ["SERVICE", "EMPLOYERS", "SMS"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** The wording of the consents in force (catalogue `persons`); a new wording is a new version, and asks anew. */
export const CONSENT_TEXT_VERSION = "2026-11";
