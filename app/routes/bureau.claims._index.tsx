import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readClaimList } from "#app/data/read-models/claims-pages.server.ts";
import { BENEFITS } from "#app/domain/claim/benefits.ts";
import { CLAIM_STATES } from "#app/domain/claim/claim-state.ts";
import { claimFilter } from "#app/platform/web/claim-query.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { Button, emptyForm, Field, Select } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Stat, Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort, formatYuan } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "claims.list.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return readClaimList(context.deps, actor, claimFilter(new URL(request.url).searchParams));
}

export default function Claims() {
  const { claims, counts, filter, pages } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const query = (page = 1) => new URLSearchParams({ ...(filter.state ? { state: filter.state } : {}), ...(filter.benefit ? { benefit: filter.benefit } : {}), ...(filter.year ? { year: String(filter.year) } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  const form = emptyForm({ state: filter.state ?? "", benefit: filter.benefit ?? "", year: filter.year === null ? "" : String(filter.year) });
  return (
    <>
      <PageHead title={t("claims.list.heading")} lead={t("claims.list.says")} />
      <div className="stats">
        {CLAIM_STATES.map((state) => counts.find((one) => one.state === state)).filter((one) => one !== undefined).map((one) => <Stat small key={one.state} value={formatCount(one.claims)} unit="" label={t(`claims.state.${one.state}`)} note={t("claims.list.sum", { n: formatYuan(one.fen) })} />)}
      </div>
      <form method="get" className="field-row notice-after no-print">
        <Select form={form} name="state" label={t("claims.list.state")} empty={t("claims.list.all")} options={CLAIM_STATES.map((one) => ({ value: one, text: t(`claims.state.${one}`) }))} short />
        <Select form={form} name="benefit" label={t("claims.list.benefit")} empty={t("claims.list.all")} options={BENEFITS.map((one) => ({ value: one, text: t(`claims.benefit.${one}`) }))} short />
        <Field form={form} name="year" label={t("claims.list.year")} type="number" short />
        <p className="field"><Button kind="quiet">{t("claims.list.filter")}</Button></p>
      </form>
      <div className="notice-after">{claims.length === 0 ? <EmptyState title={t("claims.list.none")} /> : (
        <Table dense cards file={tableFile("claims", query())} caption={t("claims.list.title")} rows={claims} rowKey={(one) => one.id} columns={[
          { key: "benefit", head: t("claims.list.benefit"), rowHead: true, cell: (one) => <a href={`/bureau/claims/${one.id}`} aria-label={`${t(`claims.benefit.${one.benefit}`)} ${one.nameMasked}`}>{t(`claims.benefit.${one.benefit}`)} {one.year}</a> },
          { key: "person", head: t("claims.list.person"), cell: (one) => <span>{one.nameMasked}{one.workshop && <><br /><span className="faint">{one.workshop}</span></>}</span> },
          { key: "home", head: t("claims.list.home"), cell: (one) => name(one.home) },
          { key: "amount", head: t("claims.list.amount"), number: true, cell: (one) => formatYuan(one.amountFen) },
          { key: "paid", head: t("claims.list.paid"), number: true, cell: (one) => (one.paidFen === null ? "—" : formatYuan(one.paidFen)) },
          { key: "document", head: t("claims.list.document"), cell: (one) => one.documentNumber ?? "—" },
          { key: "state", head: t("claims.list.state"), cell: (one) => <Tag tone={one.state === "PAID" ? "pine" : one.state === "APPLIED" || one.state === "CHECKED" ? "loess" : undefined}>{t(`claims.state.${one.state}`)}</Tag> },
          { key: "at", head: t("claims.list.applied"), number: true, cell: (one) => formatDayShort(one.appliedAt) },
        ]} />
      )}</div>
      <Pagination page={filter.page} pages={pages} href={(page) => `/bureau/claims?${query(page)}`} />
    </>
  );
}

export const ErrorBoundary = PageError;
