import { pointOf } from "#app/data/search-sources/places.server.ts";
import { distanceKm } from "#app/domain/region/distance.ts";
import { indexUid } from "../indexes/ensure.ts";
import type { SearchDeps } from "./search-posts.ts";
import { PROFILE_PAGE_SIZE, type ProfileFields, profileSearch, type ProfileSearchInput, profileSearchSchema } from "./profile-search.ts";

export type ProfileHit = Omit<ProfileFields, "_geo"> & { distanceKm: number | null };

export interface ProfileSearchResult {
  hits: ProfileHit[];
  total: number;
  page: number;
  pageCount: number;
  /** how many of them live in each city, and have each schooling rank */
  cities: Record<string, number>;
  educationRanks: Record<string, number>;
  tookMs: number;
}

/** Finds people by what they can do and where they would go; gives ids and nothing by which a person is known. Throws a ZodError on bad input. */
export async function searchProfiles(deps: SearchDeps, input: ProfileSearchInput): Promise<ProfileSearchResult> {
  const started = performance.now();
  const params = profileSearchSchema.parse(input);
  const work = await pointOf(deps.pool, params.workCounty ?? params.region);
  const query = profileSearch(params, work);
  const answer = (await deps.meili.index<ProfileFields>(indexUid(deps, "profiles")).search(query.q ?? "", query)) as unknown as {
    hits: (ProfileFields & { _geoDistance?: number })[];
    totalHits: number;
    facetDistribution?: Record<string, Record<string, number>>;
  };
  return {
    hits: answer.hits.map(({ _geo, _geoDistance: _, ...hit }) => ({ ...hit, distanceKm: work && _geo ? Math.round(distanceKm(work, _geo)) : null })),
    total: answer.totalHits,
    page: params.page,
    pageCount: Math.ceil(answer.totalHits / PROFILE_PAGE_SIZE),
    cities: answer.facetDistribution?.cityCode ?? {},
    educationRanks: answer.facetDistribution?.educationRank ?? {},
    tookMs: Math.round((performance.now() - started) * 100) / 100,
  };
}
