import type { Day } from "../dates.ts";
import { parameterInForce, type Certainty, type PolicyParameter } from "./parameter.ts";

/** Where a number comes from, as it is shown beside every amount. */
export interface Citation {
  parameterId: string;
  key: string;
  regionCode: string;
  article: string | null;
  documentNumber: string | null;
  source: string;
  certainty: Certainty;
  validFrom: Day;
  validTo: Day | null;
}

export interface RuleAt {
  regionCode: string;
  asOf: Day;
}

/** The effective rows, laid out for many questions: a key's rows are looked up once, the same question is answered from memory. */
export interface RuleBook {
  find(key: string, at: RuleAt): PolicyParameter | null;
  number(key: string, at: RuleAt): number | null;
  list(key: string, at: RuleAt): readonly string[] | null;
}

export function createRuleBook(rows: readonly PolicyParameter[]): RuleBook {
  const byKey = new Map<string, PolicyParameter[]>();
  for (const row of rows) {
    const list = byKey.get(row.key);
    if (list) list.push(row);
    else byKey.set(row.key, [row]);
  }
  const find = (key: string, at: RuleAt) => {
    const list = byKey.get(key);
    return list === undefined ? null : parameterInForce(list, key, at);
  };
  return {
    find,
    number(key, at) {
      const value = find(key, at)?.value;
      return typeof value === "number" ? value : null;
    },
    list(key, at) {
      const value = find(key, at)?.value;
      return Array.isArray(value) && value.every((one) => typeof one === "string") ? (value as string[]) : null;
    },
  };
}

export function citationOf(row: PolicyParameter): Citation {
  return {
    parameterId: row.id, key: row.key, regionCode: row.regionCode, article: row.article, documentNumber: row.documentNumber, source: row.source,
    certainty: row.certainty, validFrom: row.validFrom, validTo: row.validTo,
  };
}
