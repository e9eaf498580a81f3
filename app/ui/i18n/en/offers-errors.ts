import type { offersErrors as chinese } from "../zh/offers-errors.ts";

export const offersErrors: Record<keyof typeof chinese, string> = {
};
