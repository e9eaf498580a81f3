import type { Day } from "#app/domain/dates.ts";
import type { WelfareKind } from "#app/domain/terms.ts";
import { payFloorFen, type WelfareRules, welfareRulesFrom } from "#app/domain/welfare/rules.ts";
import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import type { Querier } from "#app/platform/database.server.ts";
import { loadPolicyParameters } from "../policy.server.ts";

/** The rules of a kind of public-welfare post at a place on a day. */
export async function loadWelfareRules(querier: Querier, at: { regionCode: string; asOf: Day; kind: WelfareKind }): Promise<WelfareRules> {
  return welfareRulesFrom(await loadPolicyParameters(querier), at);
}

/** The pay floor of a county by day. */
export function floorByDay(rows: readonly PolicyParameter[], regionCode: string, kind: WelfareKind): (day: Day) => number {
  const known = new Map<Day, number>();
  return (day) => {
    let floor = known.get(day);
    if (floor === undefined) known.set(day, (floor = payFloorFen(welfareRulesFrom(rows, { regionCode, asOf: day, kind }))));
    return floor;
  };
}
