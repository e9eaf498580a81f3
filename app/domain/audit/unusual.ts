import type { Day } from "../dates.ts";
import { kindOfPurpose, type OpeningKind } from "./opening.ts";

/** How often an account opened data in one hour of a day in China for one purpose. */
export interface Looks {
  day: Day;
  /** 0 to 23, in China */
  hour: number;
  userId: string;
  purpose: string;
  looks: number;
}

/** How many different people of a township an account opened. */
export interface TownLooks {
  userId: string;
  town: string;
  persons: number;
  lastDay: Day;
}

export const UNUSUAL_KINDS = ["MANY", "HOURS", "PLACE"] as const;
export type UnusualKind = (typeof UNUSUAL_KINDS)[number];

/** What a supervisor should ask about. `looks` is what is unusual (for PLACE persons), `usual` what is usual for it. */
export interface Unusual {
  kind: UnusualKind;
  userId: string;
  day: Day;
  looks: number;
  usual: number;
  /** of PLACE: the township */
  town: string | null;
}

/** A day of fewer is never much, however quiet the others are. */
const LEAST_MANY = 40;
/** So many times the middle day of an account that opens anything. */
const MANY_TIMES = 5;
/** Nobody's office is open: from ten in the evening to six in the morning. */
const NIGHT_FROM = 22;
const NIGHT_TO = 6;
const LEAST_AT_NIGHT = 3;
/** An account has a usual township when so many of so many people live there. */
const USUAL_SHARE = 0.8;
const LEAST_PERSONS = 20;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The lower middle of the numbers; 0 of none. */
export function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/**
 * What stands out, the most telling first: an account's day with five times as many openings as a middle day of an account and at least 40, openings
 * at night, and people outside of the township where four in five of an account's people live. Each is a question, not an accusation.
 */
export function findUnusual(looks: readonly Looks[], towns: readonly TownLooks[]): Unusual[] {
  const days = group(looks, (one) => `${one.userId} ${one.day}`).map((own) => ({ userId: own[0]!.userId, day: own[0]!.day, looks: sum(own.map((one) => one.looks)), night: sum(own.filter(isNight).map((one) => one.looks)) }));
  const usual = middle(days.map((one) => one.looks));
  const many = days.filter((one) => one.looks >= Math.max(LEAST_MANY, usual * MANY_TIMES)).map((one): Unusual => ({ kind: "MANY", userId: one.userId, day: one.day, looks: one.looks, usual, town: null }));
  const night = days.filter((one) => one.night >= LEAST_AT_NIGHT).map((one): Unusual => ({ kind: "HOURS", userId: one.userId, day: one.day, looks: one.night, usual: 0, town: null }));
  const place = group(towns, (one) => one.userId).flatMap((own) => {
    const all = sum(own.map((one) => one.persons));
    const home = own.find((one) => one.persons >= all * USUAL_SHARE);
    if (all < LEAST_PERSONS || home === undefined) return [];
    return own.filter((one) => one !== home).map((one): Unusual => ({ kind: "PLACE", userId: one.userId, day: one.lastDay, looks: one.persons, usual: home.persons, town: one.town }));
  });
  const byCount = (a: Unusual, b: Unusual) => b.looks - a.looks || (a.day < b.day ? 1 : -1);
  return [...many.sort(byCount), ...night.sort(byCount), ...place.sort(byCount)];
}

const isNight = ({ hour }: Looks): boolean => hour >= NIGHT_FROM || hour < NIGHT_TO;

function group<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const known = groups.get(key(one));
    if (known) known.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

/** What a picture tells apart: for a person's matter, on a form, for a payment, or because a page showed it. */
export const PURPOSE_GROUPS = ["ASKED", "FORM", "PAY", "PAGE"] as const;
export type PurposeGroup = (typeof PURPOSE_GROUPS)[number];

export function groupOfPurpose(purpose: string): PurposeGroup {
  const kind: OpeningKind = kindOfPurpose(purpose);
  return kind === "FORM" || kind === "PAY" ? kind : kind === "SERVICE" ? "PAGE" : "ASKED";
}
