import { chinaDay, type Day } from "../dates.ts";

const CHINA_OFFSET_HOURS = 8;
/** A worker that was down at the hour still catches up with the night within this many hours. */
const WINDOW_HOURS = 4;

/** The night that is to be matched at this instant when the hour for it is `hour` (0 to 23, in China): the day it falls on, or null outside its hours. */
export function nightOf(now: Date, hour: number): Day | null {
  const since = (now.getUTCHours() + CHINA_OFFSET_HOURS - hour + 24) % 24;
  return since < WINDOW_HOURS ? chinaDay(new Date(now.getTime() - since * 3_600_000)) : null;
}
