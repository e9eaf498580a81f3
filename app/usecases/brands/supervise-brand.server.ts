import { z } from "zod";
import { holdBrand, overseesBrand, sayOfBrand, seatsOf } from "#app/data/brands/brands.server.ts";
import { tellOfBrand } from "#app/data/brands/changes.server.ts";
import { BRAND_STEPS, type BrandStep } from "#app/domain/brand/membership.ts";
import { toDate, toDay } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { brandIdField, versionField } from "./fields.ts";

const OFFICE = ["OFFICER", "ADMIN"] as const;

/**
 * A bureau over the brand suspends it, lifts that, or ends it for good; each with a reason. From that moment its posts are plain posts and its memberships count for nothing
 * in matching and search, until it is lifted; who holds a job keeps it.
 */
export const takeBrandStep = useCase({
  name: "take-brand-step",
  roles: OFFICE,
  subject: { type: "brand", id: (input) => input.brandId },
  input: z.object({ ...brandIdField, ...versionField, step: z.enum(Object.keys(BRAND_STEPS) as [BrandStep, ...BrandStep[]], "required"), reason: plainLine(4, "brand-reason", 300) }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const brand = await holdBrand(tx, input.brandId);
      if (!brand || !overseesBrand(actor, brand)) return refuse("not-found");
      const { from, to } = BRAND_STEPS[input.step];
      if (brand.version !== input.version) return refuse("changed-meanwhile");
      if (!(from as readonly string[]).includes(brand.state)) return refuse("brand-step");
      const lifted = to === "ACTIVE";
      await tx.labourBrand.update({
        where: { id: brand.id }, data: { state: to, stateSince: lifted ? null : toDate(deps.clock.today()), stateReason: lifted ? null : input.reason, version: { increment: 1 } },
      });
      await sayOfBrand(deps, tx, actor, brand.id, input.step, input.reason);
      await tellOfBrand(deps, tx, brand.id);
      return ok({ brandId: brand.id });
    });
  },
});

/** A document by which an authority recognised the brand on a day, entered by the bureau of that region. */
export const recogniseBrand = useCase({
  name: "recognise-brand",
  roles: OFFICE,
  subject: { type: "brand", id: (input) => input.brandId },
  input: z.object({
    ...brandIdField, regionCode: z.string("brand-seat").regex(/^14\d{4}$/, "brand-seat"), documentNumber: plainLine(2, "document-needed", 80), recognisedBy: plainLine(2, "brand-by-whom", 120), recognisedOn: z.iso.date("date-form"),
  }),
  async run({ deps, actor, input: { brandId, recognisedOn, ...input } }) {
    try {
      return await deps.db.$transaction(async (tx) => {
        const brand = await holdBrand(tx, brandId);
        if (!brand || !overseesBrand(actor, brand)) return refuse("not-found");
        if (!seatsOf(brand).includes(input.regionCode) || !actsForRegion(actor, input.regionCode)) return refuse("brand-seat", { field: "regionCode" });
        if (recognisedOn > deps.clock.today()) return refuse("day-in-future", { field: "recognisedOn" });
        await tx.brandRecognition.create({ data: { id: deps.newId(), brandId, ...input, recognisedOn: toDate(recognisedOn), recordedBy: actor.userId, recordedAt: deps.clock.now() } });
        await sayOfBrand(deps, tx, actor, brandId, "RECOGNISED", input.documentNumber, recognisedOn);
        return ok({ brandId });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("brand-document-known", { field: "documentNumber" });
      throw error;
    }
  },
});

/** A recognition is taken back from a day on; it stays in the record. */
export const revokeBrandRecognition = useCase({
  name: "revoke-brand-recognition",
  roles: OFFICE,
  subject: { type: "brand", id: (input) => input.brandId },
  input: z.object({ ...brandIdField, recognitionId: z.ulid("not-found"), reason: plainLine(4, "brand-reason", 300) }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const brand = await holdBrand(tx, input.brandId);
      const found = await tx.brandRecognition.findFirst({ where: { id: input.recognitionId, brandId: input.brandId } });
      if (!brand || !found || !overseesBrand(actor, brand)) return refuse("not-found");
      if (found.revokedOn !== null) return refuse("changed-meanwhile");
      const today = deps.clock.today();
      await tx.brandRecognition.update({ where: { id: found.id }, data: { revokedOn: toDate(today < toDay(found.recognisedOn) ? toDay(found.recognisedOn) : today), revokedFor: input.reason } });
      await sayOfBrand(deps, tx, actor, brand.id, "REVOKED", input.reason);
      return ok({ brandId: brand.id });
    });
  },
});

/** An operator's account of the bureau's region works for the brand from now on; one that works for another brand must be let go there first. */
export const assignBrandOperator = useCase({
  name: "assign-brand-operator",
  roles: OFFICE,
  subject: { type: "brand", id: (input) => input.brandId },
  input: z.object({ ...brandIdField, username: plainLine(1, "brand-operator", 64), part: z.enum(["JOINS", "LEAVES"], "required") }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const brand = await holdBrand(tx, input.brandId);
      if (!brand || !overseesBrand(actor, brand)) return refuse("not-found");
      const user = await tx.user.findUnique({ where: { username: input.username }, select: { id: true, role: true, regionCode: true, brandId: true } });
      if (user?.role !== "OPERATOR" || user.regionCode === null || !actsForRegion(actor, user.regionCode)) return refuse("brand-operator", { field: "username" });
      const joins = input.part === "JOINS";
      if (joins ? user.brandId !== null : user.brandId !== brand.id) return refuse(joins ? "brand-operator-taken" : "brand-operator", { field: "username" });
      const { count } = await tx.user.updateMany({ where: { id: user.id, brandId: joins ? null : brand.id }, data: { brandId: joins ? brand.id : null } });
      if (count !== 1) return refuse("changed-meanwhile");
      await sayOfBrand(deps, tx, actor, brand.id, "OPERATOR", `${joins ? "+" : "−"} ${input.username}`);
      return ok({ brandId: brand.id });
    });
  },
});
