import { z } from "zod";

/** Control and direction characters: nobody types them, and they hide or reorder what follows. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Counts characters as people do: 𠮷 and an emoji are one each. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** One line of text as typed, without what can't be seen; length in characters. The code `tooShort` tells of an empty or short one. */
export function plainLine(min: number, tooShort: string, max: number) {
  return z
    .string("required")
    .transform((text) => text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim())
    .refine((text) => lengthOf(text) >= min, { message: tooShort })
    .refine((text) => lengthOf(text) <= max, { message: "too-long" });
}

/** The same for text of several lines. */
export function plainText(min: number, tooShort: string, max: number) {
  return z
    .string("required")
    .transform((text) => text.replace(/\r\n?/g, "\n").replace(INVISIBLE, "").trim())
    .refine((text) => lengthOf(text) >= min, { message: tooShort })
    .refine((text) => lengthOf(text) <= max, { message: "too-long" });
}
