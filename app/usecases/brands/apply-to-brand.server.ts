import { z } from "zod";
import { findBrand } from "#app/data/brands/brands.server.ts";
import { openMembership, sayOfMember, termOf } from "#app/data/brands/members.server.ts";
import { changeProfile } from "#app/data/profile.server.ts";
import { CLASSES_AND_BRANDS_SINCE } from "#app/domain/account/delegation.ts";
import { BRAND_WAYS, termHolds } from "#app/domain/brand/membership.ts";
import { type Day, toDate } from "#app/domain/dates.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "../profile/own-person.server.ts";
import { useCase } from "../use-case.server.ts";
import { brandIdField, versionField } from "./fields.ts";

/**
 * A person asks to become a member of a brand. By training: the newest training of one of its trades that they have passed goes with it as evidence, and a verified certificate
 * of one; both are looked at again when it is decided, so training tells nobody of brands. An agent asks with the person's consent.
 */
export const applyToBrand = useCase({
  name: "apply-to-brand",
  roles: PROFILE_ROLES,
  subject: { type: "brand", id: (input) => input.brandId },
  act: { kind: "WISH", since: CLASSES_AND_BRANDS_SINCE, personOf: async ({ input }) => input.personId ?? null },
  input: z.object({ ...personIdField, ...brandIdField, way: z.enum(BRAND_WAYS, "brand-way") }),
  async run({ deps, actor, input }): Promise<Result<{ applicationId: string }>> {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    const personId = own.person.id;
    const today = deps.clock.today();
    try {
      return await changeProfile(deps, personId, async (tx) => {
        const brand = await findBrand(tx, input.brandId);
        if (!brand) return refuse("not-found");
        if (brand.state !== "ACTIVE") return refuse(brand.state === "SUSPENDED" ? "brand-suspended-apply" : "brand-is-over", { params: { brand: brand.name } });
        if (await openMembership(tx, brand.id, personId, today)) return refuse("brand-member-already");
        const evidence = await evidenceFor(tx, personId, brand.occupationCodes, today);
        if (input.way === "TRAINING" && evidence.enrolmentId === null) return refuse("brand-no-training", { field: "way" });
        const applicationId = deps.newId();
        await tx.brandApplication.create({ data: { id: applicationId, brandId: brand.id, personId, way: input.way, openKey: `${brand.id}:${personId}`, ...evidence, appliedAt: deps.clock.now() } });
        return ok({ applicationId });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("brand-applied-already");
      throw error;
    }
  },
});

/** The newest passed training of a brand's trades, and a verified certificate of one that has not run out. */
export async function evidenceFor(tx: Pick<Tx, "trainingEnrolment" | "certificate">, personId: string, occupationCodes: readonly string[], today: Day): Promise<{ enrolmentId: string | null; certificateId: string | null }> {
  const codes = [...occupationCodes];
  const [enrolment, certificate] = await Promise.all([
    tx.trainingEnrolment.findFirst({ where: { personId, state: "PASSED", trainingClass: { course: { occupationCode: { in: codes } } } }, orderBy: [{ assessedOn: "desc" }, { id: "desc" }], select: { id: true } }),
    tx.certificate.findFirst({ where: { personId, occupationCode: { in: codes }, verification: "VERIFIED", OR: [{ expiresOn: null }, { expiresOn: { gt: toDate(today) } }] }, orderBy: { issuedOn: "desc" }, select: { id: true } }),
  ]);
  return { enrolmentId: enrolment?.id ?? null, certificateId: certificate?.id ?? null };
}

/** The person takes back an application that nobody has decided. */
export const withdrawBrandApplication = useCase({
  name: "withdraw-brand-application",
  roles: ["SEEKER"],
  subject: { type: "brandApplication", id: (input) => input.applicationId },
  act: { kind: "WISH", since: CLASSES_AND_BRANDS_SINCE },
  input: z.object({ applicationId: z.ulid("not-found") }),
  async run({ deps, actor, input }) {
    const found = await deps.db.brandApplication.findUnique({ where: { id: input.applicationId }, select: { personId: true } });
    if (!found || found.personId !== actor.personId) return refuse("not-found");
    const { count } = await deps.db.brandApplication.updateMany({ where: { id: input.applicationId, state: "APPLIED" }, data: { state: "WITHDRAWN", openKey: null, decidedAt: deps.clock.now(), version: { increment: 1 } } });
    return count === 1 ? ok({ applicationId: input.applicationId }) : refuse("changed-meanwhile");
  },
});

/** A member takes the brand's public pledge, as it stands that day; taken once. */
export const takeBrandPledge = useCase({
  name: "take-brand-pledge",
  roles: ["SEEKER"],
  subject: { type: "brandMembership", id: (input) => input.membershipId },
  input: z.object({ membershipId: z.ulid("not-found"), ...versionField, pledged: z.literal("on", "brand-pledge-tick") }),
  async run({ deps, actor, input }) {
    const personId = actor.personId;
    if (!personId) return refuse("not-found");
    const today = deps.clock.today();
    return changeProfile(deps, personId, async (tx) => {
      const found = await tx.brandMembership.findUnique({ where: { id: input.membershipId }, include: { brand: { select: { pledge: true } } } });
      if (found?.personId !== personId) return refuse("not-found");
      if (found.pledgedOn !== null || found.version !== input.version) return refuse("changed-meanwhile");
      if (!termHolds(termOf(found), today)) return refuse("brand-member-not-valid");
      if (found.brand.pledge === null) return refuse("brand-no-pledge");
      await tx.brandMembership.update({ where: { id: found.id }, data: { pledgedOn: toDate(today), version: { increment: 1 } } });
      await sayOfMember(deps, tx, actor, found, "PLEDGED");
      return ok({ membershipId: found.id });
    });
  },
});
