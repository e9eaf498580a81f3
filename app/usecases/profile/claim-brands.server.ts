import { z } from "zod";
import { changeProfile, markAnswered } from "#app/data/profile.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { listOf } from "./list-field.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/**
 * The brands a person says they belong to: each is an application that waits for the brand, and what is no longer ticked is taken back. It gives no points and no tag before the
 * brand admits them.
 */
export const claimBrands = useCase({
  name: "claim-brands",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, brands: listOf(z.ulid("brand-unknown"), 60) }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    const personId = own.person.id;
    const wanted = [...new Set(input.brands)];
    if ((await deps.db.labourBrand.count({ where: { id: { in: wanted } } })) !== wanted.length) return refuse("brand-unknown", { field: "brands" });
    return changeProfile(deps, personId, async (tx) => {
      const now = deps.clock.now();
      await tx.brandApplication.updateMany({ where: { personId, state: "APPLIED", way: "APPLICATION", testedOn: null, brandId: { notIn: wanted } }, data: { state: "WITHDRAWN", openKey: null, decidedAt: now, version: { increment: 1 } } });
      const known = await tx.labourBrand.findMany({
        where: { id: { in: wanted }, state: "ACTIVE", members: { none: { personId, OR: [{ validTo: null }, { validTo: { gt: toDate(deps.clock.today()) } }] } }, applications: { none: { personId, state: "APPLIED" } } }, select: { id: true },
      });
      await tx.brandApplication.createMany({ data: known.map(({ id: brandId }) => ({ id: deps.newId(), brandId, personId, way: "APPLICATION" as const, openKey: `${brandId}:${personId}`, appliedAt: now })) });
      await markAnswered(deps, tx, personId, "brands");
      return ok({ personId });
    });
  },
});
