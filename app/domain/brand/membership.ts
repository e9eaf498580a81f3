import { addDays, type Day } from "../dates.ts";

export const BRAND_LEVELS = ["PROVINCE", "CITY", "COUNTY", "FIRM"] as const;
export type BrandLevel = (typeof BRAND_LEVELS)[number];

export const BRAND_STATES = ["ACTIVE", "SUSPENDED", "ENDED"] as const;
export type BrandState = (typeof BRAND_STATES)[number];

/** How somebody comes to a brand: asks by themselves, passed a training of its trades, or passes its test. */
export const BRAND_WAYS = ["APPLICATION", "TRAINING", "TEST"] as const;
export type BrandWay = (typeof BRAND_WAYS)[number];

/** The levels of a brand that has named none, lowest first. */
export const USUAL_LEVELS = ["学员", "正式", "金牌"] as const;

export interface MembershipTerm {
  validFrom: Day;
  /** not itself a day of the membership; null: without end */
  validTo: Day | null;
  suspendedOn: Day | null;
}

/** Whether somebody is a member by the dates of their own membership, whatever has become of the brand. */
export function termHolds({ validFrom, validTo, suspendedOn }: MembershipTerm, day: Day): boolean {
  return validFrom <= day && (validTo === null || validTo > day) && (suspendedOn === null || suspendedOn > day);
}

/** Whether a membership counts on a day: admitted, not suspended, not past its day, and the brand itself active (plan art. 19). */
export function membershipHolds(term: MembershipTerm, brand: BrandState, day: Day): boolean {
  return brand === "ACTIVE" && termHolds(term, day);
}

/** How a membership stands, in one word; `DUE` may be renewed, as it ends within so many days. */
export type MembershipStanding = "STANDS" | "DUE" | "SUSPENDED" | "OVER" | "BRAND";

export function standingOf(term: MembershipTerm, brand: BrandState, day: Day, renewalDays: number): MembershipStanding {
  if (term.validTo !== null && term.validTo <= day) return "OVER";
  if (term.suspendedOn !== null) return "SUSPENDED";
  if (brand !== "ACTIVE") return "BRAND";
  return mayRenew(term.validTo, day, renewalDays) ? "DUE" : "STANDS";
}

/** A membership is renewed in its last days and before it is over; afterwards one applies anew. */
export function mayRenew(validTo: Day | null, day: Day, renewalDays: number): boolean {
  return validTo !== null && validTo > day && validTo <= addDays(day, renewalDays);
}

export const memberNumber = (year: number, seq: number): string => `${year}-${String(seq).padStart(5, "0")}`;

/** The steps of a brand as a whole, each by an officer, with a reason. */
export const BRAND_STEPS = {
  SUSPENDED: { from: ["ACTIVE"], to: "SUSPENDED" },
  LIFTED: { from: ["SUSPENDED"], to: "ACTIVE" },
  ENDED: { from: ["ACTIVE", "SUSPENDED"], to: "ENDED" },
} as const satisfies Record<string, { from: readonly BrandState[]; to: BrandState }>;
export type BrandStep = keyof typeof BRAND_STEPS;

/** Levels as a form tells them, a line each; at most six of at most 20 letters, none twice; null: not so. */
export function readLevels(text: string): string[] | null {
  const levels = text.split(/[\n、,，;；]/).map((one) => one.trim()).filter((one) => one !== "");
  return levels.length === 0 || levels.length > 6 || levels.some((one) => one.length > 20) || new Set(levels).size !== levels.length ? null : levels;
}
