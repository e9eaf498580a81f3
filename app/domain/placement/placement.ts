import { type Day, daysBetween } from "../dates.ts";
import type { Role } from "../terms.ts";
import { rungOf } from "./proof.ts";
import { ACTIVE_STATES, type PlacementEvent, type PlacementEventKind, type PlacementState } from "./types.ts";

/** What a placement's events say when read in order; events taken back by REVERSED don't speak. */
export interface PlacementView {
  state: PlacementState;
  active: boolean;
  arrivedOn: Day | null;
  endedOn: Day | null;
  /** last day on which somebody said that the person was at work; null before arrival */
  provenUntil: Day | null;
  /** the highest rung of the proof ladder that arrival stands on, 0–4 */
  rung: number;
  /** the event that carries that rung */
  proof: PlacementEvent | null;
}

/**
 * From which states an event may follow, and who may say it. A second ON_THE_JOB is a further
 * confirmation of the same arrival by another party: it raises the proof, not the count.
 */
export const TRANSITIONS: Record<Exclude<PlacementEventKind, "REVERSED">, { from: readonly PlacementState[]; to: PlacementState; roles: readonly Role[] }> = {
  OFFERED: { from: ["NONE"], to: "OFFERED", roles: ["SYSTEM", "EMPLOYER", "OFFICER", "AGENT"] },
  ACCEPTED: { from: ["OFFERED"], to: "ACCEPTED", roles: ["SEEKER", "AGENT", "OFFICER"] },
  DEPARTED: { from: ["ACCEPTED"], to: "DEPARTED", roles: ["SEEKER", "AGENT", "OFFICER"] },
  ON_THE_JOB: { from: ["ACCEPTED", "DEPARTED", "ON_THE_JOB"], to: "ON_THE_JOB", roles: ["SEEKER", "EMPLOYER", "AGENT", "OFFICER"] },
  STILL_ON_THE_JOB: { from: ["ON_THE_JOB"], to: "ON_THE_JOB", roles: ["SEEKER", "EMPLOYER", "AGENT", "OFFICER"] },
  ENDED: { from: ["OFFERED", "ACCEPTED", "DEPARTED", "ON_THE_JOB"], to: "ENDED", roles: ["SEEKER", "EMPLOYER", "AGENT", "OFFICER"] },
};

/** Folds events in sequence order into what is true of the placement. */
export function viewPlacement(events: readonly PlacementEvent[]): PlacementView {
  const speaking = speakingEvents(events);
  let state: PlacementState = "NONE";
  let arrivedOn: Day | null = null;
  let endedOn: Day | null = null;
  let provenUntil: Day | null = null;
  let rung = 0;
  let proof: PlacementEvent | null = null;
  for (const event of speaking) {
    if (event.kind === "REVERSED") continue;
    state = TRANSITIONS[event.kind].to;
    if (event.kind === "ON_THE_JOB") {
      if (arrivedOn === null || event.happenedOn < arrivedOn) arrivedOn = event.happenedOn;
      const height = rungOf(event);
      if (height > rung) {
        rung = height;
        proof = event;
      }
    }
    if (event.kind === "ENDED" && arrivedOn !== null) endedOn = event.happenedOn;
    if (arrivedOn !== null && (provenUntil === null || event.happenedOn > provenUntil)) provenUntil = event.happenedOn;
  }
  return { state, active: ACTIVE_STATES.includes(state), arrivedOn, endedOn, provenUntil, rung, proof };
}

/** The events that have not been taken back, in sequence order. A reversal may itself be reversed. */
export function speakingEvents(events: readonly PlacementEvent[]): PlacementEvent[] {
  const silenced = new Set<string>();
  for (const event of [...events].sort((a, b) => b.seq - a.seq)) {
    if (event.kind === "REVERSED" && event.reversesId !== null && !silenced.has(event.id)) silenced.add(event.reversesId);
  }
  return [...events].sort((a, b) => a.seq - b.seq).filter((event) => !silenced.has(event.id));
}

export type TransitionProblem = "transition-not-allowed" | "role-not-allowed" | "day-in-future" | "day-before-last" | "day-too-old" | "already-confirmed";

const OLDEST_REPORT_DAYS = 400;

/**
 * Whether an event may be appended, and if not, the code of the reason (a key under `errors`).
 * `today` is the day in China on which it is reported; days in the future and more than 400 days back are refused.
 */
export function checkTransition(
  events: readonly PlacementEvent[],
  next: { kind: Exclude<PlacementEventKind, "REVERSED">; happenedOn: Day; saidByRole: Role },
  today: Day,
): TransitionProblem | null {
  const rule = TRANSITIONS[next.kind];
  const view = viewPlacement(events);
  if (!rule.from.includes(view.state)) return "transition-not-allowed";
  if (!rule.roles.includes(next.saidByRole)) return "role-not-allowed";
  if (next.happenedOn > today) return "day-in-future";
  if (daysBetween(next.happenedOn, today) > OLDEST_REPORT_DAYS) return "day-too-old";
  const speaking = speakingEvents(events);
  const accepted = speaking.find((event) => event.kind === "ACCEPTED");
  if (accepted && next.happenedOn < accepted.happenedOn) return "day-before-last";
  if (next.kind !== "ON_THE_JOB" && view.provenUntil !== null && next.happenedOn < view.provenUntil) return "day-before-last";
  const saidBefore = speaking.some((event) => event.kind === "ON_THE_JOB" && event.saidByRole === next.saidByRole);
  if (next.kind === "ON_THE_JOB" && view.state === "ON_THE_JOB" && saidBefore) return "already-confirmed";
  return null;
}
