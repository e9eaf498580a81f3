import { addMonths, yearOf } from "../dates.ts";
import type { RuleBook } from "../policy/rule-book.ts";
import { type ClaimAt, type Entitlement, entitle, type Lack, yearEnd } from "./entitlement.ts";
import { type ClaimFacts, isOneOf } from "./facts.ts";

/** What a day of training brings on a day, for at most how many days a year, and for whom; null: for everybody. */
export function livingAidTerms(rules: RuleBook, at: { regionCode: string; asOf: string }): { row: ReturnType<RuleBook["find"]>; daily: number; most: number; kinds: readonly string[] | null } {
  const row = rules.find("training.living-aid.daily", at);
  return { row, daily: typeof row?.value === "number" ? row.value : 0, most: rules.number("training.living-aid.days.max", at) ?? 0, kinds: rules.list("training.living-aid.categories", at) };
}

/**
 * 培训生活补贴: so much for each day of a training (15 yuan), for at most so many days a year. The certificate of the year proves that it
 * was finished and must be verified; the days are named when it is applied for and checked by the county.
 */
export function trainingAid(facts: ClaimFacts, rules: RuleBook, at: ClaimAt): Entitlement {
  const end = yearEnd(at);
  const inYear = facts.trainings.filter((one) => yearOf(one.issuedOn) === at.year && one.issuedOn <= end);
  const training = inYear.find((one) => one.verified) ?? inYear[0];
  const refDay = training?.issuedOn ?? end;
  const here = { regionCode: facts.homeCountyCode, asOf: refDay };
  const { row, most, daily } = livingAidTerms(rules, here);
  const lacking: Lack[] = [...lackOf(facts, rules, "training.living-aid.categories", refDay)];
  if (training === undefined) lacking.push({ code: "no-training" });
  else if (!training.verified) lacking.push({ code: "training-unverified" });
  if (facts.allowanceYears?.includes(at.year)) lacking.push({ code: "training-paid-by-class" });
  return entitle("TRAINING_AID", at, { row, fen: daily * most, refDay, lacking, atMost: true, perDay: { fen: daily, most } });
}

/** 一次性创业补助, once in a life: up to so much (5,000 yuan) for a business that has been open for so many months and still is. */
export function startupAid(facts: ClaimFacts, rules: RuleBook, at: ClaimAt): Entitlement {
  const end = yearEnd(at);
  const known = facts.startups.filter((one) => one.openedOn <= end);
  const startup = known.find((one) => one.closedOn === null || one.closedOn > end) ?? known[0];
  const months = rules.number("startup.aid.months.min", { regionCode: facts.homeCountyCode, asOf: end }) ?? 0;
  const reached = startup === undefined ? null : addMonths(startup.openedOn, months);
  const refDay = reached === null || reached > end ? end : yearOf(reached) < at.year ? `${at.year}-01-01` : reached;
  const row = rules.find("startup.aid.max", { regionCode: facts.homeCountyCode, asOf: refDay });
  const lacking: Lack[] = [...lackOf(facts, rules, "startup.aid.categories", refDay)];
  if (startup === undefined) lacking.push({ code: "no-startup" });
  else if (startup.closedOn !== null && startup.closedOn <= end) lacking.push({ code: "startup-closed" });
  else if (reached !== null && reached > end) lacking.push({ code: "startup-months", params: { day: reached, need: months } });
  const fullOn = reached !== null && reached <= end ? reached : null;
  return entitle("STARTUP", at, { row, fen: typeof row?.value === "number" ? row.value : 0, refDay, fullOn, lacking, atMost: true });
}

function lackOf(facts: ClaimFacts, rules: RuleBook, key: string, day: string): Lack[] {
  const kinds = rules.list(key, { regionCode: facts.homeCountyCode, asOf: day });
  return kinds === null || isOneOf(facts, kinds, day) ? [] : [{ code: "category" }];
}
