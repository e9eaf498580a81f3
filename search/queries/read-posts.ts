import type { SearchResponse } from "meilisearch";
import { distanceKm } from "#app/domain/region/distance.ts";
import type { PostDocument } from "../documents/post.ts";
import type { Distribution, FacetValue, FilterKey } from "./filters/filter.ts";
import { POST_FILTERS } from "./filters/index.ts";
import { activeFilters, type HIT_FIELDS, type Part, type Reading, type Request } from "./post-search.ts";

export type PostHit = Pick<PostDocument, Exclude<(typeof HIT_FIELDS)[number], "_geo">> & {
  /** kilometres to the county seat; null without a place to measure from */
  distanceKm: number | null;
};
export type Facets = Record<FilterKey, FacetValue[]>;
export type Answer = SearchResponse<PostDocument> & { totalHits?: number; totalPages?: number };

export interface Found {
  hits: PostHit[];
  /** posts of each title, most first; only where the words decide the order */
  titles: ReadonlyMap<string, number>;
  total: number;
  facets: Facets;
}

/**
 * On a page that is ranked by words each title stands once before any stands again: a seeker who scans the first lines sees
 * what there is, and not one firm's advertisement ten times. Nothing leaves the page or comes to it.
 */
export function inVariety(hits: readonly PostHit[]): PostHit[] {
  const times = new Map<string, number>();
  const rounds = hits.map((hit) => {
    const round = times.get(hit.title) ?? 0;
    times.set(hit.title, round + 1);
    return { hit, round };
  });
  return rounds.sort((a, b) => a.round - b.round).map(({ hit }) => hit);
}

/** The engine's answers to one reading, as what a page shows. */
export function readReading(reading: Reading, answers: readonly Answer[], request: Request): Found {
  const of = (wanted: (part: Part) => boolean) => answers[reading.parts.findIndex(wanted)];
  const main = of((part) => part.role === "hits");
  const total = totalOf(main);
  const home = of((part) => part.role === "home");
  const active = new Set(activeFilters(request).map(({ key }) => key));
  const facets = {} as Facets;
  for (const filter of POST_FILTERS) {
    const own = of((part) => part.role === "choices" && part.key === filter.key);
    const answer = active.has(filter.key) ? own : main;
    const distribution: Distribution = { ...answer?.facetDistribution };
    const inCounty: Distribution = request.homeCountyCode === null || filter.key !== "place" ? {} : { countyCode: { [request.homeCountyCode]: totalOf(home) } };
    facets[filter.key] = filter.count({ ...distribution, ...inCounty }, request.params, answer ? totalOf(answer) : total, request);
  }
  const hits = (main?.hits ?? []).map((hit) => toHit(hit, request));
  const titles = new Map(Object.entries(main?.facetDistribution?.title ?? {}).sort(([, a], [, b]) => b - a));
  return { hits, total, facets, titles };
}

/** A first page with one post of each leading title on top, then what else stands on it, in variety. One that comes from further down is met again there. */
export function withLeads(hits: readonly PostHit[], leads: readonly PostHit[]): PostHit[] {
  const first = new Set(leads.map(({ id }) => id));
  return inVariety([...leads, ...hits.filter(({ id }) => !first.has(id))]);
}

export function totalOf(answer: Answer | undefined): number {
  return answer?.totalHits ?? 0;
}

export function toHit({ _geo, ...hit }: PostDocument, { from }: Request): PostHit {
  const fields: Record<string, unknown> = { ...hit };
  for (const extra of Object.keys(fields)) if (extra.startsWith("_")) delete fields[extra];
  return { ...(fields as unknown as PostHit), distanceKm: from && _geo ? Math.round(distanceKm(from, _geo)) : null };
}
