import { z } from "zod";
import { holdBrand, keepsBrand, sayOfBrand } from "#app/data/brands/brands.server.ts";
import { holdUse, takeBrandOff } from "#app/data/brands/uses.server.ts";
import { BRAND_USE_STEPS, type BrandUseStep, isHolder, mayAsk } from "#app/domain/brand/use.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { brandIdField, versionField } from "./fields.ts";

/** An employer asks those who keep a brand whether its posts may carry it. The holding organisation itself may at once, unless it was told no or an end before. */
export const askForBrandUse = useCase({
  name: "ask-for-brand-use",
  roles: ["EMPLOYER"],
  subject: { type: "brand", id: (input) => input.brandId },
  input: z.object({ brandId: z.ulid("brand-use-which"), note: plainLine(4, "brand-use-note", 200) }),
  async run({ deps, actor, input }) {
    const employer = actor.employerId ? await deps.db.employer.findUnique({ where: { id: actor.employerId }, select: { id: true, name: true, creditCode: true, status: true } }) : null;
    if (!employer) return refuse("no-employer");
    if (employer.status !== "APPROVED") return refuse("employer-not-approved");
    return deps.db.$transaction(async (tx) => {
      const brand = await holdBrand(tx, input.brandId);
      if (!brand) return refuse("brand-use-which", { field: "brandId" });
      if (brand.state !== "ACTIVE") return refuse("brand-not-active", { field: "brandId" });
      const known = await holdUse(tx, brand.id, employer.id);
      if (!mayAsk(known?.state ?? null)) return refuse("brand-use-already", { field: "brandId" });
      const { holderCreditCode } = await tx.labourBrand.findUniqueOrThrow({ where: { id: brand.id }, select: { holderCreditCode: true } });
      const own = known === null && isHolder(holderCreditCode, employer.creditCode);
      const now = deps.clock.now();
      const data = { state: own ? ("AGREED" as const) : ("ASKED" as const), note: input.note, reason: null, askedAt: now, decidedAt: own ? now : null, decidedBy: null };
      const key = { brandId: brand.id, employerId: employer.id };
      await tx.brandUse.upsert({ where: { brandId_employerId: key }, create: { ...key, ...data }, update: { ...data, version: { increment: 1 } } });
      if (own) await sayOfBrand(deps, tx, actor, brand.id, "EMPLOYER", `+ ${employer.name}`);
      return ok({ brandId: brand.id, agreed: own });
    });
  },
});

/**
 * Those who keep the brand agree to an employer, refuse it, or end what they agreed to. With the end the employer's posts are plain posts from that moment: whoever holds a
 * job keeps it, and an open proposal stays open.
 */
export const decideBrandUse = useCase({
  name: "decide-brand-use",
  roles: ["OPERATOR", "OFFICER", "ADMIN"],
  subject: { type: "brand", id: (input) => input.brandId },
  input: z
    .object({ ...brandIdField, employerId: z.ulid("not-found"), ...versionField, step: z.enum(Object.keys(BRAND_USE_STEPS) as [BrandUseStep, ...BrandUseStep[]], "required"), reason: plainLine(0, "required", 200).default("") })
    .refine(({ step, reason }) => !BRAND_USE_STEPS[step].reason || reason.length >= 4, { path: ["reason"], message: "brand-reason" }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const brand = await holdBrand(tx, input.brandId);
      if (!brand || !keepsBrand(actor, brand)) return refuse("not-found");
      const use = await holdUse(tx, brand.id, input.employerId);
      if (!use) return refuse("not-found");
      const { from, to, reason } = BRAND_USE_STEPS[input.step];
      if (use.version !== input.version || !(from as readonly string[]).includes(use.state)) return refuse("changed-meanwhile");
      if (to === "AGREED" && brand.state !== "ACTIVE") return refuse(brand.state === "SUSPENDED" ? "brand-suspended-apply" : "brand-is-over", { params: { brand: brand.name } });
      await tx.brandUse.update({
        where: { brandId_employerId: { brandId: brand.id, employerId: use.employerId } },
        data: { state: to, reason: reason ? input.reason : null, decidedAt: deps.clock.now(), decidedBy: actor.userId, version: { increment: 1 } },
      });
      const posts = to === "ENDED" ? await takeBrandOff(deps, tx, brand.id, use.employerId) : 0;
      if (to !== "REFUSED") await sayOfBrand(deps, tx, actor, brand.id, "EMPLOYER", to === "AGREED" ? `+ ${use.employer.name}` : `− ${use.employer.name}：${input.reason}`);
      return ok({ brandId: brand.id, posts });
    });
  },
});
