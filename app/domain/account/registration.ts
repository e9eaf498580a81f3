import { z } from "zod";
import { CONSENT_PURPOSES, personName, residentId } from "../person/identity.ts";
import { EDUCATIONS } from "../terms.ts";
import { newPassword } from "./password.ts";

/** Who registers: the second step, after the telephone. */
export const whoSchema = z.object({
  name: personName,
  idNumber: residentId,
  education: z.enum(EDUCATIONS, "education-needed"),
  countyCode: z.string("required").regex(/^14\d{4}$/, "county-needed"),
});

const list = z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(CONSENT_PURPOSES, "invalid")));

/** Home, consents and a password if one is wanted: the last step. */
export const homeSchema = z.object({
  homeRegionCode: z.string("required").regex(/^14\d{7}$/, "home-town-needed"),
  consents: list.refine((given) => given.length <= 20, { message: "invalid" }).refine((given) => given.includes("SERVICE"), { message: "consent-service-needed" }),
  password: z.preprocess((value) => (value === "" ? undefined : value), newPassword.optional()),
});

export interface KnownRecord {
  hasAccount: boolean;
  sameName: boolean;
  /** whether the telephone that was just proved is the one on record */
  samePhone: boolean;
}

/** LINK: the person on record gets the account; LINK_WITH_PHONE: and the telephone just proved; REFUSED: the bureau or the village agent helps. */
export type Takeover = "NEW" | "LINK" | "LINK_WITH_PHONE" | "WRONG_NAME" | "REFUSED";

/**
 * What becomes of a registration. A resident ID on record is never a second person; who may take the record over is told by name
 * and telephone, or by a real-name register where the record has no telephone or another one. `verdict` is the register's.
 */
export function decideTakeover(known: KnownRecord | null, verdict: "match" | "mismatch" | "unavailable"): Takeover {
  // said whatever is on record, so that it tells nothing of it
  if (verdict === "mismatch") return "WRONG_NAME";
  if (known === null) return "NEW";
  if (known.hasAccount || !known.sameName) return "REFUSED";
  if (known.samePhone) return "LINK";
  return verdict === "match" ? "LINK_WITH_PHONE" : "REFUSED";
}
