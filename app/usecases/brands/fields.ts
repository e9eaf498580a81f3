import { z } from "zod";
import { parseCreditCode } from "#app/domain/employer/credit-code.ts";
import { readLevels } from "#app/domain/brand/membership.ts";
import { plainLine, plainText } from "#app/domain/plain-text.ts";

export const brandIdField = { brandId: z.ulid("not-found") };
export const versionField = { version: z.coerce.number("invalid").int("invalid").min(0, "invalid").max(1_000_000, "invalid") };
export const reasonField = { reason: plainLine(4, "brand-reason", 200) };

const orNull = (text: string) => (text === "" ? null : text);

/** What a brand tells of itself. */
export const brandWords = {
  nameEn: plainLine(2, "brand-name-en", 120),
  storyZh: plainText(0, "required", 2_000).transform(orNull),
  storyEn: plainText(0, "required", 3_000).transform(orNull),
  pledge: plainText(0, "required", 500).transform(orNull),
  holderName: plainLine(0, "required", 120).transform(orNull),
  holderCreditCode: z.string("required").transform((text, context) => {
    if (text.trim() === "") return null;
    const parsed = parseCreditCode(text);
    if (parsed.ok) return parsed.code;
    context.addIssue({ code: "custom", message: "brand-credit-code" });
    return z.NEVER;
  }),
  levels: plainText(0, "required", 200).transform((text, context) => {
    const levels = readLevels(text);
    if (levels !== null) return levels;
    context.addIssue({ code: "custom", message: "brand-levels" });
    return z.NEVER;
  }),
};
