import type { Role } from "../terms.ts";

export const CLAIM_STATES = ["APPLIED", "CHECKED", "PAID", "REFUSED", "WITHDRAWN"] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** What becomes of a claim: from which state, to which, and who may say so. A refusal and less than was computed need a reason. */
export const CLAIM_STEPS: Readonly<Record<Exclude<ClaimState, "APPLIED">, { from: readonly ClaimState[]; roles: readonly Role[] }>> = {
  CHECKED: { from: ["APPLIED"], roles: ["OFFICER", "ADMIN"] },
  PAID: { from: ["CHECKED"], roles: ["OFFICER", "ADMIN"] },
  REFUSED: { from: ["APPLIED", "CHECKED"], roles: ["OFFICER", "ADMIN"] },
  WITHDRAWN: { from: ["APPLIED"], roles: ["SEEKER"] },
};

export function mayStep(from: ClaimState, to: Exclude<ClaimState, "APPLIED">, role: Role): boolean {
  return CLAIM_STEPS[to].from.includes(from) && CLAIM_STEPS[to].roles.includes(role);
}

/** Money takes two officers: whoever checked a claim does not pay it. Somebody without an account is no second officer. */
export function mayPay({ checkedBy }: { checkedBy: string | null }, userId: string | null): boolean {
  return userId !== null && userId !== checkedBy;
}

/** While a claim is in one of these, nobody claims the same again. */
export function isOpen(state: ClaimState): boolean {
  return state !== "REFUSED" && state !== "WITHDRAWN";
}
