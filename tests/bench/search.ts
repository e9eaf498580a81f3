import type { RowDataPacket } from "mysql2";
import { NO_FILTERS } from "#search/queries/params.ts";
import { firstRequest } from "#search/queries/post-search.ts";
import { postRequest, searchPosts } from "#search/queries/search-posts.ts";
import { percentile, type Suite, timed } from "./suites.ts";

const ALSO = ["dianhangong", "dhg", "保姆", "电汗工", "月嫂", "挖掘机", "bj", "临县"];

/** The search use case, beside the engine asked directly with the first request it makes, in turns. */
export const benchSearch: Suite = async (deps, { queries }, onProgress) => {
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT DISTINCT title FROM post WHERE status = 'PUBLISHED' ORDER BY title LIMIT 400");
  const words = [...rows.map((row) => String(row.title)), ...ALSO];
  const page: number[] = [];
  const engine: number[] = [];
  const uid = `${deps.env.MEILI_PREFIX}posts`;
  let empty = 0;
  let twoTrips = 0;
  for (let number = 0; number < queries; number += 1) {
    const q = words[(number * 37) % words.length]!;
    const found = await timed(() => searchPosts(deps, { ...NO_FILTERS, q }));
    page.push(found.ms);
    if (found.value.total === 0) empty += 1;
    const same = firstRequest(await postRequest(deps, { ...NO_FILTERS, q }, null)).parts.map((part) => part.query);
    engine.push((await timed(() => deps.meili.multiSearch({ queries: same }))).ms);
    if (found.value.roundTrips > 1) twoTrips += 1;
    if (number % 20 === 19) onProgress("queries", number + 1, queries);
  }
  const stats = await deps.meili.index(uid).getStats();
  return {
    posts: stats.numberOfDocuments,
    queries,
    empty,
    twoTrips,
    pageP50Ms: percentile(page, 0.5),
    pageP95Ms: percentile(page, 0.95),
    engineP50Ms: percentile(engine, 0.5),
    engineP95Ms: percentile(engine, 0.95),
  };
};
