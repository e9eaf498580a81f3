import { z } from "zod";
import { holdBrand, keepsBrand, sayOfBrand } from "#app/data/brands/brands.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { plainText } from "#app/domain/plain-text.ts";
import { LARGEST_PHOTO_BYTES } from "#app/domain/profile/photo.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { reencodePhoto } from "#app/platform/photos/re-encode.server.ts";
import { useCase } from "../use-case.server.ts";
import { brandIdField, brandWords, versionField } from "./fields.ts";

const KEEPERS = ["OPERATOR", "OFFICER", "ADMIN"] as const;

/** What a brand tells of itself, by its operator or a bureau over it; an ended brand stays as it was. */
export const changeBrand = useCase({
  name: "change-brand",
  roles: KEEPERS,
  subject: { type: "brand", id: (input) => input.brandId },
  input: z.object({ ...brandIdField, ...versionField, ...brandWords }),
  async run({ deps, actor, input: { brandId, version, ...words } }) {
    return deps.db.$transaction(async (tx) => {
      const brand = await holdBrand(tx, brandId);
      if (!brand || !keepsBrand(actor, brand)) return refuse("not-found");
      if (brand.version !== version) return refuse("changed-meanwhile");
      if (brand.state === "ENDED") return refuse("brand-is-over");
      const used = await tx.brandMembership.findMany({ where: { brandId, level: { notIn: words.levels }, OR: [{ validTo: null }, { validTo: { gt: toDate(deps.clock.today()) } }] }, select: { level: true }, take: 1 });
      if (used[0]?.level) return refuse("brand-level-used", { field: "levels", params: { level: used[0].level } });
      await tx.labourBrand.update({ where: { id: brandId }, data: { ...words, version: { increment: 1 } } });
      await sayOfBrand(deps, tx, actor, brandId, "CHANGED");
      return ok({ brandId });
    });
  },
});

/** A new version of the standard, from a day not yet past; a version of the same day that has not begun is replaced. */
export const setBrandStandard = useCase({
  name: "set-brand-standard",
  roles: KEEPERS,
  subject: { type: "brand", id: (input) => input.brandId },
  input: z.object({ ...brandIdField, ...versionField, validFrom: z.iso.date("date-form"), standard: plainText(10, "brand-standard", 4_000) }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const brand = await holdBrand(tx, input.brandId);
      if (!brand || !keepsBrand(actor, brand)) return refuse("not-found");
      if (brand.version !== input.version) return refuse("changed-meanwhile");
      if (brand.state === "ENDED") return refuse("brand-is-over");
      if (input.validFrom < deps.clock.today()) return refuse("brand-standard-past", { field: "validFrom" });
      const row = { text: input.standard, recordedBy: actor.userId, recordedAt: deps.clock.now() };
      const key = { brandId: brand.id, validFrom: toDate(input.validFrom) };
      await tx.brandStandard.upsert({ where: { brandId_validFrom: key }, create: { ...key, ...row }, update: row });
      await tx.labourBrand.update({ where: { id: brand.id }, data: { version: { increment: 1 } } });
      await sayOfBrand(deps, tx, actor, brand.id, "CHANGED", null, input.validFrom);
      return ok({ brandId: brand.id });
    });
  },
});

/** The picture a brand is known by, made anew from what was sent. */
export const setBrandMark = useCase({
  name: "set-brand-mark",
  roles: KEEPERS,
  subject: { type: "brand", id: (input) => input.brandId },
  input: z.object({ ...brandIdField, bytes: z.instanceof(Uint8Array, { message: "photo-missing" }).refine((bytes) => bytes.length <= LARGEST_PHOTO_BYTES, { message: "photo-too-large" }) }),
  async run({ deps, actor, input }) {
    const known = await deps.db.labourBrand.findUnique({ where: { id: input.brandId }, select: { id: true, level: true, regions: { select: { regionCode: true, level: true } } } });
    if (!known || !keepsBrand(actor, known)) return refuse("not-found");
    const made = await reencodePhoto(input.bytes);
    if (!made.ok) return refuse(made.fault, { field: "photo" });
    return deps.db.$transaction(async (tx) => {
      const brand = await holdBrand(tx, input.brandId);
      if (!brand || !keepsBrand(actor, brand)) return refuse("not-found");
      if (brand.state === "ENDED") return refuse("brand-is-over");
      const { bytes, ...photo } = made.photo;
      const row = { ...photo, data: Uint8Array.from(bytes), recordedBy: actor.userId, recordedAt: deps.clock.now() };
      await tx.brandMark.upsert({ where: { brandId: brand.id }, create: { brandId: brand.id, ...row }, update: row });
      await sayOfBrand(deps, tx, actor, brand.id, "CHANGED");
      return ok({ brandId: brand.id });
    });
  },
});
