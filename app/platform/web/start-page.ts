import type { Role } from "#app/domain/terms.ts";

/** Where each role starts its work. */
export const START: Partial<Record<Role, string>> = { SEEKER: "/me", EMPLOYER: "/employer", OFFICER: "/board", AGENT: "/agent", OPERATOR: "/operator/training", ADMIN: "/runs" };
