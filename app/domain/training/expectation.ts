import type { ClassState } from "./class-steps.ts";
import type { EnrolmentState } from "./enrolment.ts";

export const EXPECTATION_ENDS = ["PASSED", "FAILED", "STAYED_AWAY", "WITHDRAWN", "CLASS_CANCELLED", "DECLINED", "NOT_ANSWERED", "POST_CLOSED"] as const;
export type ExpectationEnd = (typeof EXPECTATION_ENDS)[number];
export const INVITATION_STATES = ["INVITED", "ACCEPTED", "DECLINED"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface ExpectationFacts {
  invitation: InvitationState;
  classState: ClassState;
  /** null: not enrolled */
  enrolment: EnrolmentState | null;
  /** the post takes people and has an opening left */
  postOpen: boolean;
}

const BY_RESULT: Partial<Record<EnrolmentState, ExpectationEnd>> = { PASSED: "PASSED", FAILED: "FAILED", DROPPED: "STAYED_AWAY", WITHDRAWN: "WITHDRAWN" };

/** Why a post waits no longer for what becomes of somebody's training; null: it still does. What the person did comes before what became of the post. */
export function endOfExpectation({ invitation, classState, enrolment, postOpen }: ExpectationFacts): ExpectationEnd | null {
  if (invitation === "DECLINED") return "DECLINED";
  if (classState === "CANCELLED") return "CLASS_CANCELLED";
  const result = enrolment === null ? undefined : BY_RESULT[enrolment];
  if (result !== undefined && !(result === "PASSED" && !postOpen)) return result;
  if (!postOpen) return "POST_CLOSED";
  return invitation === "INVITED" && classState !== "PLANNED" && classState !== "OPEN" ? "NOT_ANSWERED" : null;
}
