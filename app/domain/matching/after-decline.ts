import { kmBetween, bestPayOf } from "./eligibility.ts";
import type { PersonFacts, PostFacts } from "./facts.ts";
import { STEP_FEN, STEP_KM } from "./one-step.ts";

export const DECLINE_REASONS = ["too-far", "pay-too-low", "cannot-leave-now", "not-my-trade", "have-work", "other"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** A change of the wish that would have kept a declined post away, and keeps away others like it. */
export type WishChange = { kind: "distance"; toKm: number } | { kind: "wage"; toFen: number } | { kind: "not-seeking" };

/**
 * What a no says about the wish: too far, a limit just short of that post; pay too low, a least pay above it; has work, no
 * more offers. Null where the wish already says so or nothing can be read from it; a limit is never widened.
 */
export function wishAfterDecline(reason: DeclineReason, person: PersonFacts, post: PostFacts): WishChange | null {
  if (reason === "too-far") {
    const km = kmBetween(person, post);
    const toKm = km === null ? 0 : Math.floor((km - 1) / STEP_KM) * STEP_KM;
    return toKm > 0 && (person.maxDistanceKm === null || toKm < person.maxDistanceKm) ? { kind: "distance", toKm } : null;
  }
  if (reason === "pay-too-low") {
    const pay = bestPayOf(post);
    const toFen = pay === null ? 0 : (Math.floor(pay / STEP_FEN) + 1) * STEP_FEN;
    return toFen > person.minWageFen ? { kind: "wage", toFen } : null;
  }
  return reason === "have-work" && person.seeking ? { kind: "not-seeking" } : null;
}
