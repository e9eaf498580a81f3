import { benefitsOf } from "../claim/benefits.ts";
import { simulationDay, totalFen } from "../claim/entitlements.ts";
import type { ClaimFacts } from "../claim/facts.ts";
import type { Day } from "../dates.ts";
import type { PolicyParameter } from "./parameter.ts";
import { createRuleBook, type RuleBook } from "./rule-book.ts";
import { asIfAllYear } from "./rule-draft.ts";

export interface CountyEffect {
  countyCode: string;
  gain: number;
  lose: number;
  /** people whose amount stays what it is, above nothing */
  same: number;
  beforeFen: number;
  afterFen: number;
}

export interface SimulatedPerson {
  personId: string;
  countyCode: string;
  beforeFen: number;
  afterFen: number;
}

/** A rule held against the register: what each person would get in a year under the rows as they are, and with this one all year. */
export function createSimulation(rows: readonly PolicyParameter[], rule: { key: string; regionCode: string; value: unknown }, year: number, today: Day) {
  const known = rows.find((row) => row.key === rule.key);
  const draft = { id: "simulated", ...rule, unit: known?.unit ?? "", article: null, documentNumber: null, source: "simulated", certainty: "MEMORY" as const, validFrom: `${year}-01-01`, note: null };
  const before = createRuleBook(rows);
  const after = createRuleBook(asIfAllYear(rows, draft, year));
  const benefits = benefitsOf(rule.key);
  const at = { year, asOf: simulationDay(year, today) };
  const counties = new Map<string, CountyEffect>();
  return {
    /** Adds a person; their line where anything changes for them, else null. */
    add(facts: ClaimFacts): SimulatedPerson | null {
      const fenUnder = (rules: RuleBook) => totalFen(facts, rules, at, benefits);
      const [beforeFen, afterFen] = [fenUnder(before), fenUnder(after)];
      if (beforeFen === 0 && afterFen === 0) return null;
      let county = counties.get(facts.homeCountyCode);
      if (!county) counties.set(facts.homeCountyCode, (county = { countyCode: facts.homeCountyCode, gain: 0, lose: 0, same: 0, beforeFen: 0, afterFen: 0 }));
      county.beforeFen += beforeFen;
      county.afterFen += afterFen;
      if (afterFen > beforeFen) county.gain += 1;
      else if (afterFen < beforeFen) county.lose += 1;
      else county.same += 1;
      return beforeFen === afterFen ? null : { personId: facts.personId, countyCode: facts.homeCountyCode, beforeFen, afterFen };
    },
    result: (): { counties: CountyEffect[] } => ({ counties: [...counties.values()].sort((a, b) => (a.countyCode < b.countyCode ? -1 : 1)) }),
  };
}

/** The counties added up. */
export function sumEffects(counties: readonly CountyEffect[]): Omit<CountyEffect, "countyCode"> {
  return counties.reduce((sum, one) => ({
    gain: sum.gain + one.gain, lose: sum.lose + one.lose, same: sum.same + one.same, beforeFen: sum.beforeFen + one.beforeFen, afterFen: sum.afterFen + one.afterFen,
  }), { gain: 0, lose: 0, same: 0, beforeFen: 0, afterFen: 0 });
}
