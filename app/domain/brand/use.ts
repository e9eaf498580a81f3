export const BRAND_USE_STATES = ["ASKED", "AGREED", "REFUSED", "ENDED"] as const;
/** Whether an employer's posts may carry a brand. */
export type BrandUseState = (typeof BRAND_USE_STATES)[number];

/** What those who keep the brand can say to an employer, from where, and whether it takes a reason. */
export const BRAND_USE_STEPS = {
  AGREE: { from: ["ASKED", "REFUSED", "ENDED"], to: "AGREED", reason: false },
  REFUSE: { from: ["ASKED"], to: "REFUSED", reason: true },
  END: { from: ["AGREED"], to: "ENDED", reason: true },
} as const satisfies Record<string, { from: readonly BrandUseState[]; to: BrandUseState; reason: boolean }>;
export type BrandUseStep = keyof typeof BRAND_USE_STEPS;

/** An employer asks anew after a no or an end, and not while it waits or may. */
export function mayAsk(state: BrandUseState | null): boolean {
  return state === null || state === "REFUSED" || state === "ENDED";
}

/** The holding organisation, known by its credit code, needs nobody's yes for its own posts the first time it asks; after a no or an end it waits for one like everybody. */
export function isHolder(holderCreditCode: string | null, employerCreditCode: string | null): boolean {
  return holderCreditCode !== null && holderCreditCode === employerCreditCode;
}
