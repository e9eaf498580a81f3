import { ID_PATTERN } from "#app/platform/ids.ts";
import type { PostSearchParams } from "./params.ts";
import { firstRequest } from "./post-search.ts";
import { postRequest, type SearchDeps } from "./search-posts.ts";

export interface WantedSearch {
  params: PostSearchParams;
  /** what the words were understood as; null: as they stand */
  readAs: string | null;
  homeCountyCode: string | null;
}

const AT_ONCE = 50;

/** Which of the named posts each search finds, by the plain reading of its words: the same conditions as the page, narrowed to these posts. */
export async function matchPosts(deps: SearchDeps, searches: readonly WantedSearch[], postIds: readonly string[]): Promise<string[][]> {
  const ids = postIds.filter((id) => ID_PATTERN.test(id));
  if (ids.length === 0) return searches.map(() => []);
  const found: string[][] = [];
  for (let from = 0; from < searches.length; from += AT_ONCE) {
    const queries = await Promise.all(searches.slice(from, from + AT_ONCE).map(async ({ params, readAs, homeCountyCode }) => {
      const request = await postRequest(deps, { ...params, q: readAs ?? params.q, page: 1 }, homeCountyCode);
      const { query } = firstRequest(request).parts[0]!;
      return { ...query, filter: `${String(query.filter)} AND id IN [${ids.join(", ")}]`, facets: [], hitsPerPage: ids.length, attributesToRetrieve: ["id"] };
    }));
    const { results } = await deps.meili.multiSearch({ queries });
    for (const one of results) found.push(one.hits.map((hit) => String((hit as { id: unknown }).id)));
  }
  return found;
}
