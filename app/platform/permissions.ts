import { countyOf, isWithin, SHANXI } from "#app/domain/region/codes.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "./actor.ts";

export const BUREAU_ROLES = ["OFFICER", "AGENT", "ADMIN", "SYSTEM"] as const;

/** A region that holds nothing: no code begins with it. */
export const NOWHERE = "-";

/** Where a bureau's actor works. Whoever has no region works nowhere, and not in the whole province because nothing was said. */
export function workRegion(actor: Actor): string {
  return actor.regionCode ?? NOWHERE;
}

/**
 * The region of which a reader is shown counts that anybody may see: their own, their county where they work below it (the counts are kept by county), and the province like a
 * guest where they have none. Never for records.
 */
export function publicRegion(actor: Actor | null): string {
  return countyOf(actor?.regionCode ?? SHANXI);
}

/** Whether an actor of a bureau acts for a region: their scope holds it. Others never do. */
export function actsForRegion(actor: Actor, regionCode: string): boolean {
  if (!(BUREAU_ROLES as readonly string[]).includes(actor.role)) return false;
  return actor.regionCode !== null && isWithin(regionCode, actor.regionCode);
}

/** A county's bureau and those above it look after whose data their accounts opened; a township's does not look after itself. */
export function supervises(actor: Actor): boolean {
  return (actor.role === "OFFICER" || actor.role === "ADMIN") && /^\d{6}$/.test(actor.regionCode ?? "");
}

/** A training class is its county's bureau's, and its body's own: an operator acts for the classes of the body they work for. */
export function actsForTraining(actor: Actor, of: { countyCode: string; bodyId: string }): boolean {
  return actor.role === "OPERATOR" ? typeof actor.trainingBodyId === "string" && actor.trainingBodyId === of.bodyId : actsForRegion(actor, of.countyCode);
}

/** As whom an actor speaks in the ledger and the audit: a village agent who acts for somebody stays an agent. */
export function speaksAs(actor: Actor): Role {
  return actor.actingFor?.helperRole ?? actor.role;
}

/** A person's own records are open to that person and to a bureau that acts for their home: a village agent's region is a township. */
export function actsForPerson(actor: Actor, person: { id: string; homeCountyCode: string; homeRegionCode?: string }): boolean {
  if (actor.role === "SEEKER") return actor.personId === person.id;
  return actsForRegion(actor, person.homeCountyCode) || (person.homeRegionCode !== undefined && actsForRegion(actor, person.homeRegionCode));
}
