import type { MultiSearchQuery } from "meilisearch";
import { postSearchUrl } from "#search/queries/params.ts";
import { searchPosts } from "#search/queries/search-posts.ts";
import type { TestServices } from "#tests/setup/services.ts";
import { type OnProgress, percentile, timed } from "../suites.ts";
import { keptAlive, visitorAddress } from "../web/kept-alive.ts";
import type { Question } from "./questions.ts";

const WARMING = 40;

/** The requests that a search makes of the engine, in order. */
async function requestsOf(services: TestServices, question: Question): Promise<{ requests: MultiSearchQuery[][]; total: number }> {
  const requests: MultiSearchQuery[][] = [];
  const meili = Object.create(services.meili) as typeof services.meili;
  meili.multiSearch = ((asked: { queries: MultiSearchQuery[] }) => {
    requests.push(asked.queries);
    return services.meili.multiSearch(asked);
  }) as typeof services.meili.multiSearch;
  const { total } = await searchPosts({ ...services, meili }, question.params);
  return { requests, total };
}

/**
 * Each question asked of the web as a visitor would, the whole page, and of the engine directly with the very same queries,
 * one after the other over kept-alive connections, the order changing from question to question.
 */
export async function measureSearch(services: TestServices, url: string, questions: readonly Question[], onProgress: OnProgress) {
  const web = keptAlive(url, 1);
  const page: number[] = [];
  const engine: number[] = [];
  const told: number[] = [];
  const trip: number[] = [];
  const byKind = new Map<string, { page: number[]; engine: number[] }>();
  let empty = 0;
  let twoTrips = 0;
  let queries = 0;
  let failed = 0;
  for (const [number, question] of questions.entries()) {
    const { requests, total } = await requestsOf(services, question);
    const askPage = async () => {
      const reply = await web.ask(`/jobs?${postSearchUrl(question.params)}`, visitorAddress(number));
      if (reply.status !== 200) failed += 1;
      return reply.ms;
    };
    const askEngine = async () => {
      const asked = await timed(async () => {
        let ms = 0;
        for (const queries of requests) for (const one of (await services.meili.multiSearch({ queries })).results) ms += one.processingTimeMs;
        return ms;
      });
      return { ms: asked.ms, told: asked.value };
    };
    let pageMs: number;
    let direct: Awaited<ReturnType<typeof askEngine>>;
    if (number % 2 === 0) {
      pageMs = await askPage();
      direct = await askEngine();
    } else {
      direct = await askEngine();
      pageMs = await askPage();
    }
    const bare = (await timed(() => services.meili.health())).ms;
    onProgress("queries", number + 1, questions.length);
    if (number < WARMING) continue;
    page.push(pageMs);
    engine.push(direct.ms);
    told.push(direct.told + bare * requests.length);
    trip.push(bare);
    const kind = byKind.get(question.kind) ?? { page: [], engine: [] };
    byKind.set(question.kind, { page: [...kind.page, pageMs], engine: [...kind.engine, direct.ms] });
    if (total === 0) empty += 1;
    if (requests.length > 1) twoTrips += 1;
    queries += requests.flat().length;
  }
  web.close();
  const [pageP95Ms, engineP95Ms, toldP95Ms] = [percentile(page, 0.95), percentile(engine, 0.95), percentile(told, 0.95)];
  const ratio = (of: number) => Math.round((100 * pageP95Ms) / of) / 100;
  return {
    pageP50Ms: percentile(page, 0.5), pageP95Ms, engineP50Ms: percentile(engine, 0.5), engineP95Ms,
    /** what the engine says it took, with a bare round trip for each request */
    toldP50Ms: percentile(told, 0.5), toldP95Ms, roundTripP50Ms: percentile(trip, 0.5),
    pageToEngineP95: ratio(engineP95Ms), pageToToldP95: ratio(toldP95Ms),
    questions: page.length, queriesEach: Math.round((10 * queries) / page.length) / 10, empty, twoTrips, failed,
    kinds: Object.fromEntries([...byKind].map(([kind, { page, engine }]) => [kind, [page.length, percentile(page, 0.5), percentile(engine, 0.5)]])),
  };
}
