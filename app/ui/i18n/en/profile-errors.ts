import type { profileErrors as chinese } from "../zh/profile-errors.ts";

export const profileErrors: Record<keyof typeof chinese, string> = {
};
