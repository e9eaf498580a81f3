import { ageOn, type Day } from "../dates.ts";
import { WORKING_AGE } from "../person/identity.ts";

/** How long somebody did a job, as the fewest months that their choice stands for: "one to two years" is 12. */
export const JOB_MONTHS = [6, 12, 24, 36, 60, 120] as const;
export type JobMonths = (typeof JOB_MONTHS)[number];

/** A resume of more lines than this says no more. */
export const MOST_JOBS = 12;

/** All the months of somebody's jobs, at most those since they came of working age: jobs may have run side by side. */
export function experienceOf(months: readonly number[], birthDate: Day, today: Day): number {
  const lived = Math.max(0, ageOn(birthDate, today) - WORKING_AGE) * 12 + 11;
  return Math.min(lived, months.reduce((sum, one) => sum + Math.max(0, one), 0));
}
