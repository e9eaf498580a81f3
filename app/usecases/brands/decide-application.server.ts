import { z } from "zod";
import { holdBrand, keepsBrand } from "#app/data/brands/brands.server.ts";
import { openMembership, sayOfMember, tellMember } from "#app/data/brands/members.server.ts";
import { lockLiving } from "#app/data/profile.server.ts";
import { loadRuleBook } from "#app/data/training/classes.server.ts";
import { memberNumber } from "#app/domain/brand/membership.ts";
import { addMonths, toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { useCase } from "../use-case.server.ts";
import { versionField } from "./fields.ts";

const KEEPERS = ["OPERATOR", "OFFICER", "ADMIN"] as const;
const applicationField = { applicationId: z.ulid("not-found"), ...versionField };

/** What the brand's own test came to, on a day; said again it replaces what was said, until the application is decided. */
export const recordBrandTest = useCase({
  name: "record-brand-test",
  roles: KEEPERS,
  subject: { type: "brandApplication", id: (input) => input.applicationId },
  input: z.object({ ...applicationField, testedOn: z.iso.date("date-form"), score: z.coerce.number("brand-score").int("brand-score").min(0, "brand-score").max(100, "brand-score") }),
  async run({ deps, actor, input }) {
    const found = await deps.db.brandApplication.findUnique({ where: { id: input.applicationId }, include: { brand: { select: { id: true, level: true, regions: true } } } });
    if (!found || !keepsBrand(actor, found.brand)) return refuse("not-found");
    if (input.testedOn > deps.clock.today()) return refuse("day-in-future", { field: "testedOn" });
    const { count } = await deps.db.brandApplication.updateMany({
      where: { id: found.id, version: input.version, state: "APPLIED" }, data: { testedOn: toDate(input.testedOn), testScore: input.score, version: { increment: 1 } },
    });
    return count === 1 ? ok({ applicationId: found.id, brandId: found.brandId }) : refuse("changed-meanwhile");
  },
});

/**
 * Admits an applicant at a level, with a number and until a day (policy brand.member.months), or refuses with a reason. By test: passed by the brand's pass mark. By training: the
 * training that was passed still stands. The person's and then the brand's row are held, so that of two who decide at once the second is told, and nobody is admitted to a
 * brand that is suspended at that moment.
 */
export const decideBrandApplication = useCase({
  name: "decide-brand-application",
  roles: KEEPERS,
  subject: { type: "brandApplication", id: (input) => input.applicationId },
  input: z
    .object({ ...applicationField, decision: z.enum(["ADMIT", "REFUSE"], "required"), level: plainLine(0, "required", 40).default(""), reason: plainLine(0, "required", 200).default("") })
    .refine(({ decision, reason }) => decision === "ADMIT" || reason.length >= 4, { path: ["reason"], message: "brand-reason" }),
  async run({ deps, actor, input }) {
    const known = await deps.db.brandApplication.findUnique({ where: { id: input.applicationId }, select: { personId: true, brandId: true } });
    if (!known) return refuse("not-found");
    const rules = await loadRuleBook(deps.pool);
    try {
      return await deps.db.$transaction(async (tx) => {
        const living = await lockLiving(tx, known.personId);
        const brand = await holdBrand(tx, known.brandId);
        if (!living || !brand || !keepsBrand(actor, brand)) return refuse("not-found");
        const one = await tx.brandApplication.findUniqueOrThrow({ where: { id: input.applicationId } });
        if (one.state !== "APPLIED" || one.version !== input.version) return refuse("changed-meanwhile");
        const decided = { openKey: null, decidedAt: deps.clock.now(), decidedBy: actor.userId, version: { increment: 1 } };
        if (input.decision === "REFUSE") {
          await tx.brandApplication.update({ where: { id: one.id }, data: { ...decided, state: "REFUSED", reason: input.reason } });
          await tellMember(deps, tx, one.personId, brand.id, "brand-refused", one.id);
          return ok({ applicationId: one.id, brandId: brand.id });
        }
        const today = deps.clock.today();
        const at = { regionCode: brand.regions[0]?.regionCode ?? SHANXI, asOf: today };
        if (brand.state !== "ACTIVE") return refuse(brand.state === "SUSPENDED" ? "brand-suspended-apply" : "brand-is-over", { params: { brand: brand.name } });
        if (!brand.levels.includes(input.level)) return refuse("brand-level-unknown", { field: "level" });
        if (one.way === "TEST" && (one.testScore === null || one.testScore < (rules.number("brand.test.pass.score", at) ?? 60))) return refuse(one.testScore === null ? "brand-test-first" : "brand-test-failed", { field: "score" });
        if (one.way === "TRAINING" && (await tx.trainingEnrolment.count({ where: { id: one.enrolmentId ?? "-", personId: one.personId, state: "PASSED" } })) === 0) return refuse("brand-training-gone");
        if (await openMembership(tx, brand.id, one.personId, today)) return refuse("brand-member-already");
        const months = rules.number("brand.member.months", at);
        const membership = { id: deps.newId(), personId: one.personId };
        await tx.brandMembership.create({
          data: {
            ...membership, brandId: brand.id, validFrom: toDate(today), validTo: months === null ? null : toDate(addMonths(today, months)), way: one.way, level: input.level,
            number: memberNumber(Number(today.slice(0, 4)), brand.memberSeq + 1), recordedAt: deps.clock.now(),
          },
        });
        await tx.labourBrand.update({ where: { id: brand.id }, data: { memberSeq: { increment: 1 } } });
        await tx.brandApplication.update({ where: { id: one.id }, data: { ...decided, state: "ADMITTED", membershipId: membership.id } });
        await sayOfMember(deps, tx, actor, membership, "ADMITTED");
        await tellMember(deps, tx, one.personId, brand.id, "brand-admitted", one.id);
        return ok({ applicationId: one.id, brandId: brand.id });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("brand-member-today");
      throw error;
    }
  },
});
