import { z } from "zod";
import { EDUCATIONS, type Education, PLACE_CLASSES, type PlaceClass, SKILL_LEVELS, type SkillLevel, type Stream, STREAMS } from "#app/domain/terms.ts";
import { upgradeSearchUrl, SEARCH_URL_VERSION } from "./versions.ts";

export const SORTS = ["relevance", "distance", "wage", "date"] as const;
export type Sort = (typeof SORTS)[number];

export interface PostSearchParams {
  q: string;
  stream: Stream[];
  /** province, city, county or township */
  region: string | null;
  /** as seen from the seeker's home county, or from Shanxi when that is unknown */
  place: PlaceClass[];
  /** at least this much, yuan a month */
  wage: number | null;
  /** "none": no certificate needed; else the occupation of a certificate that is asked for */
  cert: string | null;
  level: SkillLevel | null;
  brand: string | null;
  housing: boolean;
  /** paid by the month */
  monthly: boolean;
  /** what the seeker has: posts that ask for no more */
  education: Education | null;
  verified: boolean;
  /** posts of commercial agencies too */
  agency: boolean;
  sort: Sort;
  /** county or township from which distance is measured */
  near: string | null;
  page: number;
}

export interface Ignored {
  param: string;
  value: string;
}

export const PAGE_SIZE = 20;
const LAST_PAGE = 500;
const LONGEST_QUERY = 60;
const REGION = /^(\d{6}|\d{9}|[A-Z]{2}0000)$/;
export const OCCUPATION = /^\d-\d{2}-\d{2}-\d{2}$/;

const flag = z.enum(["1", "0", "on", "true", "false", ""]).transform((value) => value === "1" || value === "on" || value === "true");
const single = {
  q: z.string().transform(cleanQuery),
  region: z.string().regex(REGION),
  wage: z.coerce.number().int().min(1).max(1_000_000),
  cert: z.union([z.literal("none"), z.string().regex(OCCUPATION)]),
  level: z.enum(SKILL_LEVELS),
  brand: z.ulid(),
  housing: flag,
  monthly: flag,
  education: z.enum(EDUCATIONS),
  verified: flag,
  agency: flag,
  sort: z.enum(SORTS),
  near: z.string().regex(REGION),
  page: z.coerce.number().int().min(1).max(LAST_PAGE),
} satisfies Record<string, z.ZodType>;
const repeated = { stream: z.enum(STREAMS), place: z.enum(PLACE_CLASSES) } satisfies Record<string, z.ZodType>;

export const NO_FILTERS: PostSearchParams = {
  q: "", stream: [], region: null, place: [], wage: null, cert: null, level: null, brand: null, housing: false, monthly: false, education: null, verified: false, agency: false,
  sort: "relevance", near: null, page: 1,
};

/** Reads a search address. What can't be understood is left out and named, so that the page can say so; it never fails. */
export function parsePostSearch(url: URLSearchParams): { params: PostSearchParams; ignored: Ignored[] } {
  const { search, ignored } = upgradeSearchUrl(url);
  const values: Record<string, unknown> = {};
  for (const [param, schema] of Object.entries(single)) {
    const value = search.get(param);
    if (value === null || value === "") continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) values[param] = parsed.data;
    else ignored.push({ param, value: value.slice(0, 80) });
  }
  for (const [param, schema] of Object.entries(repeated)) {
    const given = search.getAll(param).flatMap((value) => value.split(",")).filter((value) => value !== "");
    const parsed = given.map((value) => ({ value, parsed: schema.safeParse(value) }));
    values[param] = [...new Set(parsed.flatMap((one) => (one.parsed.success ? [one.parsed.data] : [])))];
    for (const one of parsed) if (!one.parsed.success) ignored.push({ param, value: one.value.slice(0, 80) });
  }
  return { params: { ...NO_FILTERS, ...values } as PostSearchParams, ignored };
}

/** The address of a search, with its version; defaults are left out, so the same search has one address. */
export function postSearchUrl(params: PostSearchParams): URLSearchParams {
  const url = new URLSearchParams();
  for (const [param, value] of Object.entries(params) as [keyof PostSearchParams, unknown][]) {
    if (Array.isArray(value)) for (const one of value as string[]) url.append(param, one);
    else if (typeof value === "boolean") {
      if (value) url.set(param, "1");
    } else if (value !== null && value !== NO_FILTERS[param]) url.set(param, String(value));
  }
  url.set("v", String(SEARCH_URL_VERSION));
  return url;
}

/** What people type, made safe for the engine: quotes and a leading minus have a meaning there that nobody here means. */
export function cleanQuery(typed: string): string {
  const plain = typed.normalize("NFKC").replace(/[\p{C}"“”„]/gu, " ").replace(/(^|\s)-+/g, " ").replace(/\s+/g, " ").trim();
  return Array.from(plain).slice(0, LONGEST_QUERY).join("").trim();
}
