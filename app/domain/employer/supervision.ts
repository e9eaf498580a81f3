import { addMonths, type Day, daysBetween } from "../dates.ts";
import { isWithin, SHANXI } from "../region/codes.ts";

/** The region whose bureau looks after an employer: its own in Shanxi; the province's for one elsewhere or of unknown place. */
export function supervisingRegion(regionCode: string | null): string {
  return regionCode !== null && isWithin(regionCode, SHANXI) ? regionCode : SHANXI;
}

/** The day by which an employer checked on `verifiedOn` must be looked at again; `months` is the policy parameter employer.reverify.months. */
export function recheckDay(verifiedOn: Day, months: number): Day {
  return addMonths(verifiedOn, months);
}

export type RecheckState = "fresh" | "due-soon" | "overdue";
const SOON_DAYS = 30;

/** How the next look stands on a day. The day itself is still in time; without a day none is due. */
export function recheckState(reverifyBy: Day | null, today: Day): RecheckState {
  if (reverifyBy === null) return "fresh";
  const left = daysBetween(today, reverifyBy);
  return left < 0 ? "overdue" : left <= SOON_DAYS ? "due-soon" : "fresh";
}
