import { parsePostSearch } from "#search/queries/params.ts";
import { searchPosts } from "#search/queries/search-posts.ts";
import type { PostHit } from "#search/queries/read-posts.ts";
import { sheetOf, type TableFile } from "../table-file.ts";

/** The engine gives so many pages of one search; who needs more narrows the filters. */
const MOST_PAGES = 50;

/** The posts that a search finds, in its order. */
export const posts: TableFile = {
  name: "posts",
  async read({ deps, query, t, locale }) {
    const { params } = parsePostSearch(query);
    const hits: PostHit[] = [];
    let total = 0;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const result = await searchPosts(deps, { ...params, page }).catch((error: unknown) => {
        deps.logger.error({ error }, "search failed");
        throw new Response(null, { status: 503, headers: { "Retry-After": "30" } });
      });
      hits.push(...result.hits);
      total = result.total;
      if (page >= result.pageCount) break;
    }
    const fen = (value: number | null) => (value === null ? null : { fen: value });
    const unique = [...new Map(hits.map((hit) => [hit.id, hit])).values()];
    return sheetOf(t("tables.jobs"), { rows: unique, total: Math.max(total, unique.length) }, [
      [t("seek.reports.post"), (hit) => hit.title],
      [t("seek.reports.employer"), (hit) => hit.employerName],
      [t("seek.reports.place"), (hit) => (locale === "zh" ? hit.placeZh : hit.placeEn)],
      [t("board.countyPage.stream"), (hit) => t(`terms.stream.${hit.stream}`)],
      [t("tables.wageMin"), (hit) => fen(hit.monthlyMinFen)],
      [t("tables.wageMax"), (hit) => fen(hit.monthlyMaxFen)],
      [t("tables.period"), (hit) => (hit.wagePeriod === null ? null : t(`terms.wagePeriod.${hit.wagePeriod}`))],
      [t("tables.openings"), (hit) => hit.openingsLeft],
      [t("tables.verified"), (hit) => t(hit.verified ? "common.yes" : "common.no")],
    ]);
  },
};
