import { addDays, addMonths, ageOn, type Day } from "../dates.ts";
import type { CheckInAnswer } from "../checkin/check-in.ts";
import { viewPlacement } from "../placement/placement.ts";
import type { PlacementEvent } from "../placement/types.ts";

/** 失业 / 停薪 / 三个月未就业 / 岗位到期 */
export const WATCH_SIGNALS = ["JOB_LOST", "PAY_STOPPED", "UNPLACED", "POST_ENDING"] as const;
export type WatchSignal = (typeof WATCH_SIGNALS)[number];

/** Numbers of the day, each a policy row (`watch.*`). */
export interface WatchRules {
  unplacedMonths: number;
  postEndingDays: number;
  paySilentDays: number;
  lookbackDays: number;
  youngest: number;
  oldest: number;
}

export interface WatchedPlacement {
  placementId: string;
  events: readonly PlacementEvent[];
  payMonths: readonly string[];
  checkIns: readonly { dueOn: Day; answeredOn: Day | null; answer: CheckInAnswer | null; lapsed: boolean }[];
  /** months of a welfare post's term, and the last day of a project; null where the work has no end on record */
  termMonths: number | null;
  projectEndsOn: Day | null;
}

export interface WatchedPerson {
  personId: string;
  birthDate: Day;
  canWork: boolean;
  /** since when they have stood under watch */
  watchedSince: Day;
  /** when a case of months without a job was last closed: the months begin anew */
  unplacedClosedOn: Day | null;
  placements: readonly WatchedPlacement[];
}

export interface Signal {
  kind: WatchSignal;
  since: Day;
  placementId: string | null;
  /** the same thing is opened once */
  onceKey: string;
}

/**
 * What the ledger says of somebody under watch on a day (plan art. 5, 34): a job lost and no other taken up; pay that stopped (a
 * check-in says so, or pay was reported and then no more, or a check-in ran out unanswered); months without a job; a post whose term ends soon. Nothing older
 * than the days of looking back is brought up, so that a first sweep does not open the past.
 */
export function signalsOf(person: WatchedPerson, rules: WatchRules, asOf: Day): Signal[] {
  const seen = person.placements.map((placement) => ({ placement, view: viewPlacement(placement.events) }));
  const active = seen.filter(({ view }) => view.active);
  const oldest = addDays(asOf, -rules.lookbackDays);
  const signals: Signal[] = [];
  if (active.length === 0) {
    const last = seen.filter(({ view }) => view.endedOn !== null).sort((a, b) => (a.view.endedOn! < b.view.endedOn! ? 1 : -1))[0];
    if (last && last.view.endedOn! > oldest && last.view.endedOn! <= asOf) signals.push(signal("JOB_LOST", last.view.endedOn!, last.placement.placementId));
    const age = ageOn(person.birthDate, asOf);
    const idleSince = [last?.view.endedOn ?? null, person.unplacedClosedOn].reduce<Day>((latest, day) => (day !== null && day > latest ? day : latest), person.watchedSince);
    if (person.canWork && age >= rules.youngest && age <= rules.oldest && addMonths(idleSince, rules.unplacedMonths) <= asOf) signals.push(signal("UNPLACED", idleSince, null, person.personId));
  }
  for (const { placement, view } of active) {
    if (view.state !== "ON_THE_JOB" || view.arrivedOn === null) continue;
    const stopped = payStoppedOn(placement, rules, asOf);
    if (stopped !== null && stopped > oldest && stopped <= asOf) signals.push(signal("PAY_STOPPED", stopped, placement.placementId));
    const ends = endOf(placement, view.arrivedOn);
    if (ends !== null && ends >= asOf && ends <= addDays(asOf, rules.postEndingDays)) signals.push(signal("POST_ENDING", ends, placement.placementId));
  }
  return signals;
}

function signal(kind: WatchSignal, since: Day, placementId: string | null, subject: string = placementId ?? ""): Signal {
  return { kind, since, placementId, onceKey: `${kind}:${subject}:${since}` };
}

function payStoppedOn(placement: WatchedPlacement, rules: WatchRules, asOf: Day): Day | null {
  const days: Day[] = placement.checkIns.flatMap(({ answer, answeredOn, lapsed, dueOn }) => {
    if (answer === "NOT_PAID" && answeredOn !== null) return [answeredOn];
    return lapsed && answeredOn === null ? [dueOn] : [];
  });
  const lastMonth = placement.payMonths.reduce((last, month) => (month > last ? month : last), "");
  if (lastMonth !== "") {
    const silentFrom = addDays(addMonths(`${lastMonth}-01`, 1), rules.paySilentDays);
    if (silentFrom <= asOf) days.push(silentFrom);
  }
  return days.length === 0 ? null : days.reduce((last, day) => (day > last ? day : last));
}

function endOf(placement: WatchedPlacement, arrivedOn: Day): Day | null {
  if (placement.termMonths !== null) return addMonths(arrivedOn, placement.termMonths);
  return placement.projectEndsOn;
}
