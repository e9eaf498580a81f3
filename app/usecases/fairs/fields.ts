import { z } from "zod";
import { FAIR_KINDS } from "#app/domain/fair/steps.ts";
import { plainLine, plainText } from "#app/domain/plain-text.ts";
import { moment, telephone } from "../dispatches/fields.ts";

const blank = (value: unknown) => (value === "" ? undefined : value);
export const optionalId = z.preprocess(blank, z.ulid("invalid").optional());
export const homeRegion = z.string("fair-region").regex(/^14\d{4}$/, "fair-region");

/** What is said of a fair when it is planned and when the plan is changed. */
export const fairTerms = {
  title: plainLine(4, "fair-title", 80), kind: z.enum(FAIR_KINDS, "fair-kind"), place: z.preprocess(blank, plainLine(2, "fair-place", 80).optional()), address: z.preprocess(blank, plainLine(4, "fair-address", 200).optional()),
  phone: telephone, says: plainText(4, "fair-says", 500), startsAt: moment, endsAt: moment, booths: z.coerce.number("number-needed").int("whole-number").min(1, "fair-booths").max(1_000, "fair-booths"), driveId: optionalId,
};

const MOST_POSTS = 30;
export const boothPosts = z.preprocess((value) => (value === undefined || value === "" ? [] : [value].flat()), z.array(z.ulid("invalid")).min(1, "fair-posts-needed").max(MOST_POSTS, "fair-posts-many"));
