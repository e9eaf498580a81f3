import { z } from "zod";
import { EDUCATIONS, SKILL_LEVELS, STREAMS } from "../terms.ts";

/** A tick box sends "on" or nothing. */
const tick = z.union([z.boolean(), z.literal("on").transform(() => true), z.literal("").transform(() => false)]).default(false);
const yuan = z.coerce.number("number-needed").min(1, "number-needed").max(1_000_000, "too-large");
const count = (max: number) => z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(max, "too-large");
const optional = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());

/** How long a vacancy may stay open without renewal, in days. */
export const LONGEST_VALIDITY_DAYS = 180;

/** What an employer fills in; wages in yuan per period, as people say them. */
export const postInputSchema = z
  .object({
    stream: z.enum(STREAMS, "required"),
    title: z.string("required").trim().min(2, "title-short").max(60, "too-long"),
    occupationCode: optional(z.string().regex(/^\d-\d{2}-\d{2}-\d{2}$/, "occupation-unknown")),
    description: z.string("required").trim().min(10, "description-short").max(4_000, "too-long"),
    regionCode: z.string("required").regex(/^(\d{6}|\d{9}|\d{12}|[A-Z]{2}\d{4})$/, "region-needed"),
    address: optional(z.string().trim().max(120, "too-long")),
    openings: count(9_999),
    wageMinYuan: yuan,
    wageMaxYuan: yuan,
    wagePeriod: z.enum(["HOUR", "DAY", "MONTH", "YEAR", "PIECE"], "required"),
    hoursPerDay: count(12),
    daysPerWeek: count(7),
    housing: tick,
    meals: tick,
    insurance: tick,
    educationMin: z.enum(EDUCATIONS, "required").default("NONE"),
    experienceMonths: z.coerce.number("number-needed").int("whole-number").min(0).max(600, "too-large").default(0),
    certOccupationCode: optional(z.string().regex(/^\d-\d{2}-\d{2}-\d{2}$/, "occupation-unknown")),
    certLevel: optional(z.enum(SKILL_LEVELS, "invalid")),
    brandId: optional(z.ulid("invalid")),
    validUntil: z.string("required").pipe(z.iso.date("date-form")),
  })
  .refine((post) => post.wageMaxYuan >= post.wageMinYuan, { path: ["wageMaxYuan"], message: "wage-order" });

export type PostInput = z.output<typeof postInputSchema>;
