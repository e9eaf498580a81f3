import { addDays, type Day } from "../dates.ts";
import type { Sex } from "../terms.ts";

interface Line {
  /** years before the reform, years after it, one month more for every so many months of birth */
  from: number;
  to: number;
  step: number;
}
/** 渐进式延迟法定退休年龄 from 2025-01-01 over fifteen years: men 60→63, women 55→58 (cadres) and 50→55. */
const LINES: Record<"M" | "F" | "F_CADRE", Line> = {
  M: { from: 60, to: 63, step: 4 },
  F_CADRE: { from: 55, to: 58, step: 4 },
  F: { from: 50, to: 55, step: 2 },
};
const REFORM_MONTH = 2025 * 12;

/** The statutory retirement age in months of age, for a person born on a day. */
export function retirementAgeMonths(person: { sex: Sex; birthDate: Day; cadre?: boolean }): number {
  const line = LINES[person.sex === "M" ? "M" : person.cadre ? "F_CADRE" : "F"];
  const [year = 0, month = 1] = person.birthDate.split("-").map(Number);
  const reachedAt = year * 12 + (month - 1) + line.from * 12;
  if (reachedAt < REFORM_MONTH) return line.from * 12;
  const delay = Math.floor((reachedAt - REFORM_MONTH) / line.step) + 1;
  return Math.min(line.from * 12 + delay, line.to * 12);
}

/** The first day on which the statutory retirement age is reached. */
export function retiresOn(person: { sex: Sex; birthDate: Day; cadre?: boolean }): Day {
  const months = retirementAgeMonths(person);
  const [year = 0, month = 1, day = 1] = person.birthDate.split("-").map(Number);
  const total = year * 12 + (month - 1) + months;
  const first = `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}-01`;
  const lastDay = Number(addDays(`${Math.floor((total + 1) / 12)}-${String(((total + 1) % 12) + 1).padStart(2, "0")}-01`, -1).slice(8));
  return addDays(first, Math.min(day, lastDay) - 1);
}
