import type { accountErrors as chinese } from "../zh/account-errors.ts";

export const accountErrors: Record<keyof typeof chinese, string> = {
};
