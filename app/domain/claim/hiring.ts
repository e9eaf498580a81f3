import type { Day } from "../dates.ts";
import type { RuleBook } from "../policy/rule-book.ts";
import { type ClaimAt, type Entitlement, entitle, type Lack } from "./entitlement.ts";
import { type ClaimFacts, isOneOf, type WorkFacts } from "./facts.ts";
import { dayReached, DAYS_OF_MONTH, monthsIn, provenSpans } from "./work-time.ts";

/**
 * 一次性吸纳就业补助, to a recognised workshop, once for each person it hired (plan art. 22): up to so much (1,000 yuan) when the person
 * has worked there for so many months (6), of whatever years. Rules, category and recognition are those of the day on which
 * the months were full; the rules are the workshop's county's, which pays. `at.year` is the year in which it is asked for.
 */
export function hiringSubsidies(facts: ClaimFacts, rules: RuleBook, at: ClaimAt): Entitlement[] {
  const workshopIds = [...new Set(facts.works.flatMap((work) => (work.workshopId === null ? [] : [work.workshopId])))];
  return workshopIds.map((workshopId) => hiringSubsidy(facts, facts.works.filter((work) => work.workshopId === workshopId), workshopId, rules, at));
}

function hiringSubsidy(facts: ClaimFacts, works: readonly WorkFacts[], workshopId: string, rules: RuleBook, at: ClaimAt): Entitlement {
  const here = (asOf: Day) => ({ regionCode: works[0]?.workshopCountyCode ?? facts.homeCountyCode, asOf });
  const spans = provenSpans(works, { from: "0000-01-01", to: "9999-12-31", asOf: at.asOf });
  const need = rules.number("hiring.subsidy.months.min", here(at.asOf)) ?? 0;
  const fullOn = dayReached(spans, need * DAYS_OF_MONTH);
  const refDay = fullOn ?? at.asOf;
  const months = monthsIn(spans);
  const row = rules.find("hiring.subsidy.max", here(refDay));
  const lacking: Lack[] = [];
  const kinds = rules.list("hiring.subsidy.categories", here(refDay));
  if (kinds !== null && !isOneOf(facts, kinds, refDay)) lacking.push({ code: "category" });
  if (months < need) lacking.push({ code: "months", params: { have: months, need, left: need - months } });
  const rung = works.reduce((top, work) => Math.max(top, work.rung), 0);
  const neededRung = rules.number("claim.proof.rung.min", here(refDay)) ?? 1;
  if (rung < neededRung) lacking.push({ code: "proof", params: { need: neededRung } });
  if (!facts.recognitions.some((one) => one.workshopId === workshopId && one.from <= refDay && refDay < one.until)) lacking.push({ code: "not-recognised" });
  return entitle("HIRING", at, { row, fen: typeof row?.value === "number" ? row.value : 0, refDay, fullOn, lacking, atMost: true, basis: { placementId: works[0]?.placementId, workshopId, months, rung } });
}
