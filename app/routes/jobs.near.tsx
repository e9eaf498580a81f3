import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPlaceChoices } from "#app/data/read-models/search-names.server.ts";
import { parsePostSearch, postSearchUrl } from "#search/queries/params.ts";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.near.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const counties = await readPlaceChoices(context.deps.pool, null);
  const asked = search.get("county");
  const county = counties.find(({ code }) => code === asked) ?? null;
  return { params: parsePostSearch(search).params, county, missing: asked !== null && county === null, choices: county ? await readPlaceChoices(context.deps.pool, county.code) : counties };
}

export default function Near() {
  const { params, county, missing, choices } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const measured = (code: string) => `/preferences?${new URLSearchParams({ near: code, to: `/jobs?${postSearchUrl({ ...params, page: 1, near: code, sort: "distance" })}` })}`;
  const into = (code: string) => `/jobs/near?${new URLSearchParams([...postSearchUrl(params), ["county", code]])}`;
  return (
    <>
      <PageHead title={t("seek.near.heading")} lead={t("seek.near.says")} crumbs={[{ href: `/jobs?${postSearchUrl(params)}`, text: t("jobs.list.title") }, { text: t("seek.near.title") }]} />
      {missing && <Notice kind="counted"><p>{t("seek.near.none")}</p></Notice>}
      <section className="stack">
        <h2>{t(county ? "seek.near.town" : "seek.near.county")}{county && `${t("common.colon")}${name(county.name)}`}</h2>
        {county && <p className="chips"><a href={measured(county.code)}>{t("seek.near.whole", { county: name(county.name) })}</a><a href={`/jobs/near?${postSearchUrl(params)}`}>{t("seek.near.other")}</a></p>}
        <ul className="places">{choices.map((one) => <li key={one.code}><a href={county ? measured(one.code) : into(one.code)}>{name(one.name)}</a></li>)}</ul>
      </section>
    </>
  );
}

export const ErrorBoundary = PageError;
