import type { MultiSearchQuery } from "meilisearch";
import { namedPlaces, pointOf } from "#app/data/search-sources/places.server.ts";
import { toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { indexUid } from "../indexes/ensure.ts";
import type { FilterKey } from "./filters/filter.ts";
import type { InterpretationKind } from "./interpretations.ts";
import { cleanQuery, PAGE_SIZE, type PostSearchParams } from "./params.ts";
import { placeNames, type PlaceNames, takePlaces } from "./place-in-words.ts";
import { isAsTyped, leadTitles, plainTitle } from "./lead-titles.ts";
import { firstRequest, isLed, leadQuery, type Part, type Reading, type Request, secondRequest } from "./post-search.ts";
import { type Answer, type Facets, type Found, type PostHit, readReading, toHit, totalOf, withLeads } from "./read-posts.ts";

export type SearchDeps = Pick<Deps, "meili" | "pool" | "env" | "clock">;

export interface PostSearchResult {
  hits: PostHit[];
  total: number;
  page: number;
  pageCount: number;
  facets: Facets;
  /** how the text was understood; `text` is what was looked for */
  interpretation: { kind: InterpretationKind; text: string };
  /** for an empty result: which filter to give up ("q": the words), and how many posts that gives, most first */
  relax: { drop: FilterKey | "q"; total: number }[];
  tookMs: number;
  /** what the engine itself reports, summed over all queries */
  engineMs: number;
  roundTrips: number;
}

/** With fewer hits than this other readings of the text are tried. */
export const FEW = 3;

/** A search with what it needs besides: the day, the places named in it, and where distance is measured from. */
export async function postRequest(deps: SearchDeps, params: PostSearchParams, homeCountyCode: string | null): Promise<Request> {
  const q = cleanQuery(params.q);
  return {
    uid: indexUid(deps, "posts"),
    params: { ...params, q },
    places: q === "" ? null : takePlaces(q, await placesOf(deps.pool)),
    homeCountyCode,
    today: toDate(deps.clock.today()).getTime(),
    from: await pointOf(deps.pool, params.near ?? homeCountyCode),
    led: true,
  };
}

/** Searches posts: one round trip to the engine, one more for other readings when the plain one finds too little, and one for the titles that lead. */
export async function searchPosts(deps: SearchDeps, params: PostSearchParams, { homeCountyCode = null }: { homeCountyCode?: string | null } = {}): Promise<PostSearchResult> {
  const request = await postRequest(deps, params, homeCountyCode);
  // after an update of this product the engine works for a while at its index: until then it is searched as before
  return search(deps, request).catch((error: unknown) => (isNotCountedYet(error) ? search(deps, { ...request, led: false }) : Promise.reject(error as Error)));
}

function isNotCountedYet(error: unknown): boolean {
  // the client's error holds the transport's, and that the engine's own answer
  const { cause } = (error as { cause?: { cause?: { code?: unknown } } } | null) ?? {};
  return cause?.cause?.code === "invalid_search_facets" || cause?.cause?.code === "invalid_search_distinct";
}

async function search(deps: SearchDeps, request: Request): Promise<PostSearchResult> {
  const started = performance.now();
  const { params } = request;
  const trips: Answer[][] = [];
  const asking = async (queries: readonly MultiSearchQuery[]) => {
    const answers = await ask(deps, queries);
    trips.push(answers);
    return answers;
  };
  const { reading, found, relax, pinned } = await understand(request, asking);
  const hits = isLed(request, reading.interpretation) ? await ledBy(reading, found, request, asking) : found.hits;
  const first = new Set(pinned.map(({ id }) => id));
  const { kind, text } = reading.interpretation;
  return {
    hits: [...pinned, ...hits.filter(({ id }) => !first.has(id))],
    total: found.total,
    facets: found.facets,
    page: params.page,
    pageCount: Math.ceil(found.total / PAGE_SIZE),
    interpretation: { kind, text },
    relax,
    tookMs: Math.round((performance.now() - started) * 100) / 100,
    engineMs: trips.flat().reduce((sum, answer) => sum + answer.processingTimeMs, 0),
    roundTrips: trips.length,
  };
}

type Asking = (queries: readonly MultiSearchQuery[]) => Promise<Answer[]>;

interface Understood {
  reading: Reading;
  found: Found;
  relax: PostSearchResult["relax"];
  /** few plain hits that stay on top of another reading's first page */
  pinned: readonly PostHit[];
}

async function understand(request: Request, asking: Asking): Promise<Understood> {
  const plain = firstRequest(request);
  const found = readReading(plain, await asking(queriesOf(plain.parts)), request);
  const asked = (relax: PostSearchResult["relax"] = []): Understood => ({ reading: plain, found, relax, pinned: [] });
  const more = found.total < FEW ? secondRequest(request, found.total) : { readings: [], extra: [] };
  if (more.readings.length === 0 && more.extra.length === 0) return asked();
  const later = await asking(queriesOf([...more.readings.flatMap(({ parts }) => parts), ...more.extra]));
  const extra = later.slice(later.length - more.extra.length);
  const textAlone = more.extra.findIndex(({ role }) => role === "text-alone");
  // The words are right when they find something without the filters: then it's the filters that leave nothing.
  if (textAlone < 0 || totalOf(extra[textAlone]) >= FEW) return asked(relaxations(found, more.extra, extra));
  const other = choose(more.readings, later, request, found);
  if (!other) return asked(relaxations(found, more.extra, extra));
  return { ...other, relax: [], pinned: request.params.page > 1 ? [] : found.hits };
}

/**
 * A first page with the titles that lead, spelled as they were typed or else as is usual; they are asked for only where they don't all
 * stand on it anyway.
 */
async function ledBy(reading: Reading, { hits, titles }: Found, request: Request, asking: Asking): Promise<PostHit[]> {
  const { text } = reading.interpretation;
  const leading = leadTitles(titles, text);
  const pick = (title: string, found: readonly PostHit[]) => {
    const same = found.filter((hit) => plainTitle(hit.title) === plainTitle(title));
    const times = (spelling: string) => same.filter((hit) => hit.title === spelling).length;
    return same.find((hit) => isAsTyped(hit.title, text)) ?? same.reduce<PostHit | undefined>((most, hit) => (most && times(most.title) >= times(hit.title) ? most : hit), undefined);
  };
  const missing = leading.some((title) => pick(title, hits) === undefined);
  const [answer] = missing ? await asking([leadQuery(reading, leading)]) : [];
  const asked = (answer?.hits ?? []).map((hit) => toHit(hit, request));
  return withLeads(hits, leading.flatMap((title) => pick(title, [...hits, ...asked]) ?? []));
}

const names = new WeakMap<object, PlaceNames>();

/** The names are made once from the list of places, which is itself read once. */
async function placesOf(pool: SearchDeps["pool"]): Promise<PlaceNames> {
  const places = await namedPlaces(pool);
  const known = names.get(places);
  if (known) return known;
  const made = placeNames(places);
  names.set(places, made);
  return made;
}

const queriesOf = (parts: readonly Part[]) => parts.map(({ query }) => query);

async function ask(deps: SearchDeps, queries: readonly MultiSearchQuery[]): Promise<Answer[]> {
  const { results } = await deps.meili.multiSearch({ queries: [...queries] });
  return results as unknown as Answer[];
}

/**
 * The first other reading that finds anything; among equals in kind the one that finds most. A sound that no post says
 * letter by letter waits until no text with one character off is found.
 */
function choose(readings: readonly Reading[], answers: readonly Answer[], request: Request, plain: Found): { reading: Reading; found: Found } | null {
  let at = 0;
  const candidates = readings.map((reading) => {
    const own = answers.slice(at, (at += reading.parts.length));
    const exact = reading.parts.findIndex(({ role }) => role === "letter-by-letter");
    const { kind } = reading.interpretation;
    return { reading, own, total: totalOf(own[0]), group: exact >= 0 && totalOf(own[exact]) === 0 ? "RESEMBLES" : kind };
  });
  const order = [...new Set([...candidates.map(({ group }) => group).filter((group) => group !== "RESEMBLES" && !AFTER_RESEMBLING.has(group)), "RESEMBLES", ...AFTER_RESEMBLING])];
  for (const group of order) {
    const best = candidates
      .filter((one) => one.group === group && one.total > 0 && (plain.total === 0 || one.total >= FEW))
      .reduce<(typeof candidates)[number] | null>((most, one) => (most === null || one.total > most.total ? one : most), null);
    if (best) return { reading: best.reading, found: readReading(best.reading, best.own, request) };
  }
  return null;
}

const AFTER_RESEMBLING: ReadonlySet<string> = new Set(["IN_DESCRIPTION", "SOME_WORDS"]);

function relaxations(found: Found, parts: readonly Part[], answers: readonly Answer[]): PostSearchResult["relax"] {
  if (found.total > 0) return [];
  return parts
    .flatMap((part, at) => (part.role === "relaxed" ? [{ drop: part.drop, total: totalOf(answers[at]) }] : []))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}
