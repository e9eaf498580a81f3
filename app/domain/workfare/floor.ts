import type { Day } from "../dates.ts";
import { parameterInForce, type PolicyParameter } from "../policy/parameter.ts";
import type { Fund, FundLine, WorkfareClass } from "./terms.ts";

/** Which rows may set a floor for a line of a workfare project; the strictest of those in force does. A promoted project has a rule of its own. */
const KEYS: Readonly<Record<FundLine, readonly string[]>> = {
  CENTRAL_BUDGET: ["workfare.labour-share.national.floor.pct", "workfare.labour-share.central.floor.pct", "workfare.labour-share.floor.pct"],
  CENTRAL_BRIDGING: ["workfare.labour-share.central.floor.pct", "workfare.labour-share.floor.pct"],
  PROVINCIAL: ["workfare.labour-share.central.floor.pct", "workfare.labour-share.floor.pct"],
  LOCAL: ["workfare.labour-share.floor.pct"],
};
const PROMOTED_KEY = "workfare.labour-share.promoted.floor.pct";

export interface Floor extends Fund {
  /** null: no rule was in force for it on that day */
  pct: number | null;
  floorFen: number;
  /** the row that says so */
  rule: PolicyParameter | null;
}

/**
 * The least labour pay of a project by fund line, as of the day it was approved: plan article 43 asks for 15 % of the fiscal funds, the national rule
 * since 2023 for 30 % of central-budget money (国办函〔2022〕58号), and 10 % where workfare is merely promoted. Fen, rounded up.
 */
export function floorsOf(funds: readonly Fund[], kind: WorkfareClass, rows: readonly PolicyParameter[], at: { regionCode: string; asOf: Day }): Floor[] {
  return funds.map(({ line, amountFen }) => {
    const rule = strictest((kind === "PROMOTED" ? [PROMOTED_KEY] : KEYS[line]).flatMap((key) => parameterInForce(rows, key, at) ?? []));
    const pct = rule === null ? null : Number(rule.value);
    return { line, amountFen, pct, floorFen: pct === null ? 0 : shareUp(amountFen, pct), rule };
  });
}

function strictest(rules: readonly PolicyParameter[]): PolicyParameter | null {
  return rules.filter(({ value }) => typeof value === "number").reduce<PolicyParameter | null>((found, one) => (found === null || Number(one.value) > Number(found.value) ? one : found), null);
}

/** So many percent of an amount in fen, rounded up to the fen; percent to two decimals. Integers throughout. */
export function shareUp(fen: number, pct: number): number {
  const basis = BigInt(Math.round(pct * 100));
  return Number((BigInt(fen) * basis + 9_999n) / 10_000n);
}

export function totalFen(parts: readonly { amountFen: number }[]): number {
  return parts.reduce((sum, one) => sum + one.amountFen, 0);
}
