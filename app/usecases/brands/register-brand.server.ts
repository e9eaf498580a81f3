import { z } from "zod";
import { sayOfBrand } from "#app/data/brands/brands.server.ts";
import { BRAND_LEVELS, type BrandLevel } from "#app/domain/brand/membership.ts";
import { toDate } from "#app/domain/dates.ts";
import { plainLine, plainText } from "#app/domain/plain-text.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { listOf } from "../profile/list-field.ts";
import { useCase } from "../use-case.server.ts";
import { brandWords } from "./fields.ts";

const KIND_OF_SEAT: Record<BrandLevel, readonly string[]> = { PROVINCE: ["PROVINCE"], CITY: ["CITY"], COUNTY: ["COUNTY"], FIRM: ["CITY", "COUNTY"] };

/**
 * A bureau enters a labour brand with where it is at home: a brand of a city names the city and, where not all of it takes part, its counties. Home is not recognition, which
 * comes by a document (`recognise-brand`). The officer's region must hold every seat.
 */
export const registerBrand = useCase({
  name: "register-brand",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "brand", id: (input, value) => value.brandId ?? input.name },
  input: z.object({
    name: plainLine(2, "brand-name", 60), level: z.enum(BRAND_LEVELS, "brand-level"),
    seat: z.string("brand-seat").regex(/^14\d{4}$/, "brand-seat"), counties: listOf(z.string().regex(/^14\d{4}$/, "brand-counties"), 30),
    occupationCodes: listOf(z.string().max(16, "brand-occupations"), 12).refine((codes) => codes.length > 0, { message: "brand-occupations" }),
    standard: plainText(10, "brand-standard", 4_000), ...brandWords,
  }),
  async run({ deps, actor, input }) {
    const { seat, counties, occupationCodes, standard, name, level, ...words } = input;
    if (level === "PROVINCE" ? seat !== SHANXI : false) return refuse("brand-seat", { field: "seat" });
    const regions = await deps.db.region.findMany({ where: { code: { in: [seat, ...counties] } }, select: { code: true, level: true, parentCode: true } });
    const kindOf = new Map(regions.map((one) => [one.code, one]));
    if (!KIND_OF_SEAT[level].includes(kindOf.get(seat)?.level ?? "")) return refuse("brand-seat", { field: "seat" });
    if (!actsForRegion(actor, seat)) return refuse("not-your-region", { field: "seat" });
    if (counties.some((code) => level !== "CITY" || kindOf.get(code)?.parentCode !== seat)) return refuse("brand-counties", { field: "counties" });
    if ((await deps.db.occupation.count({ where: { code: { in: occupationCodes } } })) !== new Set(occupationCodes).size) return refuse("brand-occupations", { field: "occupationCodes" });
    const brandId = deps.newId();
    const today = deps.clock.today();
    try {
      await deps.db.$transaction(async (tx) => {
        await tx.labourBrand.create({
          data: {
            id: brandId, name, level, ...words, occupationCodes: [...new Set(occupationCodes)],
            regions: { create: [{ regionCode: seat, level }, ...[...new Set(counties)].map((regionCode) => ({ regionCode, level: "COUNTY" as const }))] },
            standards: { create: { validFrom: toDate(today), text: standard, recordedBy: actor.userId, recordedAt: deps.clock.now() } },
          },
        });
        await sayOfBrand(deps, tx, actor, brandId, "REGISTERED");
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("brand-known", { field: "name" });
      throw error;
    }
    return ok({ brandId });
  },
});
