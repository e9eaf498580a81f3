import { addDays, type Day, yearOf } from "../dates.ts";
import { isOverseas, isWithin, provinceOf, SHANXI } from "../region/codes.ts";

/** 京津冀 / 长三角 / 粤港澳 / between regions of ours / elsewhere (articles 11, 19, 20) */
export const PARTNER_GROUPS = ["JJJ", "YRD", "GBA", "SHANXI", "OTHER"] as const;
export type PartnerGroup = (typeof PARTNER_GROUPS)[number];

const GROUP_OF: Readonly<Record<string, PartnerGroup>> = {
  "110000": "JJJ", "120000": "JJJ", "130000": "JJJ", "310000": "YRD", "320000": "YRD", "330000": "YRD", "340000": "YRD", "440000": "GBA", HK0000: "GBA", MO0000: "GBA", [SHANXI]: "SHANXI",
};

export function partnerGroupOf(code: string): PartnerGroup {
  return GROUP_OF[isOverseas(code) ? code : provinceOf(code)] ?? "OTHER";
}

/** What stands against an agreement's terms: the code of a refusal, with its field; null when nothing does. Ranges are half-open: on `validUntil` it holds no more. */
export function findTermProblem(terms: { homeCode: string; partnerCode: string; signedOn: Day; validFrom: Day; validUntil: Day }, today: Day): { code: string; field: string } | null {
  if (isWithin(terms.partnerCode, terms.homeCode) || isWithin(terms.homeCode, terms.partnerCode)) return { code: "agreement-own-region", field: "partnerCode" };
  if (terms.validUntil <= terms.validFrom) return { code: "agreement-end-first", field: "validUntil" };
  if (terms.signedOn > today) return { code: "agreement-signed-later", field: "signedOn" };
  if (terms.validFrom < "2000-01-01" || yearOf(terms.validUntil) - yearOf(terms.validFrom) > 10) return { code: "agreement-too-long", field: "validUntil" };
  return null;
}

/** The years that an agreement touches: the last is that of its last day. */
export function yearsOf({ validFrom, validUntil }: { validFrom: Day; validUntil: Day }): number[] {
  const [first, last] = [yearOf(validFrom), yearOf(addDays(validUntil, -1))];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

export type AgreementState = "COMING" | "IN_FORCE" | "OVER" | "ENDED";

export function agreementStateOf({ validFrom, validUntil, endedOn }: { validFrom: Day; validUntil: Day; endedOn: Day | null }, today: Day): AgreementState {
  if (endedOn !== null && endedOn <= today) return "ENDED";
  return today < validFrom ? "COMING" : today >= validUntil ? "OVER" : "IN_FORCE";
}

/** One arrival at a workplace of the partner's, from the ledger. */
export interface Arrival {
  personId: string;
  arrivedOn: Day;
  occupationCode: string | null;
  /** came there by an organised departure */
  dispatched: boolean;
}

export interface YearResult {
  year: number;
  /** null: none was agreed for the whole year */
  quota: number | null;
  people: number;
  dispatched: number;
  occupations: { code: string; quota: number; people: number }[];
}

/**
 * Quota and result by year. Whoever arrived at several places of the partner's in a year counts once in it, as dispatched when one of the arrivals was; over several
 * agreements the same person may stand in each. Without a quota for the whole year, those of its occupations are added up.
 */
export function resultsOf(years: readonly number[], quotas: readonly { year: number; occupationCode: string; people: number }[], arrivals: readonly Arrival[]): YearResult[] {
  return years.map((year) => {
    const here = arrivals.filter((one) => yearOf(one.arrivedOn) === year);
    const distinct = (of: readonly Arrival[]) => new Set(of.map((one) => one.personId)).size;
    const own = quotas.filter((one) => one.year === year);
    const trades = own.filter((one) => one.occupationCode !== "");
    const whole = own.find((one) => one.occupationCode === "");
    return {
      year, quota: whole?.people ?? (trades.length > 0 ? trades.reduce((sum, one) => sum + one.people, 0) : null), people: distinct(here), dispatched: distinct(here.filter((one) => one.dispatched)),
      occupations: trades.map((one) => ({ code: one.occupationCode, quota: one.people, people: distinct(here.filter((arrival) => arrival.occupationCode === one.occupationCode)) })),
    };
  });
}
