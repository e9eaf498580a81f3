import { type Day, daysBetween } from "../dates.ts";

/** What is known of an ad and of those who put it up; days and fen a month. */
export interface HonestyFacts {
  asOf: Day;
  employer: "verified" | "overdue" | "unverified";
  openings: number;
  /** people who took a place in this post, and those of them whose arrival stands in the ledger */
  filled: number;
  arrived: number;
  /** arrivals through all posts of the employer */
  arrivedAtEmployer: number;
  /** the lowest pay advertised, fen a month; null where there is no monthly figure */
  advertisedFen: number | null;
  /** what hires of this employer's post say they were paid, fen a month */
  paidFen: readonly number[];
  /** cases of unpaid wages at the employer that a bureau found true within a year */
  wagesUpheld?: number;
  reportsOpen: number;
  reportsUpheld: number;
  firstPublishedOn: Day;
  /** when the employer last said that all of it holds */
  confirmedOn: Day;
}

export const HONESTY_PARTS = ["employer", "hires", "pay", "reports", "age"] as const;
export type HonestyPartKey = (typeof HONESTY_PARTS)[number];

export interface HonestyPart {
  key: HonestyPartKey;
  points: number;
  /** what it can reach; a part of which too little is known has no say */
  of: number;
  known: boolean;
  facts: Record<string, string | number>;
}

export interface Honesty {
  /** 0–100 over the parts of which something is known */
  score: number;
  /** points reached, of those that the known parts can reach; the rest to 100 is not known yet */
  points: number;
  reach: number;
  parts: HonestyPart[];
  /** arrivals through all posts of the employer */
  arrivedAtEmployer: number;
}

export const HONESTY_WEIGHTS: Readonly<Record<HonestyPartKey, number>> = { employer: 25, hires: 25, pay: 25, reports: 15, age: 10 };
/** Fewer reports of pay than this say nothing for sure, and would show what one person earns. */
export const LEAST_PAY_REPORTS = 3;
/** Paid as advertised: within five percent of the lowest figure. */
const PAID_SHARE = 0.95;
/** So long a new ad without arrivals is not held against anybody. */
const NEW_FOR_DAYS = 30;

/** How far an ad has kept its word so far, as five parts with the facts behind each. The same facts always give the same score. */
export function honestyOf(facts: HonestyFacts): Honesty {
  const parts = [employerPart(facts), hiresPart(facts), payPart(facts), reportsPart(facts), agePart(facts)];
  const reach = parts.reduce((sum, part) => sum + (part.known ? part.of : 0), 0);
  const points = parts.reduce((sum, part) => sum + (part.known ? part.points : 0), 0);
  return { score: reach === 0 ? 0 : Math.round((points / reach) * 100), points, reach, parts, arrivedAtEmployer: facts.arrivedAtEmployer };
}

function part(key: HonestyPartKey, share: number, known: boolean, facts: HonestyPart["facts"]): HonestyPart {
  return { key, points: known ? Math.round(HONESTY_WEIGHTS[key] * share) : 0, of: HONESTY_WEIGHTS[key], known, facts };
}

function employerPart({ employer }: HonestyFacts): HonestyPart {
  return part("employer", { verified: 1, overdue: 0.5, unverified: 0 }[employer], true, { state: employer });
}

/** Six tenths for any arrival at the employer, the rest by how much of this post is taken. */
function hiresPart({ asOf, openings, filled, arrived, arrivedAtEmployer, firstPublishedOn }: HonestyFacts): HonestyPart {
  const known = arrivedAtEmployer > 0 || daysBetween(firstPublishedOn, asOf) >= NEW_FOR_DAYS;
  const share = arrivedAtEmployer === 0 ? 0 : 0.6 + 0.4 * Math.min(1, filled / Math.max(1, openings));
  return part("hires", share, known, { openings, filled, arrived, atEmployer: arrivedAtEmployer });
}

function payPart({ advertisedFen, paidFen, wagesUpheld = 0 }: HonestyFacts): HonestyPart {
  // wages that a bureau found unpaid weigh more than any report
  if (wagesUpheld > 0) return part("pay", 0, true, { owed: wagesUpheld });
  const known = advertisedFen !== null && paidFen.length >= LEAST_PAY_REPORTS;
  const kept = advertisedFen === null ? 0 : paidFen.filter((fen) => fen >= advertisedFen * PAID_SHARE).length;
  return part("pay", known ? kept / paidFen.length : 0, known, known ? { kept, reports: paidFen.length } : { reports: paidFen.length, least: LEAST_PAY_REPORTS });
}

function reportsPart({ reportsOpen, reportsUpheld }: HonestyFacts): HonestyPart {
  const share = reportsUpheld > 0 ? 0 : Math.max(0, 1 - reportsOpen / 3);
  return part("reports", share, true, { open: reportsOpen, upheld: reportsUpheld });
}

function agePart({ asOf, firstPublishedOn, confirmedOn }: HonestyFacts): HonestyPart {
  const sinceConfirmed = Math.max(0, daysBetween(confirmedOn, asOf));
  return part("age", sinceConfirmed <= 30 ? 1 : sinceConfirmed <= 60 ? 0.5 : 0, true, { days: Math.max(0, daysBetween(firstPublishedOn, asOf)), confirmedDays: sinceConfirmed });
}

/** What an employer's ads have come to within half a year. */
export interface Advertising {
  ads: number;
  views: number;
  arrivals: number;
  firstAdOn: Day;
}

/** Policy parameters post.alarm.ads, post.alarm.views and post.alarm.days. */
export interface AlarmLimits {
  ads: number;
  views: number;
  days: number;
}

/** Whether a bureau should look: many ads, seen often, for long, and nobody ever arrived. */
export function raisesAlarm(one: Advertising, limits: AlarmLimits, asOf: Day): boolean {
  return one.arrivals === 0 && one.ads >= limits.ads && one.views >= limits.views && daysBetween(one.firstAdOn, asOf) >= limits.days;
}
