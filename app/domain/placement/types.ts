import type { Day } from "../dates.ts";
import type { Education, PlaceClass, Role, Sex, Stream } from "../terms.ts";

export const PLACEMENT_EVENT_KINDS = ["OFFERED", "ACCEPTED", "DEPARTED", "ON_THE_JOB", "STILL_ON_THE_JOB", "ENDED", "REVERSED"] as const;
export type PlacementEventKind = (typeof PLACEMENT_EVENT_KINDS)[number];

export const EVIDENCE_KINDS = ["NONE", "STATEMENT", "CONTRACT", "PAY_RECORD", "PHONE_CHECK", "RUN"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What the counting rules need of the person and the post, as it was on the day of the event. */
export interface PlacementSnapshot {
  homeCountyCode: string;
  povertyLiftedCounty: boolean;
  sex: Sex;
  age: number;
  education: Education;
  stream: Stream;
  placeClass: PlaceClass;
  occupationCode: string | null;
  monthlyWageFen: number | null;
}

/** One row of the ledger. `recordedAt` is an ISO instant with milliseconds. */
export interface PlacementEvent {
  id: string;
  placementId: string;
  seq: number;
  personId: string;
  kind: PlacementEventKind;
  happenedOn: Day;
  recordedAt: string;
  saidByRole: Role;
  saidByUserId: string | null;
  evidence: EvidenceKind;
  evidenceRef: string | null;
  reversesId: string | null;
  reason: string | null;
  snapshot: PlacementSnapshot;
}

export type PlacementState = "NONE" | "OFFERED" | "ACCEPTED" | "DEPARTED" | "ON_THE_JOB" | "ENDED";

/** States in which the person's one place is taken. */
export const ACTIVE_STATES: readonly PlacementState[] = ["ACCEPTED", "DEPARTED", "ON_THE_JOB"];
