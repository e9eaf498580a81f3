import type { Day } from "../dates.ts";
import { WHOLE_DAY } from "./roll.ts";

/** What a day in force earns, in fen: whole days to the fen, a part of a day rounded up, in the worker's favour. */
export function dayPayFen(rateFen: number, quarters: number): number {
  return Math.ceil((rateFen * quarters) / WHOLE_DAY);
}

/** A day of a closed roll, with the row of the roll that says so. */
export interface WorkedDay {
  rollId: string;
  personId: string;
  day: Day;
  quarters: number;
  rateFen: number;
  seq: number;
}

/** What sheets before this one paid for a person's day of a roll, all together. */
export interface PaidDay {
  rollId: string;
  personId: string;
  day: Day;
  payFen: number;
}

export interface DueDay extends WorkedDay {
  payFen: number;
}

export interface PayLine {
  personId: string;
  days: DueDay[];
  /** quarters of a day that are paid for the first time, of the days that are */
  quarters: number;
  payFen: number;
}

export interface Due {
  lines: PayLine[];
  totalFen: number;
  /** paid before and corrected downwards since: told to the officer, never taken off a wage */
  overpaid: (PaidDay & { dueFen: number })[];
}

const keyOf = ({ rollId, personId, day }: Pick<WorkedDay, "rollId" | "personId" | "day">) => `${rollId}|${personId}|${day}`;

/**
 * What is due: each day in force of closed rolls, less what earlier sheets paid for it. So a day is paid once, a correction upwards is paid as a
 * difference, and one downwards is told and not deducted (保障农民工工资支付条例). Lines by person, in order; the total is their sum to the fen.
 */
export function dueOf(worked: readonly WorkedDay[], paid: readonly PaidDay[]): Due {
  const before = new Map(paid.map((one) => [keyOf(one), one]));
  const lines = new Map<string, PayLine>();
  const overpaid: Due["overpaid"] = [];
  const seen = new Set<string>();
  for (const one of [...worked].sort((a, b) => (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    seen.add(keyOf(one));
    const already = before.get(keyOf(one));
    const dueFen = dayPayFen(one.rateFen, one.quarters);
    const payFen = dueFen - (already?.payFen ?? 0);
    if (already && payFen < 0) overpaid.push({ ...already, dueFen });
    if (payFen <= 0) continue;
    const line = lines.get(one.personId) ?? { personId: one.personId, days: [], quarters: 0, payFen: 0 };
    line.days.push({ ...one, payFen });
    line.quarters += already ? 0 : one.quarters;
    line.payFen += payFen;
    lines.set(one.personId, line);
  }
  overpaid.push(...paid.filter((one) => !seen.has(keyOf(one)) && one.payFen > 0).map((one) => ({ ...one, dueFen: 0 })));
  const all = [...lines.values()];
  return { lines: all, totalFen: all.reduce((sum, one) => sum + one.payFen, 0), overpaid };
}
