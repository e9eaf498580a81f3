import type { SearchParams } from "meilisearch";
import { z } from "zod";
import type { Point } from "#app/data/search-sources/places.server.ts";
import { type Day, toDate } from "#app/domain/dates.ts";
import { isOverseas, provinceOf } from "#app/domain/region/codes.ts";
import { SKILL_LEVELS } from "#app/domain/terms.ts";
import { skillRank } from "../documents/post.ts";
import type { ProfileDocument } from "../documents/profile.ts";
import { cleanQuery, OCCUPATION } from "./params.ts";

const region = z.string().regex(/^\d{6}$/);

/** What an employer may ask for: the work and the proof of skill, never sex, age or origin. */
export const profileSearchSchema = z.object({
  q: z.string().transform(cleanQuery).default(""),
  /** wished occupation */
  occupation: z.string().regex(OCCUPATION).nullable().default(null),
  /** where the work is: only people who would go there, seen from their home */
  workCounty: z.string().regex(/^(\d{6}|[A-Z]{2}0000)$/).nullable().default(null),
  /** home in this region */
  region: region.nullable().default(null),
  /** at most so many kilometres from the place of work */
  withinKm: z.coerce.number().int().min(1).max(3_000).nullable().default(null),
  certificate: z.string().regex(OCCUPATION).nullable().default(null),
  level: z.enum(SKILL_LEVELS).nullable().default(null),
  brand: z.ulid().nullable().default(null),
  /** wishes for no more than this, yuan a month */
  maxWage: z.coerce.number().int().min(1).max(1_000_000).nullable().default(null),
  /** can begin by this day */
  availableBy: z.iso.date().nullable().default(null),
  housingOffered: z.boolean().default(true),
  sort: z.enum(["relevance", "distance", "wage"]).default("relevance"),
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export type ProfileSearchInput = z.input<typeof profileSearchSchema>;
export type ProfileSearchParams = z.output<typeof profileSearchSchema>;

export const PROFILE_PAGE_SIZE = 20;
const FIELDS = [
  "id", "bornFrom", "provinceCode", "cityCode", "countyCode", "_geo", "education", "certificates", "brandIds", "wishCodes", "minWageFen",
  "placeClasses", "needsHousing", "availableFrom",
] as const satisfies readonly (keyof ProfileDocument)[];
export type ProfileFields = Pick<ProfileDocument, (typeof FIELDS)[number]>;

/** The engine's query for a search of profiles; `work` is where the place of work lies. */
export function profileSearch(params: ProfileSearchParams, work: Point | null): SearchParams {
  const sort = sortOf(params.sort, work);
  return {
    q: params.q,
    filter: conditions(params, work).join(" AND "),
    matchingStrategy: "all",
    page: params.page,
    hitsPerPage: PROFILE_PAGE_SIZE,
    attributesToRetrieve: [...FIELDS],
    facets: ["cityCode", "educationRank"],
    ...(sort.length > 0 ? { sort } : {}),
  };
}

function conditions(params: ProfileSearchParams, work: Point | null): string[] {
  const { occupation, certificate, level, brand, maxWage, availableBy, withinKm, workCounty } = params;
  return [
    occupation && `wishCodes = ${occupation}`,
    workCounty && willingToGoTo(workCounty),
    params.region && within(params.region),
    withinKm && work && `_geoRadius(${work.lat}, ${work.lng}, ${withinKm * 1_000})`,
    certificate && `certKeys = ${JSON.stringify(level === null ? certificate : `${certificate}:${skillRank(level)}`)}`,
    brand && `brandIds = ${brand}`,
    maxWage && `minWageFen <= ${maxWage * 100}`,
    availableBy && `availableFrom <= ${dayMs(availableBy)}`,
    params.housingOffered ? null : "needsHousing = false",
  ].filter((clause) => clause !== null && clause !== 0 && clause !== "") as string[];
}

/** A place of work is in one's county, in the province, outside it or abroad, depending on where one's home is. */
function willingToGoTo(work: string): string {
  if (isOverseas(work)) return "placeClasses = OVERSEAS";
  const province = provinceOf(work);
  return [
    `(countyCode = ${work} AND placeClasses = IN_COUNTY)`,
    `(provinceCode = ${province} AND countyCode != ${work} AND placeClasses = IN_PROVINCE)`,
    `(provinceCode != ${province} AND placeClasses = OUT_OF_PROVINCE)`,
  ].join(" OR ").replace(/^(.*)$/, "($1)");
}

function within(code: string): string {
  if (code.endsWith("0000")) return `provinceCode = ${code}`;
  return code.endsWith("00") ? `cityCode = ${code}` : `countyCode = ${code}`;
}

function dayMs(day: Day): number {
  return toDate(day).getTime();
}

function sortOf(sort: ProfileSearchParams["sort"], work: Point | null): string[] {
  if (sort === "wage") return ["minWageFen:asc"];
  return sort === "distance" && work !== null ? [`_geoPoint(${work.lat}, ${work.lng}):asc`] : [];
}
