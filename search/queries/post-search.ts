import type { MultiSearchQuery } from "meilisearch";
import type { Point } from "#app/data/search-sources/places.server.ts";
import type { PostDocument } from "../documents/post.ts";
import type { FilterKey, PostFilter, SearchContext } from "./filters/filter.ts";
import { POST_FILTERS } from "./filters/index.ts";
import { asTyped, engineQuery, type Interpretation, letterByLetter, otherReadings } from "./interpretations.ts";
import { PAGE_SIZE, type PostSearchParams, type Sort } from "./params.ts";
import type { TakenPlaces } from "./place-in-words.ts";

/** What one query of a request is for. */
export type Part =
  | { role: "hits"; query: MultiSearchQuery }
  | { role: "choices"; key: FilterKey; query: MultiSearchQuery }
  | { role: "letter-by-letter"; query: MultiSearchQuery }
  | { role: "home"; query: MultiSearchQuery }
  | { role: "text-alone"; query: MultiSearchQuery }
  | { role: "relaxed"; drop: FilterKey | "q"; query: MultiSearchQuery };

/** One reading of the search with the queries that answer it. */
export interface Reading {
  interpretation: Interpretation;
  parts: Part[];
}

export interface Request extends SearchContext {
  uid: string;
  params: PostSearchParams;
  /** places named in the words; null when there are none */
  places: TakenPlaces | null;
  /** where distance is measured from */
  from: Point | null;
  /** titles can be counted: not in an index that has not been brought in line with these settings yet */
  led: boolean;
}

/** What a result list shows; the words it was found by stay in the engine. */
export const HIT_FIELDS = [
  "id", "title", "occupationCode", "employerId", "employerName", "employerKind", "placeZh", "placeEn", "countyCode", "townCode", "_geo", "stream", "scope",
  "wageMinFen", "wageMaxFen", "wagePeriod", "wageMonths", "hoursPerDay", "daysPerWeek", "monthlyMinFen", "monthlyMaxFen", "housing", "meals", "insurance", "certOccupationCode", "certLevel",
  "educationMin", "brandId", "brandName", "verified", "openingsLeft", "publishedAt", "validUntil",
] as const satisfies readonly (keyof PostDocument)[];

/** The plain reading, with all counts: the one request that most searches need. */
export function firstRequest(request: Request): Reading {
  return reading(request, asTyped(textOf(request)), true);
}

/**
 * For when that found little or nothing (`total`): other readings of the text, and what each filter costs. A few
 * plain hits yield only to more of the same sound.
 */
export function secondRequest(request: Request, total: number): { readings: Reading[]; extra: Part[] } {
  const { params } = request;
  const plain = asTyped(textOf(request));
  const others = otherReadings(params.q, plain.text).filter(({ kind }) => total === 0 || kind === "BY_SOUND" || kind === "AS_TYPED");
  if (total > 0 && others.length === 0) return { readings: [], extra: [] };
  const readings = others.map((interpretation) => reading(request, interpretation, interpretation.kind === "BY_SOUND" || interpretation.kind === "AS_TYPED"));
  const extra: Part[] = (total > 0 ? [] : activeFilters(request)).map((filter) => ({
    role: "relaxed",
    drop: filter.key,
    query: counting(request, plain, conditions({ ...request, params: filter.drop(params) })),
  }));
  if (params.q !== "") {
    extra.push({ role: "text-alone", query: counting(request, plain, [validity(request)]) });
    if (total === 0 && activeFilters(request).some(({ standing }) => !standing)) extra.push({ role: "relaxed", drop: "q", query: counting({ ...request, places: null }, asTyped(""), conditions(request)) });
  }
  return { readings, extra };
}

function reading(request: Request, interpretation: Interpretation, withChoices: boolean): Reading {
  const active = activeFilters(request);
  const parts: Part[] = [{ role: "hits", query: hitsQuery(request, interpretation, POST_FILTERS.filter((filter) => !active.includes(filter))) }];
  // a sound that only resembles what titles say is worth less than a text that is right but for one character
  if (interpretation.kind === "BY_SOUND") {
    parts.push({ role: "letter-by-letter", query: { ...counting(request, interpretation, conditions(request)), q: letterByLetter(interpretation) } });
  }
  if (withChoices) {
    for (const filter of active) parts.push({ role: "choices", key: filter.key, query: choicesQuery(request, interpretation, filter) });
    if (request.homeCountyCode !== null) {
      const clauses = [...conditions(request, "place"), `countyCode = ${request.homeCountyCode}`];
      parts.push({ role: "home", query: counting(request, interpretation, clauses) });
    }
  }
  return { interpretation, parts };
}

function hitsQuery(request: Request, interpretation: Interpretation, counted: readonly PostFilter[]): MultiSearchQuery {
  const { params } = request;
  const sort = sortOf(params.sort, interpretation.text, request.from);
  return {
    ...base(request, interpretation, conditions(request)),
    page: params.page,
    hitsPerPage: PAGE_SIZE,
    attributesToRetrieve: [...HIT_FIELDS],
    facets: [...new Set([...counted.flatMap((filter) => filter.facets(params)), ...(isLed(request, interpretation) ? ["title" as const] : [])])],
    ...(sort.length > 0 ? { sort } : {}),
  };
}

/** Whether the words decide what comes first, so that the titles they most likely mean may lead the first page. */
export function isLed({ params, led }: Pick<Request, "params" | "led">, { text }: Interpretation): boolean {
  return led && params.sort === "relevance" && text !== "" && params.page === 1;
}

/** One post of each of these titles among what a reading finds. */
export function leadQuery(reading: Reading, titles: readonly string[]): MultiSearchQuery {
  const { query } = reading.parts[0]!;
  const named = titles.map((title) => `"${title.replace(/["\\]/g, "\\$&")}"`).join(", ");
  return { ...query, filter: `${String(query.filter)} AND title IN [${named}]`, distinct: "title", facets: [], page: 1, hitsPerPage: titles.length };
}

/** A filter's choices are counted as if nothing were chosen in it. */
function choicesQuery(request: Request, interpretation: Interpretation, filter: PostFilter): MultiSearchQuery {
  const under = filter.countUnder?.(request.params);
  const clauses = [...conditions(request, filter.key), ...(under ? [under] : [])];
  return { ...counting(request, interpretation, clauses), facets: filter.facets(request.params) };
}

function counting(request: Request, interpretation: Interpretation, clauses: string[]): MultiSearchQuery {
  return { ...base(request, interpretation, clauses), page: 1, hitsPerPage: 0, attributesToRetrieve: ["id"] };
}

function base(request: Request, interpretation: Interpretation, clauses: string[]): MultiSearchQuery {
  return {
    indexUid: request.uid,
    q: engineQuery(interpretation),
    filter: [...(interpretation.inPlace ? (request.places?.clauses ?? []) : []), ...clauses].join(" AND "),
    matchingStrategy: interpretation.strategy,
    ...(interpretation.searchOn ? { attributesToSearchOn: interpretation.searchOn } : {}),
  };
}

/** The words without the places in them. */
function textOf({ params, places }: Request): string {
  return places?.text ?? params.q;
}

export function activeFilters(request: Request): PostFilter[] {
  return POST_FILTERS.filter((filter) => filter.clause(request.params, request) !== null);
}

function conditions(request: Request, without?: FilterKey): string[] {
  const clauses = POST_FILTERS.filter(({ key }) => key !== without).flatMap((filter) => filter.clause(request.params, request) ?? []);
  return [validity(request), ...clauses];
}

/** Posts not yet or no longer open are never found, whether or not their documents have been taken out. */
function validity({ today }: Request): string {
  return `validUntil > ${today} AND validFrom <= ${today}`;
}

/**
 * Words rank by how well they fit; without words the newest come first. By wage means by what is surely
 * paid: a wide range does not lift a post.
 */
export function sortOf(sort: Sort, q: string, from: Point | null): string[] {
  switch (sort) {
    case "relevance":
      return q === "" ? ["publishedAt:desc"] : [];
    case "wage":
      return ["monthlyMinFen:desc"];
    case "date":
      return ["publishedAt:desc"];
    case "distance":
      return from === null ? [] : [`_geoPoint(${from.lat}, ${from.lng}):asc`];
  }
}
