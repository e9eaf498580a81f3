import { addDays, daysBetween, yearOf } from "../dates.ts";
import { viewPlacement } from "../placement/placement.ts";
import type { PlacementEvent } from "../placement/types.ts";
import type { Caliber } from "./caliber.ts";

/** Why somebody is not counted in a year, by how near they came, farthest first. */
export const NOT_COUNTED = ["NO_ARRIVAL", "OTHER_YEAR", "HOME", "STREAM", "PLACE", "RUNG", "DAYS", "NOT_IN_FORCE"] as const;
export type NotCounted = (typeof NOT_COUNTED)[number];

/**
 * What keeps a person from being counted in a year under a caliber: of their placements the one that came nearest tells.
 * Null when the person is counted (`countPerson` then holds a row of that year, and only then).
 */
export function whyNotCounted(caliber: Caliber, placements: readonly (readonly PlacementEvent[])[], year: number): NotCounted | null {
  let nearest = 0;
  for (const events of placements) {
    const found = reasonOf(caliber, events, year);
    if (found === null) return null;
    nearest = Math.max(nearest, NOT_COUNTED.indexOf(found));
  }
  return NOT_COUNTED[nearest]!;
}

function reasonOf({ rule, validFrom, validTo }: Caliber, events: readonly PlacementEvent[], year: number): NotCounted | null {
  const { arrivedOn, provenUntil, proof, rung } = viewPlacement(events);
  if (arrivedOn === null || provenUntil === null || proof === null) return "NO_ARRIVAL";
  const countedOn = addDays(arrivedOn, rule.minDays);
  const { snapshot } = proof;
  if (yearOf(countedOn) !== year) return "OTHER_YEAR";
  if (rule.homeCounties === "POVERTY_LIFTED" && !snapshot.povertyLiftedCounty) return "HOME";
  if (!rule.streams.includes(snapshot.stream)) return "STREAM";
  if (!rule.placeClasses.includes(snapshot.placeClass)) return "PLACE";
  if (rung < rule.minRung) return "RUNG";
  if (daysBetween(arrivedOn, provenUntil) < rule.minDays) return "DAYS";
  return countedOn < validFrom || (validTo !== null && countedOn >= validTo) ? "NOT_IN_FORCE" : null;
}
