import type { Day } from "../dates.ts";
import { viewPlacement } from "../placement/placement.ts";
import type { PlacementEvent } from "../placement/types.ts";
import type { PersonCategoryKind, PlaceClass, Stream } from "../terms.ts";

/** One placement as claims see it, derived from its events and what the person said they were paid. */
export interface WorkFacts {
  placementId: string;
  /** null: nobody knows at which employer; such a placement stands alone */
  employerId: string | null;
  workshopId: string | null;
  /** whose rules and money a hiring subsidy is; null where it is no workshop's post */
  workshopCountyCode: string | null;
  stream: Stream;
  placeClass: PlaceClass;
  workRegionCode: string;
  arrivedOn: Day;
  endedOn: Day | null;
  /** the last day on which somebody said that the person was at work */
  provenUntil: Day;
  /** rung of the proof of arrival, 0–4 */
  rung: number;
  /** monthly pay of the post, fen; what is taken where the person reported none */
  postPayFen: number | null;
  /** YYYY-MM and fen, as the person reported */
  payReports: readonly { month: string; fen: number }[];
}

/** All that claims are computed from. */
export interface ClaimFacts {
  personId: string;
  homeCountyCode: string;
  homeRegionCode: string;
  categories: readonly { kind: PersonCategoryKind; validFrom: Day; validTo: Day | null }[];
  works: readonly WorkFacts[];
  /** certificates of a training, by the day of issue */
  trainings: readonly { certificateId: string; issuedOn: Day; verified: boolean }[];
  /** years in which a class's sheet has living aid for them */
  allowanceYears?: readonly number[];
  /** journeys in organised transport that ended at a placement's place, and whether public money paid the fare */
  organised?: readonly { placementId: string; on: Day; publicFare: boolean }[];
  startups: readonly { id: string; openedOn: Day; closedOn: Day | null }[];
  /** recognitions of the workshops that stand in `works`; `until` is when they ran out or were revoked */
  recognitions: readonly { workshopId: string; from: Day; until: Day }[];
}

/** A placement's facts; null while nobody says that the person arrived. */
export function workFactsOf(
  events: readonly PlacementEvent[],
  placement: Pick<WorkFacts, "placementId" | "employerId" | "workshopId" | "workshopCountyCode" | "stream" | "placeClass" | "workRegionCode" | "payReports"> & { postPayFen: number | null },
): WorkFacts | null {
  const view = viewPlacement(events);
  if (view.arrivedOn === null || view.provenUntil === null) return null;
  const said = events.findLast((event) => event.snapshot.monthlyWageFen !== null)?.snapshot.monthlyWageFen ?? null;
  return { ...placement, postPayFen: placement.postPayFen ?? said, arrivedOn: view.arrivedOn, endedOn: view.endedOn, provenUntil: view.provenUntil, rung: view.rung };
}

/** Whether a person stood in one of some categories on a day. */
export function isOneOf(facts: Pick<ClaimFacts, "categories">, kinds: readonly string[], day: Day): boolean {
  return facts.categories.some((one) => kinds.includes(one.kind) && one.validFrom <= day && (one.validTo === null || day < one.validTo));
}
