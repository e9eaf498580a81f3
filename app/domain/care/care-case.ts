import { addDays, type Day, toDate } from "../dates.ts";
import { isWithin, SHANXI } from "../region/codes.ts";

/** Wages not or only partly paid, a wish to be called, a person and the ledger that disagree, a message that was reported, a company abroad whose licence does not stand any more. */
export const CARE_KINDS = ["NOT_PAID", "PART_PAID", "TALK", "DISPUTED", "MESSAGE", "LICENCE"] as const;
export type CareKind = (typeof CARE_KINDS)[number];

/** It was so and has been dealt with; it was not so; the person was helped, nobody was at fault. */
export const CARE_OUTCOMES = ["UPHELD", "NOT_UPHELD", "HELPED"] as const;
export type CareOutcome = (typeof CARE_OUTCOMES)[number];

/** How a case of each kind can end. */
export function outcomesOf(kind: CareKind): readonly CareOutcome[] {
  return kind === "TALK" || kind === "DISPUTED" || kind === "LICENCE" ? ["HELPED"] : ["UPHELD", "NOT_UPHELD"];
}

export const CARE_WORKING_DAYS = 5;

/** The day some working days on, Saturdays and Sundays left out. Public holidays are not known here, so a holiday makes the day an early one. */
export function addWorkingDays(day: Day, days: number): Day {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    const weekday = toDate(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

/** Whose county it is: unpaid wages are the workplace's (labour inspection acts where the work is), all else the home's; a workplace outside Shanxi leaves it to the home. */
export function caringCounty(kind: CareKind, workCountyCode: string | null, homeCountyCode: string): string {
  const atWork = kind === "NOT_PAID" || kind === "PART_PAID" || kind === "MESSAGE";
  return atWork && workCountyCode !== null && isWithin(workCountyCode, SHANXI) ? workCountyCode : homeCountyCode;
}
