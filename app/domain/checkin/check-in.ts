import { addDays, type Day } from "../dates.ts";
import type { CareKind } from "../care/care-case.ts";
import { SECRET_MARK } from "../notice/secret.ts";
import { viewPlacement, speakingEvents } from "../placement/placement.ts";
import type { PlacementEvent, PlacementEventKind } from "../placement/types.ts";

/** Asked once each: "have you arrived?", and at 30, 90 and 180 days on the job "still there? paid?". */
export const CHECK_IN_KINDS = ["ARRIVAL", "DAY_30", "DAY_90", "DAY_180"] as const;
export type CheckInKind = (typeof CHECK_IN_KINDS)[number];
export const CHECK_IN_DAYS: Readonly<Record<Exclude<CheckInKind, "ARRIVAL">, number>> = { DAY_30: 30, DAY_90: 90, DAY_180: 180 };

export const CHECK_IN_ANSWERS = ["ARRIVED", "NOT_YET", "PAID", "NOT_DUE", "PART_PAID", "NOT_PAID", "LEFT", "TALK"] as const;
export type CheckInAnswer = (typeof CHECK_IN_ANSWERS)[number];

/** Whoever has left home is asked the next day; whoever has only said yes, a week after that. */
export const ARRIVAL_AFTER_DEPARTURE_DAYS = 1;
export const ARRIVAL_AFTER_ACCEPTANCE_DAYS = 7;
/** A question is asked within so many days of its day, or not at all; a link works for as long. */
export const ASK_WITHIN_DAYS = 14;
/** Whoever got the link by message is left that long to use it; then the village agent asks. */
export const AGENT_ASKS_AFTER_DAYS = 7;
/** An agent may still record an answer so many days after the question fell due. */
export const AGENT_MAY_ASK_DAYS = 45;

export interface DueCheckIn {
  kind: CheckInKind;
  dueOn: Day;
}

/** The day on which arrival is asked about; null when the person has arrived, or is on the way nowhere. */
export function arrivalAskedOn(events: readonly PlacementEvent[]): Day | null {
  const { state } = viewPlacement(events);
  const said = (kind: PlacementEventKind) => speakingEvents(events).find((event) => event.kind === kind)?.happenedOn ?? null;
  const [departed, accepted] = [said("DEPARTED"), said("ACCEPTED")];
  if (state === "DEPARTED" && departed) return addDays(departed, ARRIVAL_AFTER_DEPARTURE_DAYS);
  return state === "ACCEPTED" && accepted ? addDays(accepted, ARRIVAL_AFTER_ACCEPTANCE_DAYS) : null;
}

/** The days of the questions that follow an arrival. */
export function jobCheckInDays(arrivedOn: Day): DueCheckIn[] {
  return (["DAY_30", "DAY_90", "DAY_180"] as const).map((kind) => ({ kind, dueOn: addDays(arrivedOn, CHECK_IN_DAYS[kind]) }));
}

/** What is to be asked of a placement on a day: due by then, and not longer ago than `ASK_WITHIN_DAYS`. */
export function dueCheckIns(events: readonly PlacementEvent[], today: Day): DueCheckIn[] {
  const { state, arrivedOn } = viewPlacement(events);
  const arrival = arrivalAskedOn(events);
  const all: DueCheckIn[] = arrival !== null ? [{ kind: "ARRIVAL", dueOn: arrival }] : state === "ON_THE_JOB" && arrivedOn !== null ? jobCheckInDays(arrivedOn) : [];
  return all.filter(({ dueOn }) => dueOn <= today && dueOn > addDays(today, -ASK_WITHIN_DAYS));
}

/** What may be answered to a question. */
export function answersTo(kind: CheckInKind): readonly CheckInAnswer[] {
  return kind === "ARRIVAL" ? ["ARRIVED", "NOT_YET", "LEFT", "TALK"] : ["PAID", "NOT_DUE", "PART_PAID", "NOT_PAID", "LEFT", "TALK"];
}

/** Whether an answer needs a day beside it: when somebody arrived, when they left. */
export function needsDay(answer: CheckInAnswer): boolean {
  return answer === "ARRIVED" || answer === "LEFT";
}

/** What an answer says in the ledger; null where it says nothing about being at work. */
export function eventOf(answer: CheckInAnswer): "ON_THE_JOB" | "STILL_ON_THE_JOB" | "ENDED" | null {
  if (answer === "ARRIVED") return "ON_THE_JOB";
  if (answer === "LEFT") return "ENDED";
  return answer === "NOT_YET" || answer === "TALK" ? null : "STILL_ON_THE_JOB";
}

/** What the bureau must look into after an answer; null when nothing is amiss. */
export function careOf(answer: CheckInAnswer): CareKind | null {
  return answer === "NOT_PAID" || answer === "PART_PAID" || answer === "TALK" ? answer : null;
}

/** Whether the village agent is to ask in person: no message went out, or it has long been unanswered. */
export function agentAsks(checkIn: { dueOn: Day; bySms: boolean }, today: Day): boolean {
  if (today > addDays(checkIn.dueOn, AGENT_MAY_ASK_DAYS)) return false;
  return !checkIn.bySms || today >= addDays(checkIn.dueOn, AGENT_ASKS_AFTER_DAYS);
}

const LONGEST_TITLE = 24;

/** The message that asks; `SECRET_MARK` stands for the link's secret until it is sent. Within 500 characters. */
export function checkInSms(kind: CheckInKind, post: string | null, origin: string): string {
  const arrival = kind === "ARRIVAL";
  const job = post === null ? `您${arrival ? "答应" : "现在"}的工作，` : `“${Array.from(post).slice(0, LONGEST_TITLE).join("")}”这份工作，您`;
  const question = `${job}${arrival ? "到了吗？" : "还在干吗？工资发了吗？"}`;
  return `【晋岗通】${question}点开回答，不用密码，${ASK_WITHIN_DAYS}天内有效：${origin}/c/${SECRET_MARK}`;
}
