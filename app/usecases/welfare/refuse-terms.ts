import { refuse } from "#app/domain/result.ts";
import type { TermsProblem } from "#app/domain/welfare/rules.ts";

export function refuseTerms(wrong: TermsProblem) {
  return wrong.code === "welfare-pay-floor"
    ? refuse(wrong.code, { field: "monthlyYuan", params: { yuan: Math.ceil(wrong.floorFen / 100) } })
    : refuse(wrong.code, { field: "hoursPerDay", params: { from: wrong.from, to: wrong.to } });
}
