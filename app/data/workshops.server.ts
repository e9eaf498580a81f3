import type { RowDataPacket } from "mysql2";
import type { WorkFacts } from "#app/domain/claim/facts.ts";
import type { ClaimFacts } from "#app/domain/claim/facts.ts";
import type { Day } from "#app/domain/dates.ts";
import { isOneOf } from "#app/domain/claim/facts.ts";
import type { WorkshopStaff } from "#app/domain/workshop/recognition.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadClaimFacts } from "./claims/claim-facts.server.ts";

/** Everybody the ledger ever had on the job at a workshop's posts, with the facts their subsidy is computed from. */
export async function loadHires(deps: Pick<Deps, "pool" | "crypto">, workshopId: string): Promise<{ facts: ClaimFacts; works: WorkFacts[] }[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT DISTINCT a.personId FROM placement a JOIN post p ON p.id = a.postId WHERE p.workshopId = ? ORDER BY a.personId LIMIT 2000", [workshopId]);
  const facts = await loadClaimFacts(deps, rows.map((row) => row.personId as string));
  return [...facts.values()].map((one) => ({ facts: one, works: one.works.filter((work) => work.workshopId === workshopId) })).filter(({ works }) => works.length > 0);
}

/** How many of them were at work on a day, and how many of those were lifted out of poverty. */
export function staffOn(hires: readonly { facts: ClaimFacts; works: readonly WorkFacts[] }[], day: Day): WorkshopStaff {
  const there = hires.filter(({ works }) => works.some((work) => work.arrivedOn <= day && (work.endedOn === null || day < work.endedOn)));
  return { workers: there.length, liftedWorkers: there.filter(({ facts }) => isOneOf(facts, ["POVERTY_LIFTED"], day)).length };
}
