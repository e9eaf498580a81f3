import { addDays, addMonths, type Day } from "../dates.ts";
import { retiresOn } from "../policy/retirement.ts";
import type { Sex } from "../terms.ts";
import type { WelfareRules } from "./rules.ts";

export interface Holder {
  sex: Sex;
  birthDate: Day;
  firstFrom: Day;
}

/**
 * The last day, exclusive, on which a contract may end: so many months from the first day in post, or the statutory retirement for who was
 * within a few years of it on that day. Source: 人社部发〔2019〕124号 for the rule; the numbers are policy rows.
 */
export function latestEnd({ sex, birthDate, firstFrom }: Holder, rules: Pick<WelfareRules, "totalMonths" | "nearRetirementYears">): Day {
  const byTerm = addMonths(firstFrom, rules.totalMonths);
  const retires = retiresOn({ sex, birthDate });
  const near = retires > firstFrom && retires <= addMonths(firstFrom, rules.nearRetirementYears * 12);
  return near && retires > byTerm ? retires : byTerm;
}

export interface Ending {
  id: string;
  village: string;
  until: Day;
  latest: Day;
}

export interface Moved extends Ending {
  to: Day;
}

const monthOfEnd = (until: Day) => addDays(until, -1).slice(0, 7);

/**
 * New ends that level the months: in each village no month from `asOf` on loses more than `most` people where later months within
 * everybody's limit have room. Ends are only put off, never brought forward: nobody loses a promised month. Who has the most room left
 * is moved; the day of the month stays. What can't be moved stays.
 */
export function levelEnds(ends: readonly Ending[], most: number, asOf: Day): Moved[] {
  const moved: Moved[] = [];
  for (const village of new Set(ends.map((one) => one.village))) {
    const here = ends.filter((one) => one.village === village && one.until > asOf);
    const months = new Map<string, number>();
    for (const one of here) months.set(monthOfEnd(one.until), (months.get(monthOfEnd(one.until)) ?? 0) + 1);
    for (const month of [...months.keys()].sort()) {
      const movable = here.filter((one) => monthOfEnd(one.until) === month).sort((a, b) => b.latest.localeCompare(a.latest) || a.id.localeCompare(b.id));
      for (const one of movable) {
        if ((months.get(month) ?? 0) <= most) break;
        const to = firstRoom(one, months, most);
        if (to === null) continue;
        months.set(month, months.get(month)! - 1);
        months.set(monthOfEnd(to), (months.get(monthOfEnd(to)) ?? 0) + 1);
        moved.push({ ...one, to });
      }
    }
  }
  return moved;
}

function firstRoom({ until, latest }: Ending, months: ReadonlyMap<string, number>, most: number): Day | null {
  for (let later = 1; ; later += 1) {
    const to = addMonths(until, later);
    if (to > latest) return null;
    if ((months.get(monthOfEnd(to)) ?? 0) < most) return to;
  }
}

/** Which of the marks (180, 90, 30 days before the end) have come and have no plan yet; only the nearest is asked about. */
export function dueMark(until: Day, today: Day, marks: readonly number[], known: readonly number[]): number | null {
  const reached = [...marks].sort((a, b) => a - b).find((mark) => today >= addDays(until, -mark));
  return reached === undefined || known.includes(reached) ? null : reached;
}
