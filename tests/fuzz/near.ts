import fc from "fast-check";
import type { z } from "zod";

/** What is known of a field by its name: where it is asked for, these are taken instead of what its schema alone would allow. */
export type Hints = (name: string) => fc.Arbitrary<unknown> | undefined;

const WORDS = ["张三", "电焊工", "已电话告知", "临人社 1 号", "太原市小店区", "a", "Ünïcödé 𠮷㛃"] as const;
const LONGEST_TRIED = 8_192;

const words = fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }));
const day = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -400, max: 800 }).map((days) => new Date(Date.UTC(2026, 10, 27 + days)).toISOString().slice(0, 10)) }, { weight: 1, arbitrary: fc.constantFrom("0001-01-01", "1900-01-01", "9999-12-31", "2024-02-29") });

/** How few and how many characters a text may have: what is shorter or longer is refused. Null where nothing of the kind is taken, or everything is. */
export function lengthsOf(schema: z.ZodType): { least: number; most: number } | null {
  const takes = (length: number) => schema.safeParse("长".repeat(length)).success;
  const least = Array.from({ length: 40 }, (_, at) => at + 1).find(takes);
  if (least === undefined || takes(LONGEST_TRIED)) return null;
  let [most, tooMany] = [least, LONGEST_TRIED];
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (takes(middle)) most = middle;
    else tooMany = middle;
  }
  return { least, most };
}

function textOf(schema: z.ZodType): fc.Arbitrary<string> {
  const lengths = lengthsOf(schema);
  if (lengths === null) return words;
  const { least, most } = lengths;
  const long = words.map((one) => Array.from(one.length >= least ? one : one + "长".repeat(least)).slice(0, most).join(""));
  return fc.oneof({ weight: 5, arbitrary: long }, { weight: 1, arbitrary: fc.constantFrom("长".repeat(most), "𠮷".repeat(most)) });
}

interface Limits { min?: number; max?: number; length?: number; pattern?: RegExp; whole?: boolean; format?: string }

function limitsOf(schema: z.ZodType): Limits {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod;
  const limits: Limits = {};
  const checks = (def.checks ?? []).map((check) => check._zod.def as unknown as Record<string, unknown>);
  for (const check of "check" in def ? [def as unknown as Record<string, unknown>, ...checks] : checks) {
    if (check.check === "greater_than" || check.check === "min_length") limits.min = Number(check.value ?? check.minimum);
    if (check.check === "less_than" || check.check === "max_length") limits.max = Number(check.value ?? check.maximum);
    if (check.check === "length_equals") limits.length = Number(check.length);
    if (check.check === "number_format") limits.whole = true;
    if (check.check === "string_format" && check.format === "regex") limits.pattern = check.pattern as RegExp;
    else if (check.check === "string_format") limits.format = String(check.format);
  }
  return limits;
}

function matching(pattern: RegExp): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(pattern);
  } catch {
    return words;
  }
}

function string(schema: z.ZodType): fc.Arbitrary<unknown> {
  const { format, pattern, length, min, max } = limitsOf(schema);
  if (format === "ulid") return fc.ulid();
  if (format === "uuid") return fc.uuid();
  if (format === "date") return day;
  if (format === "datetime") return day.map((one) => `${one}T08:00:00.000Z`);
  if (format === "url") return fc.webUrl();
  if (pattern) return matching(pattern);
  if (length !== undefined) return fc.string({ unit: fc.constantFrom(..."abcXYZ019-_"), minLength: length, maxLength: length });
  if (max === undefined) return textOf(schema);
  return fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: min ?? 0, maxLength: max }) }, { weight: 1, arbitrary: fc.constant("𠮷".repeat(Math.min(max, LONGEST_TRIED))) });
}

function number(schema: z.ZodType): fc.Arbitrary<unknown> {
  const { min, max, whole } = limitsOf(schema);
  const least = Math.max(min ?? -1_000, -1e12);
  const most = Math.min(max ?? Math.max(least, 0) + 1_000, 1e12);
  const some = whole ? fc.integer({ min: Math.ceil(least), max: Math.max(Math.ceil(least), Math.floor(most)) }) : fc.double({ min: least, max: Math.max(least, most), noNaN: true });
  return fc.oneof({ weight: 4, arbitrary: some }, { weight: 2, arbitrary: fc.integer({ min: Math.ceil(least), max: Math.max(Math.ceil(least), Math.min(most, Math.ceil(least) + 12)) }) }, { weight: 1, arbitrary: fc.constantFrom(Math.ceil(least), Math.floor(most)) });
}

/** A hint counts where the schema takes something of it: one name may mean several things. */
function hinted(schema: z.ZodType, hint: fc.Arbitrary<unknown> | undefined): fc.Arbitrary<unknown> | undefined {
  return hint !== undefined && fc.sample(hint, { seed: 1, numRuns: 12 }).some((value) => schema.safeParse(value).success) ? hint : undefined;
}

/** Values that a schema takes, or nearly takes: made from the schema itself, so that a new field is tried without anybody thinking of it. */
export function near(schema: z.ZodType, hints: Hints = () => undefined): fc.Arbitrary<unknown> {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod;
  const inner = (one: unknown) => near(one as z.ZodType, hints);
  switch (def.type) {
    case "object": {
      const fields = Object.entries(def.shape as Record<string, z.ZodType>);
      const optional = (one: z.ZodType) => one._zod.optin === "optional";
      return fc.record(Object.fromEntries(fields.map(([name, one]) => [name, hinted(one, hints(name)) ?? near(one, hints)])), { requiredKeys: fields.filter(([, one]) => !optional(one)).map(([name]) => name) });
    }
    case "string": return string(schema);
    case "number": return number(schema);
    case "boolean": return fc.boolean();
    case "enum": return fc.constantFrom<unknown>(...Object.values(def.entries));
    case "literal": return fc.constantFrom<unknown>(...def.values);
    case "nullable": return fc.oneof({ weight: 4, arbitrary: inner(def.innerType) }, { weight: 1, arbitrary: fc.constant(null) });
    case "optional": case "default": case "prefault": case "catch": case "readonly": case "nonoptional": return inner(def.innerType);
    case "pipe": {
      const out = def.out as z.ZodType;
      if (out._zod.def.type === "transform") return (def.in as z.ZodType)._zod.def.type === "string" ? textFor(schema, def.in as z.ZodType) : inner(def.in);
      return (def.in as z.ZodType)._zod.def.type === "transform" ? inner(out) : fc.oneof({ weight: 4, arbitrary: inner(out) }, { weight: 1, arbitrary: inner(def.in) });
    }
    case "union": return fc.oneof(...def.options.map(inner));
    case "intersection": return fc.tuple(inner(def.left), inner(def.right)).map(([left, right]) => ({ ...(left as object), ...(right as object) }));
    case "array": {
      const { min = 0, max, length } = limitsOf(schema);
      return fc.array(inner(def.element), { minLength: length ?? min, maxLength: length ?? Math.max(min, Math.min(max ?? 3, 12)) });
    }
    case "tuple": return fc.tuple(...def.items.map(inner));
    case "record": return fc.dictionary(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), inner(def.valueType), { maxKeys: 6 });
    case "lazy": return inner(def.getter());
    default: return fc.oneof(words, fc.jsonValue({ maxDepth: 2 }));
  }
}

/** A text that is changed as it is read: its length is that of the whole, its form that of what comes in. */
function textFor(whole: z.ZodType, text: z.ZodType): fc.Arbitrary<unknown> {
  const { format, pattern, length, max } = limitsOf(text);
  return format ?? pattern ?? length ?? max ? string(text) : textOf(whole);
}
