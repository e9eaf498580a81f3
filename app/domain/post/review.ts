import type { Day } from "../dates.ts";
import { addDays } from "../dates.ts";
import { chargeProblems } from "../overseas/charges.ts";
import { countyOf, isOverseas } from "../region/codes.ts";
import type { Problem } from "../result.ts";
import { WAGE_PERIODS, type WagePeriod } from "../terms.ts";
import { findUnlawful } from "./lawful.ts";
import { monthlyFen } from "./monthly-wage.ts";
import { LONGEST_VALIDITY_DAYS, type PostInput } from "./post-input.ts";
import { findUnwise } from "./unwise.ts";

/** The dated numbers that a post is held against, in force on `asOf`. */
export interface PostRules {
  asOf: Day;
  /** fen an hour for work paid by the hour, fen a month for all other; null where none is known */
  minimumWageFen(countyCode: string, period: WagePeriod): number | null;
  /** occupations, by the beginning of their code, that are closed to minors, and the age from which they are open */
  hazardousOccupationPrefixes: readonly string[];
  hazardousWorkAge: number;
  /** the most that may be asked of somebody sent abroad as deposit or security, yuan */
  overseasDepositMaxYuan?: number;
}

/** A post as far as it is filled in; wages in yuan per period. */
export type PostDraft = Partial<PostInput>;

export interface Review {
  /** must be put right before it may be published */
  blocked: Problem[];
  /** may stay, and better didn't */
  advised: Problem[];
}

/**
 * Holds a post, or what there is of it so far, against the law and good sense. Problems carry codes of the catalogue
 * (`unlawful-<rule>`, `unwise-<rule>`), the phrase and the form field. What is still empty is not complained about,
 * but for a missing end of validity.
 */
export function reviewPost(post: PostDraft, rules: PostRules): Review {
  const texts = { title: post.title ?? "", description: post.description ?? "" };
  const blocked: Problem[] = findUnlawful(texts).map(({ rule, field, phrase }) => ({ code: `unlawful-${rule}`, field, params: { phrase } }));
  return {
    blocked: [...blocked, ...minorsInDanger(post, texts, rules), ...streamProblems(post), ...validityProblems(post, rules.asOf), ...wageProblems(post, rules), ...chargesAbroad(post, rules)],
    advised: findUnwise(post).map(({ rule, field, phrase }) => ({ code: `unwise-${rule}`, field, ...(phrase ? { params: { phrase } } : {}) })),
  };
}

const FROM_SIXTEEN = /(?:(?:满|年满|年龄)\s*)?1[67]\s*(?:周)?岁\s*(?:以上|起|即可)/;

/** 未成年工 may not do hazardous work (劳动法 art. 64, 未成年人保护法 art. 61). */
function minorsInDanger({ occupationCode }: PostDraft, { title, description }: { title: string; description: string }, rules: PostRules): Problem[] {
  if (!occupationCode || !rules.hazardousOccupationPrefixes.some((prefix) => occupationCode.startsWith(prefix))) return [];
  const phrase = FROM_SIXTEEN.exec(`${title} ${description}`.normalize("NFKC"))?.[0];
  return phrase ? [{ code: "unlawful-age-hazardous", field: "description", params: { phrase: phrase.trim(), age: rules.hazardousWorkAge } }] : [];
}

function streamProblems({ stream }: PostDraft): Problem[] {
  return stream === "WELFARE" || stream === "WORKFARE" ? [{ code: "stream-by-bureau", field: "stream" }] : [];
}

/** The recruitment notice wants every ad to say until when it holds. */
function validityProblems({ validUntil }: PostDraft, asOf: Day): Problem[] {
  if (validUntil === undefined) return [{ code: "validity-missing", field: "validUntil" }];
  if (validUntil <= asOf) return [{ code: "validity-past", field: "validUntil" }];
  return validUntil > addDays(asOf, LONGEST_VALIDITY_DAYS) ? [{ code: "validity-long", field: "validUntil", params: { days: LONGEST_VALIDITY_DAYS } }] : [];
}

function wageProblems({ wageMinYuan, wagePeriod, regionCode }: PostDraft, rules: PostRules): Problem[] {
  if (wageMinYuan === undefined || wagePeriod === undefined || !regionCode) return [];
  const floor = rules.minimumWageFen(countyOf(regionCode), wagePeriod);
  const fen = Math.round(wageMinYuan * 100);
  const comparable = wagePeriod === "HOUR" ? fen : monthlyFen(fen, wagePeriod);
  if (comparable === null || floor === null || comparable >= floor) return [];
  if (wagePeriod === "HOUR") return [{ code: "wage-below-minimum-hour", field: "wageMinYuan", params: { floorYuan: String(floor / 100) } }];
  return [{ code: "wage-below-minimum", field: "wageMinYuan", params: { floorYuan: Math.ceil(floor / 100) } }];
}

/** Deposits and fees are looked for in every word of a post abroad, and not only where somebody asks for them outright. */
function chargesAbroad(post: PostDraft, rules: PostRules): Problem[] {
  return post.regionCode && isOverseas(post.regionCode) ? chargeProblems(post, rules.overseasDepositMaxYuan ?? 0) : [];
}

/** A half-filled form's strings as a draft: what can't be read yet is left out. */
export function draftFromForm(values: Record<string, string | string[] | undefined>): PostDraft {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const number = (name: string) => {
    const value = text(name)?.trim();
    const read = value ? Number(value) : Number.NaN;
    return Number.isFinite(read) && read > 0 ? read : undefined;
  };
  const day = text("validUntil");
  const abroad = { feeFor: text("feeFor") || undefined, feeYuan: number("feeYuan"), depositYuan: number("depositYuan") };
  return {
    ...abroad, title: text("title"), description: text("description"), address: text("address"), regionCode: text("regionCode") || undefined, occupationCode: text("occupationCode") || undefined,
    stream: text("stream") as PostDraft["stream"], wageMinYuan: number("wageMinYuan"), wageMaxYuan: number("wageMaxYuan"),
    wagePeriod: WAGE_PERIODS.find((one) => one === text("wagePeriod")), hoursPerDay: number("hoursPerDay"), daysPerWeek: number("daysPerWeek"),
    insurance: text("insurance") === "on", housing: text("housing") === "on", validUntil: day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
  };
}
