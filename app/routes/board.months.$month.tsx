import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAskedRestatement, type RestatementView } from "#app/data/read-models/frozen-months-page.server.ts";
import { found } from "#app/platform/web/guards.server.ts";
import { EmptyState, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { type Column, Stat, Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant, formatMonth } from "../ui/i18n/format.ts";
import type { Translate } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { restatementWhy } from "../ui/views/restatement.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "ledger.months.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return found(await readAskedRestatement(context.deps, context.actor, { month: params.month ?? "", query: new URL(request.url).searchParams }));
}

export default function Month() {
  const { view, named } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const month = formatMonth(view.month, locale);
  const asked = { year: view.year, month: view.month };
  const change = view.inRegion.now - view.inRegion.frozen;
  return (
    <>
      <PageHead title={t("ledger.months.restatement", { year: view.year, month })} crumbs={[{ href: `/board?year=${view.year}`, text: t("board.title") }, { href: `/board/months?year=${view.year}`, text: t("ledger.months.title") }, { text: month }]} />
      <Notice kind={view.frozen.whole ? "plain" : "danger"}><p>{view.frozen.whole ? t("ledger.months.whole", { seal: view.frozen.listHash.slice(0, 8) }) : t("ledger.months.broken")}</p></Notice>
      <div className="stats section">
        <Stat small value={formatCount(view.inRegion.frozen)} unit={t("board.person")} label={t("ledger.months.frozen")} note={formatInstant(view.frozen.frozenAt, locale)} />
        <Stat small value={formatCount(view.inRegion.now)} unit={t("board.person")} label={t("ledger.months.now")} />
        <Stat small value={change > 0 ? `+${formatCount(change)}` : formatCount(change)} unit={t("board.person")} label={t("ledger.months.change")} />
      </div>
      {view.byReason.length === 0 ? <EmptyState title={t("ledger.months.none")} /> : (
        <div className="columns two section">
          <Table file={tableFile("restatement-reasons", asked)} caption={t("ledger.months.byReason")} rows={view.byReason} rowKey={(one) => one.why} columns={[{ key: "why", head: t("ledger.months.byReason"), rowHead: true, cell: (one) => t(`ledger.months.reason.${one.why}`) }, ...countColumns<RestatementView["byReason"][number]>(t)]} />
          <Table file={tableFile("restatement-counties", asked)} caption={t("ledger.months.byCounty")} rows={view.byCounty} rowKey={(one) => one.name.zh} columns={[{ key: "county", head: t("ledger.months.byCounty"), rowHead: true, cell: (one) => name(one.name) }, ...countColumns<RestatementView["byCounty"][number]>(t)]} />
        </div>
      )}
      {view.byReason.length > 0 && (
        <Section title={t("ledger.months.people")} says={named ? t("ledger.months.mostShown") : undefined}>
          {!named ? <p className="soft">{t("ledger.months.guarded")}</p> : (
            <Table
              file={tableFile("restatement-people", asked)}
              dense
              cards
              caption={t("ledger.months.people")}
              rows={view.people}
              rowKey={(one) => `${one.personId}${one.change}`}
              columns={[
                { key: "name", head: t("ledger.months.person"), rowHead: true, cell: (one) => one.nameMasked },
                { key: "county", head: t("ledger.months.county"), cell: (one) => name(one.county) },
                { key: "direction", head: t("ledger.months.direction"), cell: (one) => (one.change === 1 ? t("ledger.months.plus") : t("ledger.months.minus")) },
                { key: "why", head: t("ledger.months.why"), cell: (one) => restatementWhy(one, locale) },
                { key: "ledger", head: t("board.countyPage.ledger"), cell: (one) => <a href={`/placements/${one.placementId}`} aria-label={`${one.nameMasked} ${t("board.countyPage.ledger")}`}>{t("common.open")}</a> },
              ]}
            />
          )}
        </Section>
      )}
    </>
  );
}

function countColumns<Row extends { come: number; gone: number }>(t: Translate): Column<Row>[] {
  return [
    { key: "come", head: t("ledger.months.come"), number: true, cell: (one) => formatCount(one.come) },
    { key: "gone", head: t("ledger.months.gone"), number: true, cell: (one) => formatCount(one.gone) },
  ];
}

export const ErrorBoundary = PageError;
