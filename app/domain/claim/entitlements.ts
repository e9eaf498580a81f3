import { type Day, yearOf } from "../dates.ts";
import type { RuleBook } from "../policy/rule-book.ts";
import { type Benefit, OWN_BENEFITS, type OwnBenefit } from "./benefits.ts";
import type { ClaimAt, Entitlement } from "./entitlement.ts";
import type { ClaimFacts } from "./facts.ts";
import { hiringSubsidies } from "./hiring.ts";
import { stayInWorkSubsidy } from "./stay-in-work.ts";
import { startupAid, trainingAid } from "./training-and-startup.ts";
import { travelSubsidy } from "./travel.ts";

const COMPUTE: Record<OwnBenefit, (facts: ClaimFacts, rules: RuleBook, at: ClaimAt) => Entitlement> = {
  TRAVEL: travelSubsidy, STAY_IN_WORK: stayInWorkSubsidy, TRAINING_AID: trainingAid, STARTUP: startupAid,
};

/** What a person can claim in a year, seen on a day: each benefit with its amount and document, or with what lacks. */
export function entitlementsOf(facts: ClaimFacts, rules: RuleBook, at: ClaimAt): Entitlement[] {
  return OWN_BENEFITS.map((benefit) => COMPUTE[benefit](facts, rules, at));
}

export function entitlementOf(benefit: OwnBenefit, facts: ClaimFacts, rules: RuleBook, at: ClaimAt): Entitlement {
  return COMPUTE[benefit](facts, rules, at);
}

/** A year that is over, under its own rules: as it stood on its last day, whatever came later. */
export function replayYear(facts: ClaimFacts, rules: RuleBook, year: number): Entitlement[] {
  return entitlementsOf(facts, rules, { year, asOf: lastDayOf(year) });
}

export const lastDayOf = (year: number): Day => `${year}-12-31`;

/** The day whose facts a simulation of a year takes: its last, or today in the current one. */
export function simulationDay(year: number, today: Day): Day {
  return today < lastDayOf(year) ? today : lastDayOf(year);
}

/** What some benefits bring a person together in a year, in fen: windows left aside; what is paid once counts in the year in which its time was full, so that no two years count it. */
export function totalFen(facts: ClaimFacts, rules: RuleBook, at: ClaimAt, benefits: readonly Benefit[]): number {
  let fen = 0;
  for (const benefit of benefits) {
    const found = benefit === "HIRING" ? hiringSubsidies(facts, rules, at) : [entitlementOf(benefit, facts, rules, at)];
    for (const one of found) if (isEarned(one) && (one.fullOn === null || yearOf(one.fullOn) === at.year)) fen += one.possible?.fen ?? 0;
  }
  return fen;
}

/** Open, or would be if the window were: what a rule costs does not depend on the day on which it is asked. */
export function isEarned(one: Entitlement): boolean {
  return one.state !== "NO_RULE" && one.lacking.every(({ code }) => code === "window-closed" || code === "window-not-open");
}
