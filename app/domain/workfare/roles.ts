import { isWithin } from "../region/codes.ts";
import type { Role } from "../terms.ts";
import type { MemberPart } from "./terms.ts";

/** Who somebody is to a project: an officer of its county or above, of its township, a village agent there, its foreman, the workers' representative. */
export type Part = "COUNTY" | "TOWN" | "AGENT" | "FOREMAN" | "REPRESENTATIVE";

/** LOOK at the project; MANAGE it, its award and its posts; keep the CREW; read a ROLL; ENTER days; SIGN; CLOSE a roll; make, approve and settle PAY. */
export const WORKFARE_ACTS = ["LOOK", "MANAGE", "CREW", "ROLL", "ENTER", "SIGN_FOREMAN", "SIGN_REPRESENTATIVE", "SIGN_PAPER", "CLOSE", "CORRECT", "PAY"] as const;
export type WorkfareAct = (typeof WORKFARE_ACTS)[number];

/** The one table that decides. */
export const ALLOWED: Readonly<Record<WorkfareAct, readonly Part[]>> = {
  LOOK: ["COUNTY", "TOWN"],
  MANAGE: ["COUNTY"],
  CREW: ["COUNTY", "TOWN"],
  ROLL: ["COUNTY", "TOWN", "AGENT", "FOREMAN", "REPRESENTATIVE"],
  ENTER: ["COUNTY", "TOWN", "AGENT", "FOREMAN"],
  SIGN_FOREMAN: ["FOREMAN"],
  SIGN_REPRESENTATIVE: ["REPRESENTATIVE"],
  SIGN_PAPER: ["COUNTY", "TOWN", "AGENT"],
  CLOSE: ["COUNTY", "TOWN", "AGENT", "FOREMAN"],
  CORRECT: ["COUNTY", "TOWN"],
  PAY: ["COUNTY"],
};

export interface PartFacts {
  role: Role;
  regionCode: string | null;
  /** the part that the person has in the crew today, if the actor is one */
  member: MemberPart | null;
}

/** What somebody is to a project; null: a stranger, to whom it does not exist. */
export function partOf({ role, regionCode, member }: PartFacts, project: { countyCode: string; places: readonly string[] }): Part | null {
  if (role === "SEEKER") return member === "FOREMAN" || member === "REPRESENTATIVE" ? member : null;
  if (regionCode === null) return null;
  const inTown = project.places.some((place) => isWithin(place, regionCode));
  if (role === "AGENT") return inTown ? "AGENT" : null;
  if (role !== "OFFICER" && role !== "ADMIN" && role !== "SYSTEM") return null;
  if (isWithin(project.countyCode, regionCode)) return "COUNTY";
  return inTown ? "TOWN" : null;
}

export function mayDo(part: Part | null, act: WorkfareAct): boolean {
  return part !== null && ALLOWED[act].includes(part);
}
