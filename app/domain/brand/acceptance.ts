import type { Day } from "../dates.ts";
import { type BrandState, type MembershipTerm, termHolds } from "./membership.ts";

/** What a person brings to a brand's post at the moment of their yes. */
export interface BrandClaim {
  brand: { name: string; state: BrandState; since: Day | null; reason: string | null };
  /** the proposal they say yes to was made to them as a member of this brand */
  proposedAsMember: boolean;
  terms: readonly MembershipTerm[];
}

export interface BrandRefusal {
  code: "brand-suspended" | "brand-ended" | "brand-member-lapsed";
  params: Record<string, string>;
}

/**
 * Whether a yes to a brand's post would rest on a membership that does not count any more, and by which rule. Whoever comes to the post as a member is asked
 * once more and may take it as a plain post; whoever is none is not concerned. Null: nothing in the way.
 */
export function refusesAsMember({ brand, proposedAsMember, terms }: BrandClaim, day: Day): BrandRefusal | null {
  const member = terms.some((term) => termHolds(term, day));
  if (!proposedAsMember && !member) return null;
  const params = { brand: brand.name, since: brand.since ?? "", reason: brand.reason ?? "" };
  if (brand.state === "SUSPENDED") return { code: "brand-suspended", params };
  if (brand.state === "ENDED") return { code: "brand-ended", params };
  return member ? null : { code: "brand-member-lapsed", params };
}
