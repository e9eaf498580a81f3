import { z } from "zod";
import { readYuan } from "../money.ts";

const MOST_FEN = 100_000_000_000;

/** An amount of yuan as typed, in fen; codes `required`, `yuan-form`, `too-large`. */
export const yuanAmount = z.string("required").transform((text, context) => {
  if (text.trim() === "") return fail(context, "required");
  const fen = readYuan(text);
  if (fen === null || fen === 0) return fail(context, "yuan-form");
  return fen > MOST_FEN ? fail(context, "too-large") : fen;
});

/** The same, and nothing where nothing is typed. */
export const optionalYuan = z.preprocess((value) => (value === "" || value === null ? undefined : value), yuanAmount.optional());

function fail(context: z.core.$RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

/** The pay of a day in fen, within what a day can be paid. */
export const dayRate = yuanAmount.refine((fen) => fen <= 500_000, { message: "too-large" });

/** A key made with a form or on a phone: the same form comes in once. */
export const formKey = z.string("required").regex(/^[0-9A-Za-z-]{20,36}$/, "invalid");
