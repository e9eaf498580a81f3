import { isEarned, entitlementOf } from "#app/domain/claim/entitlements.ts";
import type { Benefit } from "#app/domain/claim/benefits.ts";
import type { Entitlement } from "#app/domain/claim/entitlement.ts";
import { hiringSubsidies } from "#app/domain/claim/hiring.ts";
import { createRuleBook } from "#app/domain/policy/rule-book.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadPolicyParameters } from "../policy.server.ts";
import { loadClaimFacts } from "./claim-facts.server.ts";

/** What a claim comes to today from the same facts and rules: whether it still holds, and the amount beside the one that was asked for. */
export async function computeAgain(
  deps: Pick<Deps, "pool" | "clock" | "crypto">, claim: { benefit: Benefit; personId: string; workshopId: string | null; year: number; amountFen: number; units: number | null },
): Promise<{ holds: boolean; nowFen: number; found: Entitlement | null }> {
  const [facts, rows] = await Promise.all([loadClaimFacts(deps, [claim.personId]), loadPolicyParameters(deps.pool)]);
  const of = facts.get(claim.personId);
  if (!of) return { holds: false, nowFen: 0, found: null };
  const [rules, at] = [createRuleBook(rows), { year: claim.year, asOf: deps.clock.today() }];
  const found = claim.benefit === "HIRING" ? (hiringSubsidies(of, rules, at).find((one) => one.basis.workshopId === claim.workshopId) ?? null) : entitlementOf(claim.benefit, of, rules, at);
  const earned = found !== null && isEarned(found);
  const nowFen = !earned ? 0 : found.perDay !== null && claim.units !== null ? found.perDay.fen * Math.min(claim.units, found.perDay.most) : (found.possible?.fen ?? 0);
  return { holds: earned && nowFen >= claim.amountFen, nowFen, found };
}
