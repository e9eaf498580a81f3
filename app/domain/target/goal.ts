/**
 * Splits a goal over counties in proportion to weights (for example their population), in whole persons,
 * by largest remainder; equal remainders go to the smaller code. The parts add up to the goal exactly.
 */
export function splitGoal(goal: number, weights: ReadonlyMap<string, number>): Map<string, number> {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) throw new RangeError("a goal can't be split over weights that add up to nothing");
  const shares = [...weights].map(([code, weight]) => {
    const exact = (goal * weight) / total;
    return { code, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  let left = goal - shares.reduce((sum, share) => sum + share.whole, 0);
  const parts = new Map(shares.map(({ code, whole }) => [code, whole]));
  for (const { code } of [...shares].sort((a, b) => b.rest - a.rest || (a.code < b.code ? -1 : 1))) {
    if (left-- <= 0) break;
    parts.set(code, (parts.get(code) ?? 0) + 1);
  }
  return parts;
}

/** A provincial goal scaled to a sample of the province, at least 1. `ratio` is persons here per person there. */
export function scaleGoal(goal: number, ratio: number | null): number {
  return ratio === null ? goal : Math.max(1, Math.round(goal * ratio));
}

/** The share of the calendar year that has gone by at the end of a day, 0–1. */
export function calendarShare(today: string): number {
  const year = Number(today.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - start) / 86_400_000;
  return ((Date.parse(`${today}T00:00:00Z`) - start) / 86_400_000 + 1) / days;
}
