import { addDays, type Day } from "../dates.ts";
import { citationOf, type Citation, type RuleBook } from "../policy/rule-book.ts";
import type { PolicyParameter } from "../policy/parameter.ts";
import { type Benefit, BRING, type Paper } from "./benefits.ts";
import type { ClaimFacts } from "./facts.ts";

/** An amount never goes without the row it comes from. */
export interface Money {
  fen: number;
  citation: Citation;
}

/** What is still missing, each a key of the catalogue (`claims.lack.<code>`). */
export interface Lack {
  code:
    | "category" | "no-work" | "in-county" | "proof" | "months" | "pay-low" | "pay-unknown" | "no-training" | "training-unverified" | "training-paid-by-class" | "no-startup" | "startup-months" | "startup-closed"
    | "not-recognised" | "window-not-open" | "window-closed";
  params?: Readonly<Record<string, number | string>>;
}

/** What the amount rests on, for the person, the county and the paper. */
export interface Basis {
  placementId?: string;
  workshopId?: string;
  months?: number;
  averagePayFen?: number;
  paySource?: "REPORTS" | "POST";
  rung?: number;
  placeClass?: string;
}

export interface Entitlement {
  benefit: Benefit;
  year: number;
  /** OPEN: can be asked for now; NOT_YET: something lacks; NO_RULE: no rule of this kind is in force there */
  state: "OPEN" | "NOT_YET" | "NO_RULE";
  amount: Money | null;
  /** the rule names a ceiling: what is paid may be less */
  atMost: boolean;
  /** paid by the day: fen a day, and how many days at most */
  perDay: { fen: number; most: number } | null;
  /** what it would bring once nothing lacks any more */
  possible: Money | null;
  lacking: readonly Lack[];
  /** the day whose rules and categories were asked */
  refDay: Day;
  /** what is paid once in a life or for a hire: the day on which its time was full, null while it is not; null for what comes every year */
  fullOn: Day | null;
  applyFrom: Day | null;
  applyUntil: Day | null;
  basis: Basis;
  bring: readonly Paper[];
}

export interface ClaimAt {
  year: number;
  asOf: Day;
}

/** The last day of the year that has come by `asOf`: a past year is seen whole, whenever it is looked at. */
export function yearEnd({ year, asOf }: ClaimAt): Day {
  const last = `${year}-12-31`;
  return asOf < last ? asOf : last;
}

/** What all benefits share: NO_RULE without a row, the window, and OPEN exactly when nothing lacks. */
export function entitle(benefit: Benefit, at: ClaimAt, found: {
  row: PolicyParameter | null; fen: number; refDay: Day; fullOn?: Day | null; lacking: readonly Lack[]; basis?: Basis; atMost?: boolean; perDay?: { fen: number; most: number };
  window?: { from: Day; until: Day } | null;
}): Entitlement {
  const base = {
    benefit, year: at.year, atMost: found.atMost ?? false, perDay: found.perDay ?? null, refDay: found.refDay, fullOn: found.fullOn ?? null, basis: found.basis ?? {}, bring: BRING[benefit],
    applyFrom: found.window?.from ?? null, applyUntil: found.window?.until ?? null,
  };
  if (found.row === null || found.fen <= 0) return { ...base, state: "NO_RULE", amount: null, possible: null, lacking: [] };
  const money = { fen: found.fen, citation: citationOf(found.row) };
  const lacking = [...found.lacking, ...windowLack(found.window ?? null, at)];
  return lacking.length === 0 ? { ...base, state: "OPEN", amount: money, possible: money, lacking } : { ...base, state: "NOT_YET", amount: null, possible: money, lacking };
}

function windowLack(window: { from: Day; until: Day } | null, { asOf }: ClaimAt): Lack[] {
  if (window === null) return [];
  if (asOf < window.from) return [{ code: "window-not-open", params: { day: window.from } }];
  return asOf > window.until ? [{ code: "window-closed", params: { day: window.until } }] : [];
}

/** The days of a year between which a benefit is taken in, from a row such as ["11-01", "11-15"]; null where there is none. */
export function windowOf(rules: RuleBook, key: string, facts: Pick<ClaimFacts, "homeCountyCode">, at: ClaimAt): { from: Day; until: Day } | null {
  const days = rules.list(key, { regionCode: facts.homeCountyCode, asOf: yearEnd(at) });
  const [from, until] = days ?? [];
  if (from === undefined || until === undefined) return null;
  // 02-29 in a common year is the last day of February
  const last = (monthDay: string) => (monthDay === "02-29" ? addDays(`${at.year}-03-01`, -1) : `${at.year}-${monthDay}`);
  return { from: last(from), until: last(until) };
}
