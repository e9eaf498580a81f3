import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSearchNames } from "#app/data/read-models/search-names.server.ts";
import { parsePostSearch, postSearchUrl } from "#search/queries/params.ts";
import { countByBrand } from "#search/queries/search-or-list.ts";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.brands.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { params } = parsePostSearch(new URL(request.url).searchParams);
  const onAway = (error: unknown) => context.deps.logger.error({ requestId: context.requestId, error }, "search failed");
  const [counts, names] = await Promise.all([countByBrand(context.deps, { ...params, page: 1 }, onAway), readSearchNames(context.deps)]);
  return { params, brands: counts.flatMap(({ value, count }) => (names.brands.has(value) ? [{ id: value, count, name: names.brands.get(value)! }] : [])) };
}

export default function Brands() {
  const { params, brands } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("seek.brands.heading")} lead={t("seek.brands.says")} crumbs={[{ href: `/jobs?${postSearchUrl(params)}`, text: t("jobs.list.title") }, { text: t("seek.brands.title") }]} />
      {brands.length === 0 && <EmptyState title={t("seek.brands.none")} proposals={[{ href: "/jobs", text: t("jobs.empty.all") }]} />}
      <ul className="ways">
        {brands.map((one) => (
          <li key={one.id}>
            <a href={`/jobs?${postSearchUrl({ ...params, page: 1, brand: one.id })}`}>
              <span className="way-name">{name(one.name)}</span>
              <span className="way-count">{t("common.count.posts", { count: one.count, n: formatCount(one.count) })} →</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export const ErrorBoundary = PageError;
