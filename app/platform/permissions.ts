import { isWithin } from "#app/domain/region/codes.ts";
import type { Actor } from "./actor.ts";

export const BUREAU_ROLES = ["OFFICER", "AGENT", "ADMIN", "SYSTEM"] as const;

/** Whether an actor of a bureau acts for a region: their scope holds it. Others never do. */
export function actsForRegion(actor: Actor, regionCode: string): boolean {
  if (!(BUREAU_ROLES as readonly string[]).includes(actor.role)) return false;
  return actor.regionCode !== null && isWithin(regionCode, actor.regionCode);
}

/** A person's own records are open to that person and to a bureau that acts for their home. */
export function actsForPerson(actor: Actor, person: { id: string; homeCountyCode: string }): boolean {
  if (actor.role === "SEEKER") return actor.personId === person.id;
  return actsForRegion(actor, person.homeCountyCode);
}
