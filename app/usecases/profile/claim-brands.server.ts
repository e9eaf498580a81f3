import { z } from "zod";
import { changeProfile, markAnswered } from "#app/data/profile.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { listOf } from "./list-field.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/** The brands a person says they belong to. A claim is no membership: it gives no points and no tag before the brand confirms it. */
export const claimBrands = useCase({
  name: "claim-brands",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, brands: listOf(z.ulid("brand-unknown"), 60) }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    const personId = own.person.id;
    const known = await deps.db.labourBrand.count({ where: { id: { in: input.brands } } });
    if (known !== new Set(input.brands).size) return refuse("brand-unknown", { field: "brands" });
    return changeProfile(deps, personId, async (tx) => {
      await tx.brandClaim.deleteMany({ where: { personId, brandId: { notIn: input.brands } } });
      await tx.brandClaim.createMany({ data: input.brands.map((brandId) => ({ personId, brandId, claimedAt: deps.clock.now() })), skipDuplicates: true });
      await markAnswered(deps, tx, personId, "brands");
      return ok({ personId });
    });
  },
});
