import { z } from "zod";

/** A name that a form sends never, once or several times, as a list. */
export function listOf<T extends z.ZodType>(one: T, most: number) {
  return z.preprocess((value) => (Array.isArray(value) ? value : [value]).filter((item) => item !== "" && item !== undefined), z.array(one).max(most, "too-long"));
}
