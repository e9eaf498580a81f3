import type { RefusedDay } from "#app/data/person-days.server.ts";
import type { Problem } from "#app/domain/result.ts";

const MOST_TOLD = 12;

/** Each refused day as a sentence: whose, which, and what stands there already. */
export function problemsOfDays(refused: readonly RefusedDay[], of: (one: RefusedDay) => { field: string; name: string }): Problem[] {
  return refused.slice(0, MOST_TOLD).map((one) => {
    const { field, name } = of(one);
    const code = one.code === "day-taken" && one.with ? `day-taken-${one.with.source}` : one.code;
    return { code, field, params: { name, day: one.day } };
  });
}
