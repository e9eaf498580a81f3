import { loadAdvertising, raiseNoHireFlags } from "#app/data/post-alarms.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { parameterInForce } from "#app/domain/policy/parameter.ts";
import { raisesAlarm } from "#app/domain/post/honesty.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** Tells bureaus of employers whose many, much seen ads never led to an arrival; each at most once a month. Gives how many are newly raised. */
export async function raiseAlarms(deps: Pick<Deps, "pool" | "clock" | "newId" | "db">): Promise<number> {
  const today = deps.clock.today();
  const rows = await loadPolicyParameters(deps.pool);
  const limit = (name: string) => parameterInForce(rows, `post.alarm.${name}`, { regionCode: SHANXI, asOf: today })?.value;
  const [ads, views, days] = [limit("ads"), limit("views"), limit("days")];
  if (typeof ads !== "number" || typeof views !== "number" || typeof days !== "number") return 0;
  const limits = { ads, views, days };
  const suspects = await loadAdvertising(deps, limits);
  return raiseNoHireFlags(deps, suspects.filter((one) => raisesAlarm(one, limits, today)));
}
