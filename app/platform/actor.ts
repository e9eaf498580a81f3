import type { ActKind } from "#app/domain/account/delegation.ts";
import type { Role } from "#app/domain/terms.ts";

/** Who asks, for what; every use case and every guarded read takes one. */
export interface Actor {
  userId: string | null;
  role: Role;
  /** the part of the region tree an officer or agent acts in */
  regionCode: string | null;
  personId: string | null;
  employerId: string | null;
  /** an operator's: the training body, the brand they work for */
  trainingBodyId?: string | null;
  brandId?: string | null;
  purpose: string;
  requestId?: string;
  /** set while somebody acts for a person: then personId is that person's and userId the helper's */
  actingFor?: ActingFor;
}

export interface ActingFor {
  delegationId: string;
  nameMasked: string;
  acts: readonly ActKind[];
  /** SEEKER: of the household; AGENT: a village agent */
  helperRole: Role;
  /** withdrawn or run out in the middle of a session: nothing may be done until the helper is back as themselves */
  over: boolean;
}

/** Somebody who has not signed in: what anybody may do, without a record of who it was. */
export function guestActor(purpose: string, requestId?: string): Actor {
  return { userId: null, role: "SEEKER", regionCode: null, personId: null, employerId: null, purpose, requestId };
}

/** For commands an operator starts on the machine itself, and for background jobs. */
export function systemActor(purpose: string): Actor {
  return { userId: null, role: "SYSTEM", regionCode: "140000", personId: null, employerId: null, purpose };
}
