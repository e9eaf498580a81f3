import { claimKey } from "#app/domain/claim/benefits.ts";
import type { Entitlement } from "#app/domain/claim/entitlement.ts";
import type { ClaimFacts } from "#app/domain/claim/facts.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Db } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";

/** Keeps a claim with its amount, rule and facts, for the county that pays: the home's unless another is named. Null when the same is claimed already, which the database decides. */
export async function insertClaim(
  deps: Pick<Deps, "newId" | "clock"> & { db: Pick<Db, "claim"> }, actor: Actor, facts: Pick<ClaimFacts, "personId" | "homeCountyCode">, found: Entitlement,
  { units, amountFen, countyCode = facts.homeCountyCode }: { units: number | null; amountFen: number; countyCode?: string },
): Promise<string | null> {
  if (found.amount === null) return null;
  const id = deps.newId();
  const workshopId = found.basis.workshopId ?? null;
  const { count } = await deps.db.claim.createMany({
    skipDuplicates: true,
    data: [{
      id, benefit: found.benefit, personId: facts.personId, workshopId, placementId: found.basis.placementId ?? null, year: found.year, countyCode, amountFen, units,
      parameterId: found.amount.citation.parameterId, citation: { ...found.amount.citation }, basis: { ...found.basis }, openKey: claimKey(found.benefit, facts.personId, found.year, workshopId),
      appliedAt: deps.clock.now(), appliedByRole: speaksAs(actor), appliedBy: actor.userId,
    }],
  });
  return count === 1 ? id : null;
}
