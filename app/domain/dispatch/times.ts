/** An instant from what a date-and-time field sends, in China's time; null for what is none. */
export function readMoment(text: string): Date | null {
  if (!/^20\d\d-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  const at = new Date(`${text}:00+08:00`);
  return Number.isNaN(at.getTime()) || momentField(at) !== text ? null : at;
}

/** The same instant as a date-and-time field shows it. */
export function momentField(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
}

interface Times {
  gatherAt: Date;
  departsAt: Date;
  arrivesAt: Date;
}
const HOUR_MS = 3_600_000;

/** What stands against the times of a dispatch: gathered in the future and within a year, then off, then there within four days. */
export function findTimeProblem({ gatherAt, departsAt, arrivesAt }: Times, now: Date): { code: string; field: string } | null {
  if (gatherAt <= now) return { code: "dispatch-time-passed", field: "gatherAt" };
  if (gatherAt.getTime() - now.getTime() > 366 * 24 * HOUR_MS) return { code: "dispatch-too-far", field: "gatherAt" };
  if (departsAt < gatherAt || departsAt.getTime() - gatherAt.getTime() > 24 * HOUR_MS) return { code: "dispatch-departs-first", field: "departsAt" };
  if (arrivesAt <= departsAt || arrivesAt.getTime() - departsAt.getTime() > 96 * HOUR_MS) return { code: "dispatch-arrives-first", field: "arrivesAt" };
  return null;
}

/** Whether two journeys take the same time, from gathering to arrival: nobody can be on both. */
export function sameTime(a: { gatherAt: Date; arrivesAt: Date }, b: { gatherAt: Date; arrivesAt: Date }): boolean {
  return a.gatherAt < b.arrivesAt && b.gatherAt < a.arrivesAt;
}
