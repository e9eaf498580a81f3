import { z } from "zod";
import { plainLine, plainText } from "../plain-text.ts";
import { EDUCATIONS, SKILL_LEVELS, STREAMS } from "../terms.ts";
import { SCHEMES } from "../overseas/schemes.ts";
import { tick } from "../tick.ts";

const yuan = z.coerce.number("number-needed").min(1, "number-needed").max(1_000_000, "too-large");
const count = (max: number) => z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(max, "too-large");
const optional = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());

/** How long a vacancy may stay open without renewal, in days. */
export const LONGEST_VALIDITY_DAYS = 180;

/** What an employer fills in; wages in yuan per period, as people say them. */
export const postInputSchema = z
  .object({
    stream: z.enum(STREAMS, "required"),
    title: plainLine(2, "title-short", 60),
    occupationCode: optional(z.string().regex(/^\d-\d{2}-\d{2}-\d{2}$/, "occupation-unknown")),
    description: plainText(10, "description-short", 4_000),
    regionCode: z.string("required").regex(/^(\d{6}|\d{9}|\d{12}|[A-Z]{2}\d{4})$/, "region-needed"),
    address: optional(plainLine(0, "required", 120)),
    /** for an agency: the unit it recruits for */
    onBehalfOf: optional(plainLine(2, "on-behalf-needed", 120)),
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
    /** of a post abroad: the scheme, the last day of entry, what the company asks for and what for, and whether it wants a deposit */
    scheme: optional(z.enum(SCHEMES, "overseas-scheme-needed")),
    entryOn: optional(z.iso.date("date-form")),
    feeYuan: optional(z.coerce.number("number-needed").int("whole-number").min(0, "number-needed").max(1_000_000, "too-large")),
    feeFor: optional(plainLine(0, "required", 200)),
    depositYuan: optional(z.coerce.number("number-needed").int("whole-number").min(0, "number-needed").max(1_000_000, "too-large")),
    validUntil: z.string("validity-missing").min(1, "validity-missing").pipe(z.iso.date("date-form")),
  })
  .refine((post) => post.wageMaxYuan >= post.wageMinYuan, { path: ["wageMaxYuan"], message: "wage-order" });

export type PostInput = z.output<typeof postInputSchema>;
