import { type BrandRefusal, refusesAsMember } from "#app/domain/brand/acceptance.ts";
import type { BrandState } from "#app/domain/brand/membership.ts";
import type { Day } from "#app/domain/dates.ts";
import type { Tx } from "#app/platform/database.server.ts";
import { readReasons } from "../read-models/reasons.server.ts";
import { termOf } from "./members.server.ts";

interface BrandRow {
  id: string;
  name: string;
  state: BrandState;
  since: Day | null;
  stateReason: string | null;
}

/**
 * Whether the person's yes would rest on a brand or membership that does not count at this moment; the brand's row is held for reading until the transaction ends, so that a
 * suspension comes before the yes and stops it, or after it. `reasons` are those of the open proposal.
 */
export async function brandInTheWay(tx: Tx, { postId, personId, reasons }: { postId: string; personId: string; reasons: unknown }, today: Day): Promise<BrandRefusal | null> {
  const post = await tx.post.findUnique({ where: { id: postId }, select: { brandId: true } });
  if (!post?.brandId) return null;
  const rows = await tx.$queryRaw<BrandRow[]>`SELECT id, name, state, DATE_FORMAT(stateSince, '%Y-%m-%d') AS since, stateReason FROM labour_brand WHERE id = ${post.brandId} LOCK IN SHARE MODE`;
  const brand = rows[0];
  if (!brand) return null;
  const memberships = await tx.brandMembership.findMany({ where: { brandId: brand.id, personId }, select: { validFrom: true, validTo: true, suspendedOn: true } });
  return refusesAsMember({
    brand: { name: brand.name, state: brand.state, since: brand.since, reason: brand.stateReason },
    proposedAsMember: reasons !== null && readReasons(reasons).some((one) => one.code === "brand-member" && one.params?.brand === brand.id),
    terms: memberships.map(termOf),
  }, today);
}
