/** What became of trainings: finished, of them passed; of those whose day has come to look at work, looked at and at work. */
export interface TrainingRecord {
  finished: number;
  passed: number;
  looked: number;
  employed: number;
}

/** Percent in whole numbers; `known`: counted from what happened. */
export interface SuccessShares {
  passPct: number;
  placedPct: number;
  known: boolean;
}

/** The shares that expected placements are counted by: those of the record once it holds enough people on both counts, else the ones that the policy assumes. */
export function successShares(record: TrainingRecord, assumed: { passPct: number; placedPct: number; knownFrom: number }): SuccessShares {
  if (record.finished < assumed.knownFrom || record.looked < assumed.knownFrom) return { passPct: assumed.passPct, placedPct: assumed.placedPct, known: false };
  return { passPct: Math.round((record.passed / record.finished) * 100), placedPct: Math.round((record.employed / record.looked) * 100), known: true };
}

/** Placements to be expected of people who each have an opening of their own, in hundredths of a placement, rounded down. */
export function expectedHundredths(people: number, { passPct, placedPct }: SuccessShares): number {
  return Math.floor((people * passPct * placedPct) / 100);
}
