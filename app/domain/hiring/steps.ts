import type { Role } from "../terms.ts";

export const HIRING_STATES = ["INVITED", "AGREED", "INTERVIEW", "OFFERED", "HIRED", "DECLINED", "CLOSED"] as const;
export type HiringState = (typeof HIRING_STATES)[number];

/** From which state each step may be taken, and by whom. The person's yes to an offer is HIRED; arrival and leaving stand in the placement ledger. */
export const HIRING_STEPS: Readonly<Record<HiringState, { from: readonly (HiringState | "NONE")[]; roles: readonly Role[] }>> = {
  INVITED: { from: ["NONE"], roles: ["EMPLOYER"] },
  AGREED: { from: ["INVITED"], roles: ["SEEKER"] },
  INTERVIEW: { from: ["AGREED", "INTERVIEW"], roles: ["EMPLOYER"] },
  OFFERED: { from: ["AGREED", "INTERVIEW"], roles: ["EMPLOYER"] },
  HIRED: { from: ["NONE", "INVITED", "AGREED", "INTERVIEW", "OFFERED"], roles: ["SEEKER", "AGENT", "OFFICER"] },
  DECLINED: { from: ["INVITED", "AGREED", "INTERVIEW", "OFFERED"], roles: ["SEEKER"] },
  CLOSED: { from: ["INVITED", "AGREED", "INTERVIEW", "OFFERED"], roles: ["EMPLOYER"] },
};

/** States in which something may still follow. */
export const OPEN_HIRINGS: readonly HiringState[] = ["INVITED", "AGREED", "INTERVIEW", "OFFERED"];

/** Whether the employer may see name and telephone: once the person has agreed, and no longer when it came to nothing. */
export function sharesContact(state: HiringState): boolean {
  return state === "AGREED" || state === "INTERVIEW" || state === "OFFERED" || state === "HIRED";
}

/** What a party may do next. */
export function nextSteps(state: HiringState, role: Role): HiringState[] {
  return HIRING_STATES.filter((kind) => HIRING_STEPS[kind].from.includes(state) && HIRING_STEPS[kind].roles.includes(role));
}
