import { z } from "zod";
import { type Day, addDays, daysBetween, monthOf, yearOf } from "../dates.ts";
import { viewPlacement } from "../placement/placement.ts";
import type { PlacementEvent } from "../placement/types.ts";
import { PLACE_CLASSES, STREAMS, type PlaceClass, type Stream } from "../terms.ts";

/** A counting rule as data; it reads the same events as every other rule. */
export const caliberRuleSchema = z.object({
  /** the proof that arrival needs, 1 claimed … 4 evidenced */
  minRung: z.int().min(1).max(4),
  /** proven days at work before a person counts: 0, 30, 90, 180 */
  minDays: z.int().min(0).max(366),
  streams: z.array(z.enum(STREAMS)).min(1),
  placeClasses: z.array(z.enum(PLACE_CLASSES)).min(1),
  /** whose people: of the 58 poverty-lifted counties, or all */
  homeCounties: z.enum(["POVERTY_LIFTED", "ALL"]),
});
export type CaliberRule = z.infer<typeof caliberRuleSchema>;

export interface Caliber {
  code: string;
  rule: CaliberRule;
  /** in force on [validFrom, validTo) */
  validFrom: Day;
  validTo: Day | null;
}

/** One person counted in one year. */
export interface CountedPerson {
  year: number;
  month: number;
  countedOn: Day;
  personId: string;
  placementId: string;
  /** the ledger row whose proof carries the count */
  eventId: string;
  countyCode: string;
  placeClass: PlaceClass;
  stream: Stream;
  rung: number;
}

/** The day from which a placement counts under a rule, with its proof; null when it doesn't (yet). */
export function qualifies(rule: CaliberRule, events: readonly PlacementEvent[]): CountedPerson | null {
  const view = viewPlacement(events);
  if (view.arrivedOn === null || view.provenUntil === null || view.proof === null || view.rung < rule.minRung) return null;
  const { snapshot } = view.proof;
  if (!rule.streams.includes(snapshot.stream) || !rule.placeClasses.includes(snapshot.placeClass)) return null;
  if (rule.homeCounties === "POVERTY_LIFTED" && !snapshot.povertyLiftedCounty) return null;
  if (daysBetween(view.arrivedOn, view.provenUntil) < rule.minDays) return null;
  const countedOn = addDays(view.arrivedOn, rule.minDays);
  return {
    year: yearOf(countedOn),
    month: monthOf(countedOn),
    countedOn,
    personId: view.proof.personId,
    placementId: view.proof.placementId,
    eventId: view.proof.id,
    countyCode: snapshot.homeCountyCode,
    placeClass: snapshot.placeClass,
    stream: snapshot.stream,
    rung: view.rung,
  };
}

/**
 * All years in which one person counts under a caliber: at most once a year, by the earliest qualifying
 * placement, whatever the number of placements, rosters or officers that report it (design 3.2).
 * A placement counts only if its counting day lies in the dates in which the caliber is in force.
 */
export function countPerson(caliber: Caliber, placements: readonly (readonly PlacementEvent[])[]): CountedPerson[] {
  const byYear = new Map<number, CountedPerson>();
  for (const events of placements) {
    const counted = qualifies(caliber.rule, events);
    if (counted === null) continue;
    if (counted.countedOn < caliber.validFrom || (caliber.validTo !== null && counted.countedOn >= caliber.validTo)) continue;
    const known = byYear.get(counted.year);
    if (known === undefined || isEarlier(counted, known)) byYear.set(counted.year, counted);
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

function isEarlier(a: CountedPerson, b: CountedPerson): boolean {
  return a.countedOn !== b.countedOn ? a.countedOn < b.countedOn : a.placementId < b.placementId;
}
