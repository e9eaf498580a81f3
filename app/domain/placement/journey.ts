import { arrivalAskedOn, ASK_WITHIN_DAYS, type CheckInAnswer, type CheckInKind, type DueCheckIn, jobCheckInDays } from "../checkin/check-in.ts";
import { addDays, type Day } from "../dates.ts";
import type { HiringState } from "../hiring/steps.ts";
import type { Role } from "../terms.ts";
import { speakingEvents, viewPlacement } from "./placement.ts";
import type { EvidenceKind, PlacementEvent } from "./types.ts";

/** A step on the way from the first word to half a year on the job. */
export interface JourneyStep {
  what: "PROPOSED" | "INVITED" | "AGREED" | "INTERVIEW" | "OFFERED" | "ACCEPTED" | "DEPARTED" | "ARRIVED" | "STILL_THERE" | "ENDED" | CheckInKind;
  /** when it happened, is due, or is meant to be */
  on: Day;
  /** done; the one thing that comes next; later; asked and never answered */
  state: "done" | "next" | "later" | "missed";
  saidBy: Role | null;
  evidence: EvidenceKind | null;
  answer: CheckInAnswer | null;
  note: string | null;
}

export interface JourneyFacts {
  events: readonly PlacementEvent[];
  /** what was said before the ledger begins, in order */
  hiring: readonly { kind: HiringState; on: Day; saidBy: Role; meetOn: Day | null; note: string | null }[];
  proposedOn: Day | null;
  checkIns: readonly { kind: CheckInKind; dueOn: Day; answeredOn: Day | null; answer: CheckInAnswer | null; answeredBy: Role | null; lapsed: boolean }[];
  today: Day;
}

const BEFORE: readonly HiringState[] = ["INVITED", "AGREED", "INTERVIEW"];

/**
 * The whole way of a placement in order: what has happened, by whose word, and what is still to come with its day.
 * At most one step is `next`. What was taken back is left out; the ledger below keeps it. Nothing is to come once it has ended.
 */
export function journeyOf({ events, hiring, proposedOn, checkIns, today }: JourneyFacts): JourneyStep[] {
  const step = (what: JourneyStep["what"], on: Day, more: Partial<JourneyStep> = {}): JourneyStep => ({ what, on, state: "done", saidBy: null, evidence: null, answer: null, note: null, ...more });
  const decided = events.some(({ kind }) => kind === "ACCEPTED");
  const done: JourneyStep[] = [
    ...(proposedOn === null ? [] : [step("PROPOSED", proposedOn, { saidBy: "SYSTEM" })]),
    // an interview that a yes came before is not to come any more
    ...hiring.filter(({ kind, meetOn }) => BEFORE.includes(kind) && !(decided && meetOn !== null && meetOn > today)).map(({ kind, on, saidBy, meetOn, note }) => step(kind as "INVITED", meetOn ?? on, { saidBy, note, state: meetOn !== null && meetOn > today ? "later" : "done" })),
    ...eventSteps(events, proposedOn !== null, step),
    ...checkIns.filter((one) => one.answeredOn !== null).map((one) => step(one.kind, one.answeredOn!, { saidBy: one.answeredBy, answer: one.answer })),
    ...checkIns.filter((one) => one.answeredOn === null && one.lapsed).map((one) => step(one.kind, one.dueOn, { state: "missed" })),
  ];
  const toCome = stepsToCome(events, checkIns, today, step);
  const steps = [...done, ...toCome].map((one, order) => ({ one, order }));
  steps.sort((a, b) => (a.one.on < b.one.on ? -1 : a.one.on > b.one.on ? 1 : a.order - b.order));
  const next = steps.find(({ one }) => one.state === "later")?.one;
  return steps.map(({ one }) => (one === next ? { ...one, state: "next" } : one));
}

type MakeStep = (what: JourneyStep["what"], on: Day, more?: Partial<JourneyStep>) => JourneyStep;

/** What a check-in said is told by the check-in's own step; a still-there that somebody else said stands by itself. */
function eventSteps(events: readonly PlacementEvent[], proposed: boolean, step: MakeStep): JourneyStep[] {
  return speakingEvents(events).flatMap((event) => {
    // a place somebody chose on the post's own page was offered by nobody: the ledger opens with a line of its own
    const bySystem = event.kind === "OFFERED" && event.saidByRole === "SYSTEM";
    if (event.kind === "REVERSED" || (bySystem && (proposed || event.evidence !== "RUN")) || event.evidenceRef?.startsWith("check-in:")) return [];
    if (bySystem) return [step("PROPOSED", event.happenedOn, { saidBy: event.saidByRole, evidence: event.evidence })];
    const what = event.kind === "ON_THE_JOB" ? "ARRIVED" : event.kind === "STILL_ON_THE_JOB" ? "STILL_THERE" : event.kind;
    return [step(what, event.happenedOn, { saidBy: event.saidByRole, evidence: event.evidence, note: event.reason })];
  });
}

function stepsToCome(events: readonly PlacementEvent[], checkIns: JourneyFacts["checkIns"], today: Day, step: MakeStep): JourneyStep[] {
  const { state, arrivedOn } = viewPlacement(events);
  const known = new Map(checkIns.map((one) => [one.kind, one]));
  // a day so long past that nobody was asked is no longer to come
  const open = ({ kind, dueOn }: DueCheckIn) => {
    const one = known.get(kind);
    return one === undefined ? dueOn > addDays(today, -ASK_WITHIN_DAYS) : one.answeredOn === null && !one.lapsed;
  };
  if (state === "ACCEPTED" || state === "DEPARTED") {
    const on = arrivalAskedOn(events);
    return on === null ? [] : [step("ARRIVED", on, { state: "later" })];
  }
  if (state !== "ON_THE_JOB" || arrivedOn === null) return [];
  return jobCheckInDays(arrivedOn).filter(open).map(({ kind, dueOn }) => step(kind, dueOn, { state: "later" }));
}
