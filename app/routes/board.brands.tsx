import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { COVERAGE_LISTS, readBrandCoverage } from "#app/data/read-models/brand-coverage.server.ts";
import { COVERAGES } from "#app/domain/brand/coverage.ts";
import { COVERAGE_BAND, CoverageTiles } from "../ui/charts/coverage-tiles.tsx";
import { StackedBar } from "../ui/charts/stacked-bar.tsx";
import { Button, emptyForm, Select } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Stat, Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatPercent } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "brands.coverage.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { coverage: await readBrandCoverage(context.deps, new URL(request.url).searchParams.get("of")), lists: [...COVERAGE_LISTS] };
}

export default function BoardBrands() {
  const { coverage: { of, rows, least, carriedOn, counted, brands }, lists } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const share = (n: number) => (counted.of === 0 ? "—" : formatPercent(n / counted.of));
  const note = (n: number) => t("brands.coverage.counted", { n: formatCount(n), of: formatCount(counted.of) });
  return (
    <>
      <PageHead title={t("brands.coverage.title")} lead={<>{t("brands.coverage.says", { n: least })} {carriedOn && t("brands.coverage.carried")} <a href="/policy/brand.per-key-county.min">{t("training.figures.rule")}</a></>} crumbs={[{ href: "/board", text: t("board.title") }, { text: t("brands.coverage.title") }]}><p className="chips"><a href="/brands">{t("brands.all")}</a></p></PageHead>
      <form method="get" className="stack">
        <Select form={emptyForm({ of })} name="of" label={t("brands.coverage.of")} options={lists.map((list) => ({ value: list, text: t(`brands.coverage.list.${list}`) }))} />
        <p><Button kind="quiet">{t("brands.coverage.show")}</Button></p>
      </form>
      {rows.length === 0 && <p className="notice-after">{t("brands.coverage.keyNone")}</p>}
      <div className="stats section">
        <Stat value={share(counted.own)} unit="" label={t("brands.coverage.own")} note={note(counted.own)} />
        <Stat value={share(counted.withCity)} unit="" label={t("brands.coverage.withCity")} note={note(counted.withCity)} />
      </div>
      <div className="columns two section">
        <CoverageTiles values={rows.map((one) => ({ code: one.countyCode, name: one.name, coverage: one.coverage, href: `/brands?place=${one.countyCode}` }))} />
        <StackedBar id="coverage" file={tableFile("brand-coverage-levels", { of })} head={t("brands.coverage.nearest")} unit={t("brands.coverage.unit")} parts={COVERAGES.map((one) => ({ key: one, label: t(`brands.coverage.is.${one}`), value: rows.filter((row) => row.coverage === one).length, band: COVERAGE_BAND[one] }))} />
      </div>
      <Section title={t("brands.coverage.table")}>
        <Table dense cards file={tableFile("brand-coverage", { of })} caption={t("brands.coverage.table")} rows={rows} rowKey={(one) => one.countyCode} columns={[
          { key: "county", head: t("brands.coverage.county"), rowHead: true, cell: (one) => <a href={`/brands?place=${one.countyCode}`}>{name(one.name)}</a> },
          { key: "city", head: t("brands.coverage.city"), cell: (one) => name(one.cityName) },
          { key: "nearest", head: t("brands.coverage.nearest"), cell: (one) => (one.coverage === "NONE" || one.coverage === "PROVINCE" ? <strong>{t(`brands.coverage.is.${one.coverage}`)}</strong> : t(`brands.coverage.is.${one.coverage}`)) },
          { key: "brands", head: t("brands.coverage.brands"), cell: (one) => [...one.own, ...one.city, ...one.firm, ...one.province].map((id) => name(brands[id])).join(t("common.listed")) || "—" },
        ]} />
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
