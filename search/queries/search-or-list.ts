import { countListedByBrand, listPostIds } from "#app/data/search-sources/listed-posts.server.ts";
import { pointOf } from "#app/data/search-sources/places.server.ts";
import { loadPostSources } from "#app/data/search-sources/posts.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { type PostDocument, postDocument } from "../documents/post.ts";
import { indexUid } from "../indexes/ensure.ts";
import { cleanQuery, PAGE_SIZE, type PostSearchParams } from "./params.ts";
import { HIT_FIELDS } from "./post-search.ts";
import { type Facets, toHit } from "./read-posts.ts";
import { type PostSearchResult, type SearchDeps, searchPosts } from "./search-posts.ts";

/** An engine that didn't answer is not waited for again so soon. */
const LEFT_ALONE_MS = 5_000;
const leftAlone = new WeakMap<object, number>();

const NO_FACETS: Facets = { stream: [], region: [], place: [], wage: [], cert: [], brand: [], housing: [], monthly: [], education: [], verified: [], agency: [] };

export interface Listing {
  result: PostSearchResult;
  /** the database listed them: words are found as they are written alone, and nothing is counted by choice */
  listed: boolean;
}

/** What the engine finds, or, while it is away, the open posts of the database under the same filters. `onAway` is told of each failure. */
export async function searchOrList(
  deps: SearchDeps, params: PostSearchParams, { homeCountyCode = null, onAway }: { homeCountyCode?: string | null; onAway(error: unknown): void },
): Promise<Listing> {
  const result = await unlessAway(deps, () => searchPosts(deps, params, { homeCountyCode }), onAway);
  return result ? { result, listed: false } : { result: await listPosts(deps, params, homeCountyCode), listed: true };
}

/** How many posts each brand has under the other filters, most first. */
export async function countByBrand(deps: SearchDeps, params: PostSearchParams, onAway: (error: unknown) => void): Promise<{ value: string; count: number }[]> {
  const result = await unlessAway(deps, () => searchPosts(deps, params), onAway);
  return result?.facets.brand ?? countListedByBrand(deps.pool, { ...params, q: cleanQuery(params.q), brand: null, order: "date" }, { homeCountyCode: null, asOf: deps.clock.today() });
}

async function unlessAway<T>({ meili }: SearchDeps, ask: () => Promise<T>, onAway: (error: unknown) => void): Promise<T | null> {
  if (performance.now() < (leftAlone.get(meili) ?? 0)) return null;
  try {
    return await ask();
  } catch (error) {
    leftAlone.set(meili, performance.now() + LEFT_ALONE_MS);
    onAway(error);
    return null;
  }
}

async function listPosts(deps: SearchDeps, params: PostSearchParams, homeCountyCode: string | null): Promise<PostSearchResult> {
  const started = performance.now();
  const asOf = deps.clock.today();
  const q = cleanQuery(params.q);
  const near = params.near ?? homeCountyCode;
  const order = params.sort === "wage" ? "wage" as const : params.sort === "distance" && near !== null ? { nearCounty: countyOf(near) } : "date" as const;
  const [{ ids, total }, from] = await Promise.all([
    listPostIds(deps.pool, { ...params, q, order }, { homeCountyCode, asOf, limit: PAGE_SIZE, offset: (params.page - 1) * PAGE_SIZE }), pointOf(deps.pool, near),
  ]);
  const sources = new Map((await loadPostSources(deps.pool, ids, asOf)).map((source) => [source.id, source]));
  const request = { uid: indexUid(deps, "posts"), params: { ...params, q }, places: null, homeCountyCode, today: toDate(asOf).getTime(), from, led: false };
  return {
    hits: ids.flatMap((id) => (sources.has(id) ? [toHit(shown(postDocument(sources.get(id)!)), request)] : [])),
    total, page: params.page, pageCount: Math.ceil(total / PAGE_SIZE), facets: NO_FACETS, interpretation: { kind: "AS_TYPED", text: q }, relax: [],
    tookMs: Math.round((performance.now() - started) * 100) / 100, engineMs: 0, roundTrips: 0,
  };
}

/** As much of a document as the engine would give. */
function shown(document: PostDocument): PostDocument {
  return Object.fromEntries(HIT_FIELDS.map((field) => [field, document[field]])) as unknown as PostDocument;
}
