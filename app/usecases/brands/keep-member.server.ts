import { z } from "zod";
import { holdBrand, keepsBrand } from "#app/data/brands/brands.server.ts";
import { type MemberEventKind, sayOfMember, tellMember } from "#app/data/brands/members.server.ts";
import { lockLiving } from "#app/data/profile.server.ts";
import { loadRuleBook } from "#app/data/training/classes.server.ts";
import { mayRenew } from "#app/domain/brand/membership.ts";
import { addMonths, toDate, toDay } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { versionField } from "./fields.ts";

const NOTICE = { RENEWED: "brand-member-renewed", SUSPENDED: "brand-member-suspended", ENDED: "brand-member-ended" } as const;

/**
 * What becomes of a membership: renewed in its last days (policy brand.renewal.days) for a further term that follows on, raised or lowered to another level, suspended and let
 * back, or ended today. Suspending and ending need a reason; a membership that is over stays over.
 */
export const keepBrandMember = useCase({
  name: "keep-brand-member",
  roles: ["OPERATOR", "OFFICER", "ADMIN"],
  subject: { type: "brandMembership", id: (input) => input.membershipId },
  input: z
    .object({
      membershipId: z.ulid("not-found"), ...versionField, step: z.enum(["RENEWED", "LEVEL", "SUSPENDED", "LIFTED", "ENDED"], "required"),
      level: plainLine(0, "required", 40).default(""), reason: plainLine(0, "required", 200).default(""),
    })
    .refine(({ step, reason }) => (step !== "SUSPENDED" && step !== "ENDED") || reason.length >= 4, { path: ["reason"], message: "brand-reason" }),
  async run({ deps, actor, input }) {
    const known = await deps.db.brandMembership.findUnique({ where: { id: input.membershipId }, select: { personId: true, brandId: true } });
    if (!known) return refuse("not-found");
    const rules = await loadRuleBook(deps.pool);
    return deps.db.$transaction(async (tx) => {
      const living = await lockLiving(tx, known.personId);
      const brand = await holdBrand(tx, known.brandId);
      if (!living || !brand || !keepsBrand(actor, brand)) return refuse("not-found");
      const one = await tx.brandMembership.findUniqueOrThrow({ where: { id: input.membershipId } });
      if (one.version !== input.version) return refuse("changed-meanwhile");
      const today = deps.clock.today();
      const validTo = one.validTo && toDay(one.validTo);
      if (validTo !== null && validTo <= today) return refuse("brand-member-over");
      const at = { regionCode: brand.regions[0]?.regionCode ?? SHANXI, asOf: today };
      const change = (data: Record<string, unknown>) => tx.brandMembership.update({ where: { id: one.id }, data: { ...data, version: { increment: 1 } } });
      switch (input.step) {
        case "RENEWED": {
          if (brand.state !== "ACTIVE") return refuse(brand.state === "SUSPENDED" ? "brand-suspended-apply" : "brand-is-over", { params: { brand: brand.name } });
          if (one.suspendedOn !== null) return refuse("brand-member-suspended-now");
          const days = rules.number("brand.renewal.days", at) ?? 60;
          const months = rules.number("brand.member.months", at);
          if (validTo === null || months === null || !mayRenew(validTo, today, days)) return refuse("brand-renew-early", { params: { days } });
          await change({ validTo: toDate(addMonths(validTo, months)) });
          break;
        }
        case "LEVEL":
          if (!brand.levels.includes(input.level) || input.level === one.level) return refuse("brand-level-unknown", { field: "level" });
          await change({ level: input.level });
          break;
        case "SUSPENDED":
          if (one.suspendedOn !== null) return refuse("brand-member-suspended-now");
          await change({ suspendedOn: toDate(today), reason: input.reason });
          break;
        case "LIFTED":
          if (one.suspendedOn === null) return refuse("changed-meanwhile");
          await change({ suspendedOn: null, reason: null });
          break;
        case "ENDED":
          await change({ validTo: toDate(today), reason: input.reason });
      }
      const kind: MemberEventKind = input.step;
      await sayOfMember(deps, tx, actor, one, kind, input.step === "LEVEL" ? input.level : input.reason || null);
      if (kind in NOTICE) await tellMember(deps, tx, one.personId, brand.id, NOTICE[kind as keyof typeof NOTICE], `${one.id}:${one.version + 1}`);
      return ok({ membershipId: one.id, brandId: brand.id });
    });
  },
});
