import { addDays, addMonths, ageOn, type Day } from "../dates.ts";
import { retiresOn } from "../policy/retirement.ts";
import type { PlaceClass, Sex } from "../terms.ts";
import { termHolds, type MembershipTerm } from "./membership.ts";

/** A part of a whole; whoever shows it shows both numbers. */
export interface ShareOf {
  part: number;
  whole: number;
}

export interface MemberPlacement {
  arrivedOn: Day;
  /** null: still there */
  endedOn: Day | null;
}

/** Of the placements of members that could have lasted `days` by a day, those that did. A placement could if it began long enough ago. */
export function retentionOf(placements: readonly MemberPlacement[], days: number, asOf: Day): ShareOf {
  const could = placements.filter((one) => addDays(one.arrivedOn, days) <= asOf);
  return { part: could.filter((one) => one.endedOn === null || one.endedOn >= addDays(one.arrivedOn, days)).length, whole: could.length };
}

/** A monthly pay in fen with what makes it comparable. */
export interface PaidPost {
  year: number;
  placeClass: PlaceClass;
  occupationCode: string;
  fen: number;
}

export interface PayPremium {
  year: number;
  placeClass: PlaceClass;
  occupationCode: string;
  with: { median: number; count: number };
  without: { median: number; count: number };
  /** with against without, percent; null where either side has fewer than the least number, which is too few to say */
  pct: number | null;
}

/** The middle value in fen, of an even number the lower of the two; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Pay with the brand against pay without, only within the same year, place class and occupation; newest year first. */
export function premiumsOf(withBrand: readonly PaidPost[], without: readonly PaidPost[], fewest: number): PayPremium[] {
  const keyOf = ({ year, placeClass, occupationCode }: PaidPost) => `${year} ${placeClass} ${occupationCode}`;
  const grouped = (posts: readonly PaidPost[]) => {
    const groups = new Map<string, PaidPost[]>();
    for (const post of posts) {
      const group = groups.get(keyOf(post));
      if (group) group.push(post);
      else groups.set(keyOf(post), [post]);
    }
    return groups;
  };
  const others = grouped(without);
  return [...grouped(withBrand)].map(([key, mine]): PayPremium => {
    const theirs = others.get(key) ?? [];
    const [own, other] = [medianOf(mine.map((one) => one.fen))!, medianOf(theirs.map((one) => one.fen))];
    const { year, placeClass, occupationCode } = mine[0]!;
    const enough = mine.length >= fewest && theirs.length >= fewest && other !== null && other > 0;
    return { year, placeClass, occupationCode, with: { median: own, count: mine.length }, without: { median: other ?? 0, count: theirs.length }, pct: enough ? Math.round(((own - other) * 1_000) / other) / 10 : null };
  }).sort((a, b) => b.year - a.year || b.with.count - a.with.count || (keyOf({ ...a, fen: 0 }) < keyOf({ ...b, fen: 0 }) ? -1 : 1));
}

export interface MemberFacts extends MembershipTerm {
  personId: string;
  birthDate: Day;
  sex: Sex;
}

export const AGE_BANDS = [16, 30, 40, 50, 60] as const;

/** Ages of those who are members on a day: the median, how many are over 50, and how many in each band (by its lower edge). */
export function agesOf(members: readonly MemberFacts[], asOf: Day): { median: number | null; overFifty: ShareOf; bands: { from: number; count: number }[] } {
  const ages = members.filter((one) => termHolds(one, asOf)).map((one) => ageOn(one.birthDate, asOf));
  const bands = AGE_BANDS.map((from, at) => ({ from, count: ages.filter((age) => (at === 0 || age >= from) && age < (AGE_BANDS[at + 1] ?? Infinity)).length }));
  return { median: medianOf(ages), overFifty: { part: ages.filter((age) => age > 50).length, whole: ages.length }, bands };
}

export interface SupplyYear {
  /** 1 to 3 years from the day of the card */
  ahead: number;
  on: Day;
  start: number;
  retiring: number;
  ending: number;
  admitted: number;
  left: number;
}

/**
 * Members to be expected in one, two and three years. A year begins with the members of its first day; those who reach the legal retirement age in it go, then those of the
 * rest whose membership ends in it and, by the share renewed so far, is not renewed; as many come as were admitted a year on the mean of the last three.
 * Whole people, each number rounded half up, nobody counted twice.
 */
export function supplyOf(members: readonly MemberFacts[], trend: { admittedLastThreeYears: number; renewed: ShareOf }, asOf: Day): SupplyYear[] {
  const perYear = Math.round(trend.admittedLastThreeYears / 3);
  const lost = trend.renewed.whole === 0 ? 1 : 1 - trend.renewed.part / trend.renewed.whole;
  const now = members.filter((one) => termHolds(one, asOf));
  const years: SupplyYear[] = [];
  let start = now.length;
  for (let ahead = 1; ahead <= 3; ahead += 1) {
    const [from, to] = [addMonths(asOf, 12 * (ahead - 1)), addMonths(asOf, 12 * ahead)];
    const within = (day: Day) => day >= from && day < to;
    // those past that age already have chosen to stay; they end with their membership
    const retiring = now.filter((one) => within(retiresOn(one)) && (one.validTo === null || one.validTo >= retiresOn(one))).length;
    const ending = Math.round(now.filter((one) => one.validTo !== null && within(one.validTo) && !(retiresOn(one) >= asOf && retiresOn(one) < to)).length * lost);
    const left = Math.max(0, start - retiring - ending + perYear);
    years.push({ ahead, on: to, start, retiring, ending, admitted: perYear, left });
    start = left;
  }
  return years;
}

/** Complaints for every hundred placements, to one decimal; null before there is a placement. */
export function complaintsPerHundred(complaints: number, placements: number): number | null {
  return placements === 0 ? null : Math.round((complaints * 1_000) / placements) / 10;
}
