import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readMyPlace, readSearchNames } from "#app/data/read-models/search-names.server.ts";
import { parsePostSearch, postSearchUrl } from "#search/queries/params.ts";
import { searchOrList } from "#search/queries/search-or-list.ts";
import { EmptyState, Notice, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { PlainFilters } from "../ui/components/plain-filters.tsx";
import { PostCard } from "../ui/components/post-card.tsx";
import { SearchBox } from "../ui/components/search-box.tsx";
import { type FilterNames, SearchFilters } from "../ui/components/search-filters.tsx";
import { tableFile, TableFileLink } from "../ui/components/table-file-link.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { nearFromRequest } from "../ui/i18n/preferences.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { BigChoices } from "../ui/views/big-choices.tsx";
import { AppliedFilters, distanceText, SortLinks, useFilterTexts } from "../ui/views/search-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data?.params.q ? pageMeta(localeOf(matches), "jobs.list.headingFor", { params: { q: data.params.q } }) : pageMeta(localeOf(matches), "jobs.list.heading");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps, actor } = context;
  const { params, ignored } = parsePostSearch(new URL(request.url).searchParams);
  const [{ homeCountyCode, near, brandId }, all] = await Promise.all([readMyPlace(deps, actor, nearFromRequest(request), params.near), readSearchNames(deps)]);
  const onAway = (error: unknown) => deps.logger.error({ requestId: context.requestId, error }, "search failed");
  const { result, listed } = await searchOrList(deps, { ...params, near: near?.code ?? null }, { homeCountyCode, onAway });
  const pick = <T,>(from: ReadonlyMap<string, T>, codes: (string | null)[]) =>
    Object.fromEntries(codes.flatMap((code) => (code !== null && from.has(code) ? [[code, from.get(code)!]] : [])));
  const names: FilterNames = {
    regions: listed ? Object.fromEntries(all.regions) : pick(all.regions, [...result.facets.region.map((one) => one.value), params.region]),
    occupations: pick(all.occupations, [...result.facets.cert.map((one) => one.value), params.cert]),
    brands: pick(all.brands, [...result.facets.brand.map((one) => one.value), params.brand]),
  };
  return { params, ignored, result, listed, names, near, brandId, maySave: actor === null || actor.role === "SEEKER" };
}

export default function Jobs() {
  const { params, ignored, result, listed, names, near, brandId, maySave } = useLoaderData<typeof loader>();
  const t = useT();
  const texts = useFilterTexts(params, names);
  const href = (change: Partial<typeof params>) => `/jobs?${postSearchUrl({ ...params, page: 1, ...change })}`;
  const { interpretation } = result;
  const keep = postSearchUrl({ ...params, q: "", page: 1 });
  return (
    <>
      <PageHead title={params.q ? t("jobs.list.headingFor", { q: params.q }) : t("jobs.list.heading")}>
        <div className="notice-after"><SearchBox q={params.q} small keep={keep} /></div>
        <div data-results="choices"><BigChoices small params={params} facets={listed ? null : result.facets} near={near} brandId={brandId} /></div>
      </PageHead>
      <div className="columns aside-main">
        <div data-results="filters">{listed ? <PlainFilters params={params} names={names} /> : <SearchFilters params={params} facets={result.facets} names={names} active={texts.length} />}</div>
        <section aria-label={t("jobs.list.results")} className="stack" data-results="list">
          {listed && <Notice kind="counted"><p>{t("jobs.list.listed")}</p></Notice>}
          {ignored.length > 0 && <Notice kind="counted"><p>{t("jobs.list.ignored", { what: ignored.map((one) => `${one.param}=${one.value}`).join(", ") })}</p></Notice>}
          {interpretation.kind !== "AS_TYPED" && result.total > 0 && <Notice kind="counted"><p>{t(`jobs.list.as${interpretation.kind}`, { q: params.q, text: interpretation.text })}</p></Notice>}
          <AppliedFilters texts={texts} params={params} />
          {result.total > 0 ? (
            <>
              <div>
                <p className="soft num" role="status"><strong>{t("jobs.list.found", { count: result.total, n: formatCount(result.total) })}</strong></p>
                <SortLinks params={params} near={near} />
                {!listed && <TableFileLink file={tableFile("posts", postSearchUrl({ ...params, near: near?.code ?? null, page: 1 }))} of={t("tables.jobs")} />}
              </div>
              <ul className="posts">
                {result.hits.map((hit) => (
                  <li key={hit.id}>
                    <PostCard level={2} distance={distanceText(hit, near?.code ?? null, t)} post={{ ...hit, region: { zh: hit.placeZh, en: hit.placeEn }, agency: hit.employerKind === "COMMERCIAL_AGENCY" }} />
                  </li>
                ))}
              </ul>
              <Pagination page={result.page} pages={Math.min(result.pageCount, 500)} href={(page) => `/jobs?${postSearchUrl({ ...params, page })}`} />
            </>
          ) : (
            <EmptyState
              title={t("jobs.empty.heading")}
              says={result.relax.length > 0 || texts.length > 0 ? t("jobs.empty.says") : t("jobs.empty.onlyQuery", { q: params.q })}
              proposals={[
                ...result.relax.map((one) => ({
                  href: href(one.drop === "q" ? { q: "" } : one.drop === "agency" ? { agency: true } : (texts.find((text) => text.key === one.drop)?.without ?? {})),
                  text: one.drop === "agency" ? t("recruit.search.agency") : t("jobs.empty.without", { what: one.drop === "q" ? params.q : texts.filter((text) => text.key === one.drop).map((text) => text.text).join(t("common.listed")) }),
                  gives: t("jobs.empty.gives", { count: one.total, n: formatCount(one.total) }),
                })),
                ...(params.q && texts.length > 0 ? [{ href: `/jobs?${new URLSearchParams({ q: params.q })}`, text: t("jobs.empty.queryAlone", { q: params.q }) }] : []),
                { href: "/jobs", text: t("jobs.empty.all") },
              ]}
            />
          )}
          {maySave && <p className="no-print save-search"><a className="button quiet" rel="nofollow" href={`/me/searches/new?${postSearchUrl({ ...params, page: 1 })}`}>{t("seek.saved.save")}</a></p>}
        </section>
      </div>
      <script type="module" src="/enhance/instant-search.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
