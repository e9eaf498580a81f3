import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** Every policy number with its article or document and dates, newest first within a key. */
export async function readPolicyTable(deps: Pick<Deps, "pool" | "clock">): Promise<{ today: string; rows: PolicyParameter[] }> {
  const rows = await loadPolicyParameters(deps.pool);
  const order = [...rows].sort((a, b) => (a.key === b.key ? (a.validFrom < b.validFrom ? 1 : -1) : a.key < b.key ? -1 : 1));
  return { today: deps.clock.today(), rows: order };
}
