import type { Role } from "../terms.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface SessionLimits {
  /** without a request for so long, in milliseconds, and it is over */
  idleMs: number;
  /** over after so long, however busy */
  absoluteMs: number;
  /** how old a cookie's secret gets before another takes its place */
  renewMs: number;
}

const STAFF: SessionLimits = { idleMs: 2 * HOUR, absoluteMs: 12 * HOUR, renewMs: 20 * MINUTE };
const ADMINISTRATORS: SessionLimits = { ...STAFF, idleMs: HOUR };
/** A telephone of one's own, or an agent's in a village without a signal. */
const OTHERS: SessionLimits = { idleMs: 12 * HOUR, absoluteMs: 7 * 24 * HOUR, renewMs: HOUR };

/** How long a session lasts: shorter for those who see many people's data. */
export function sessionLimits(role: Role): SessionLimits {
  return role === "ADMIN" ? ADMINISTRATORS : role === "OFFICER" ? STAFF : OTHERS;
}

/** The secret before stays good for so long after the new one came back: for what was under way on a bad line. */
export const SECRETS_OVERLAP_MS = MINUTE;
/** Another new secret is handed out no sooner; until then the first one may still be on its way. */
export const SECRETS_APART_MS = MINUTE;
