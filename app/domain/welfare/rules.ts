import { z } from "zod";
import type { Day } from "../dates.ts";
import { parameterInForce, type PolicyParameter, requireNumber } from "../policy/parameter.ts";
import { PERSON_CATEGORIES, type PersonCategoryKind, type WelfareKind } from "../terms.ts";

/** The dated numbers of public-welfare posts, for a region on a day. */
export interface WelfareRules {
  noticeDays: number;
  publicityDays: number;
  termMonths: number;
  totalMonths: number;
  /** who is so near to retirement at the first approval may stay until then, years */
  nearRetirementYears: number;
  lateRenewalDays: number;
  exitMarks: readonly number[];
  mostEndsPerMonth: number;
  ageMin: number;
  ageMax: number;
  categories: readonly PersonCategoryKind[];
  /** of the county, with its document */
  excluded: readonly PersonCategoryKind[];
  excludedBy: string | null;
  floorPct: number;
  /** fen a month; null where no minimum wage is known */
  minimumWageFen: number | null;
  fullHours: number;
  workloadTolerancePct: number;
}

const categories = z.array(z.enum(PERSON_CATEGORIES));
const marks = z.array(z.number().int().positive());

/** Reads them from the policy rows in force; throws ParameterMissingError when one is missing. */
export function welfareRulesFrom(rows: readonly PolicyParameter[], at: { regionCode: string; asOf: Day; kind: WelfareKind }): WelfareRules {
  const number = (key: string) => requireNumber(rows, key, at);
  const value = (key: string) => parameterInForce(rows, key, at);
  const excluded = value("welfare.excluded-categories");
  const minimum = value("wage.minimum.monthly")?.value;
  return {
    noticeDays: number("welfare.notice.days"), publicityDays: number("welfare.publicity.days"), termMonths: number("welfare.term.months"), totalMonths: number("welfare.term.total.months"),
    nearRetirementYears: number("welfare.term.retirement.years"), lateRenewalDays: number("welfare.renewal.late.days"), exitMarks: marks.parse(value("welfare.exit.days")?.value ?? []),
    mostEndsPerMonth: number("welfare.exit.village-month.max"),
    ageMin: number(at.kind === "RANGER" ? "ranger.age.min" : "work.age.min"), ageMax: number(at.kind === "RANGER" ? "ranger.age.max" : "welfare.age.max"),
    categories: categories.parse(value("welfare.categories")?.value ?? []), excluded: categories.parse(excluded?.value ?? []), excludedBy: excluded?.documentNumber ?? excluded?.source ?? null,
    floorPct: number("welfare.pay.floor.pct"), minimumWageFen: typeof minimum === "number" ? minimum : null, fullHours: number("welfare.workload.full-hours"), workloadTolerancePct: number("welfare.workload.tolerance.pct"),
  };
}

/** The least that a welfare post pays, fen a month: a share of the local minimum wage (Shanxi 2023: half); 0 where none is known. */
export function payFloorFen({ minimumWageFen, floorPct }: Pick<WelfareRules, "minimumWageFen" | "floorPct">): number {
  return minimumWageFen === null ? 0 : Math.ceil((minimumWageFen * floorPct) / 100);
}

export type TermsProblem = { code: "welfare-pay-floor"; floorFen: number } | { code: "welfare-workload"; from: number; to: number };

/**
 * Whether what a post pays and what it asks for match: not below the floor, and hours a month in proportion to the pay, measured by the
 * minimum wage and a full month of work, within a tolerance. Too few hours would be a post in name only, too many underpaid work.
 */
export function termsProblem(terms: { monthlyFen: number; hoursPerDay: number; daysPerMonth: number }, rules: WelfareRules): TermsProblem | null {
  const floorFen = payFloorFen(rules);
  if (terms.monthlyFen < floorFen) return { code: "welfare-pay-floor", floorFen };
  if (rules.minimumWageFen === null) return null;
  const fair = (terms.monthlyFen / rules.minimumWageFen) * rules.fullHours;
  const [from, to] = [Math.ceil((fair * (100 - rules.workloadTolerancePct)) / 100), Math.floor((fair * (100 + rules.workloadTolerancePct)) / 100)];
  const hours = terms.hoursPerDay * terms.daysPerMonth;
  return hours < from || hours > to ? { code: "welfare-workload", from, to } : null;
}
