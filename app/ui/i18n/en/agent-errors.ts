import type { agentErrors as chinese } from "../zh/agent-errors.ts";

export const agentErrors: Record<keyof typeof chinese, string> = {
};
