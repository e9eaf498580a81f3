import { addDays, type Day, isInRange } from "../dates.ts";
import { parameterInForce, type PolicyParameter } from "../policy/parameter.ts";
import type { Problem } from "../result.ts";

/** 技能实习, 育成就労, 特定技能1号, and for any country but Japan: whatever its visa asks. */
export const SCHEMES = ["TITP", "IKUSEI", "SSW1", "OTHER"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Japan's, in the order in which they are told of. */
export const JAPAN_SCHEMES = ["TITP", "IKUSEI", "SSW1"] as const satisfies readonly Scheme[];
export const JAPAN = "JP0000";

const KEY = { TITP: "titp", IKUSEI: "ikusei", SSW1: "ssw1" } as const;

export const LANGUAGE_PROOFS = ["COURSE", "JLPT_N5", "JLPT_N4", "JFT_A1", "JFT_BASIC"] as const;
export type LanguageProof = (typeof LANGUAGE_PROOFS)[number];

/** A scheme as the dated rules have it. */
export interface SchemeRule {
  scheme: Scheme;
  /** applications may begin on [opensOn, closesOn) */
  opensOn: Day;
  closesOn: Day | null;
  /** the longest stay under it, years */
  years: number | null;
  /** papers any one of which is enough; empty: none is asked for */
  language: LanguageProof[];
  skillTest: boolean;
  /** the last days of the certificate of eligibility and of entry, both included */
  certificateBy: Day | null;
  entryBy: Day | null;
  /** from then on an application hardly comes through in time */
  practicalEnd: Day | null;
  /** months after which the employer may be changed: from the one to the other, as the trade has it */
  changeMonths: [number, number] | null;
}

const lower = (scheme: Scheme) => scheme.toLowerCase();
const isProof = (value: unknown): value is LanguageProof => (LANGUAGE_PROOFS as readonly unknown[]).includes(value);

/** The schemes that a destination knows on a day, those to come and those gone by included, from rows of the rule book. */
export function schemeRules(rows: readonly PolicyParameter[], destination: string, asOf: Day): SchemeRule[] {
  if (destination !== JAPAN) return [{ scheme: "OTHER", opensOn: "2012-08-01", closesOn: null, years: null, language: [], skillTest: false, certificateBy: null, entryBy: null, practicalEnd: null, changeMonths: null }];
  return JAPAN_SCHEMES.flatMap((scheme) => ruleOf(rows, scheme, asOf) ?? []);
}

function ruleOf(rows: readonly PolicyParameter[], scheme: keyof typeof KEY, asOf: Day): SchemeRule | null {
  const terms = rows.filter((row) => row.key === `overseas.${KEY[scheme]}.years`).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last) return null;
  // of a scheme to come or gone by: as it begins, or as it ended
  const on = asOf < first.validFrom ? first.validFrom : last.validTo !== null && asOf >= last.validTo ? addDays(last.validTo, -1) : asOf;
  const at = (name: string) => parameterInForce(rows, `overseas.${KEY[scheme]}.${name}`, { regionCode: "", asOf: on })?.value;
  const number = (name: string) => (typeof at(name) === "number" ? (at(name) as number) : null);
  const list = (name: string) => {
    const value = at(name);
    return Array.isArray(value) ? (value as unknown[]) : [];
  };
  const day = (name: string) => list(name).find((one): one is Day => typeof one === "string") ?? null;
  const [least, most] = [number("change.months-min"), number("change.months-max")];
  return {
    scheme, opensOn: first.validFrom, closesOn: last.validTo, years: number("years"), language: list("language").filter(isProof), skillTest: number("skill-test") === 1,
    certificateBy: day("certificate-by"), entryBy: day("entry-by"), practicalEnd: day("practical-end"), changeMonths: least === null || most === null ? null : [least, most],
  };
}

/** When somebody applies, and when they are to enter. */
export interface Plan {
  appliedOn: Day;
  entryOn: Day;
}

/** Why an application under a scheme can't begin on that day for that entry; null: it can. */
export function schemeProblem(rule: SchemeRule, { appliedOn, entryOn }: Plan): Problem | null {
  if (appliedOn < rule.opensOn) return { code: `overseas-not-yet-${lower(rule.scheme)}`, params: { day: rule.opensOn } };
  if (!isInRange(appliedOn, rule.opensOn, rule.closesOn)) return { code: `overseas-over-${lower(rule.scheme)}`, params: { day: addDays(rule.closesOn!, -1) } };
  if (entryOn <= appliedOn) return { code: "overseas-entry-past" };
  if (rule.entryBy !== null && entryOn > rule.entryBy) return { code: "overseas-entry-late", params: { day: rule.entryBy } };
  return rule.certificateBy !== null && appliedOn > rule.certificateBy ? { code: "overseas-certificate-late", params: { day: rule.certificateBy } } : null;
}

/** The schemes under which an application can begin on that day for that entry. */
export function openSchemes(rules: readonly SchemeRule[], plan: Plan): Scheme[] {
  return rules.filter((rule) => schemeProblem(rule, plan) === null).map((rule) => rule.scheme);
}

/** Why not under this scheme, and what is possible instead: now, or from which day. Empty: it can begin. */
export function problemsOfScheme(rules: readonly SchemeRule[], scheme: Scheme, plan: Plan): Problem[] {
  const rule = rules.find((one) => one.scheme === scheme);
  if (!rule) return [{ code: "overseas-scheme-needed" }];
  const problem = schemeProblem(rule, plan);
  if (problem === null) return [];
  const others = rules.filter((one) => one.scheme !== scheme);
  return [problem, ...others.flatMap((one): Problem[] => {
    if (schemeProblem(one, plan) === null) return [{ code: `overseas-instead-${lower(one.scheme)}` }];
    return plan.appliedOn < one.opensOn ? [{ code: `overseas-instead-from-${lower(one.scheme)}`, params: { day: one.opensOn } }] : [];
  })];
}

/** Whether an application of that day is allowed, but hardly comes through in time. */
export function comesLate(rule: SchemeRule, appliedOn: Day): boolean {
  return rule.practicalEnd !== null && appliedOn > rule.practicalEnd;
}
