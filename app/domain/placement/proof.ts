import type { PlacementEvent } from "./types.ts";

/** The proof ladder, lowest first. The index is the rung. */
export const RUNGS = ["NONE", "CLAIMED", "PERSON_CONFIRMED", "EMPLOYER_CONFIRMED", "EVIDENCED"] as const;

/**
 * The rung on which one statement of arrival stands: an officer's or agent's word is a claim (1), the
 * person's own word or an officer's phone check of it is 2, the employer's word 3, a contract or pay record
 * shown by employer or officer 4.
 */
export function rungOf(event: Pick<PlacementEvent, "saidByRole" | "evidence">): number {
  const shown = event.evidence === "CONTRACT" || event.evidence === "PAY_RECORD";
  if (shown && (event.saidByRole === "EMPLOYER" || event.saidByRole === "OFFICER")) return 4;
  if (event.saidByRole === "EMPLOYER") return 3;
  if (event.saidByRole === "SEEKER" || event.evidence === "PHONE_CHECK") return 2;
  return 1;
}
