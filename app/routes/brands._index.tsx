import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readBrands, readBrandTrades } from "#app/data/read-models/brand-pages.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { Button, emptyForm, Select } from "../ui/components/form.tsx";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { groupCounties } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { BrandList } from "../ui/views/brand/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "brands.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const [place, trade] = [query.get("place") ?? "", query.get("trade") ?? ""];
  const [brands, trades, regions] = await Promise.all([readBrands(context.deps, { place, trade }), readBrandTrades(context.deps.pool), readRegionOptions(context.deps.pool)]);
  return { brands, trades, place, trade, regions: { cities: regions.cities, counties: regions.counties } };
}

export default function Brands() {
  const { brands, trades, place, trade, regions } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const form = emptyForm({ place, trade });
  return (
    <>
      <PageHead title={t("brands.title")} lead={t("brands.says")}><p className="chips notice-after"><a href="/board/brands">{t("brands.boards")}</a></p></PageHead>
      <form method="get" className="stack">
        <div className="field-row">
          <Select form={form} name="place" label={t("brands.list.place")} empty={t("brands.list.anywhere")} options={[...regions.cities.map((one) => ({ value: one.code, text: name(one.name) })), ...groupCounties(regions.cities, regions.counties, name)]} />
          <Select form={form} name="trade" label={t("brands.list.trade")} empty={t("brands.list.anyTrade")} options={trades.map((one) => ({ value: one.code, text: name(one.name) }))} />
        </div>
        <p><Button>{t("brands.list.find")}</Button></p>
      </form>
      <div className="notice-after">{brands.length === 0 ? <EmptyState title={t("brands.none")} proposals={[{ href: "/brands", text: t("brands.wider") }]} /> : <BrandList brands={brands} />}</div>
    </>
  );
}

export const ErrorBoundary = PageError;
