import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readBureauFairs } from "#app/data/read-models/fairs.server.ts";
import { FAIR_STATES } from "#app/domain/fair/steps.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { Button, emptyForm, LinkButton, Select } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { FairLinks, FairTag, FairTime } from "../ui/views/fair/parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.bureau.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return readBureauFairs(context.deps, requireActor(context, request, ["OFFICER", "ADMIN"]), new URL(request.url).searchParams);
}

export default function BureauFairs() {
  const { fairs, total, page, pages, state, waiting } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const asked = { ...(state ? { state } : {}), ...(waiting ? { show: "BOOTHS" } : {}) };
  return (
    <>
      <PageHead title={t("fairs.bureau.title")} lead={t("fairs.bureau.says")}><FairLinks /><p className="notice-after"><LinkButton href="/bureau/fairs/new">{t("fairs.bureau.new")}</LinkButton></p></PageHead>
      {waiting ? <p className="notice-after">{t("fairs.bureau.boothsWait")} <a href="/bureau/fairs">{t("fairs.bureau.reset")}</a></p> : (
        <form method="get" className="stack">
          <Select form={emptyForm({ state: state ?? "" })} name="state" label={t("fairs.bureau.state")} empty={t("fairs.bureau.all")} options={FAIR_STATES.map((value) => ({ value, text: t(`fairs.state.${value}`) }))} short />
          <p><Button kind="quiet">{t("fairs.bureau.filter")}</Button></p>
        </form>
      )}
      <p className="notice-after"><strong>{t("fairs.bureau.total", { n: formatCount(total) })}</strong></p>
      {fairs.length === 0 ? <EmptyState title={t("fairs.bureau.none")} /> : (
        <Table dense cards caption={t("fairs.bureau.title")} rows={fairs} rowKey={(one) => one.id} file={tableFile("fairs", asked)} columns={[
          { key: "fair", head: t("fairs.bureau.fair"), rowHead: true, cell: (one) => <span><a href={`/bureau/fairs/${one.id}`}>{one.title}</a><br /><span className="soft">{name(one.region)} · {t(`fairs.kind.${one.kind}`)}{one.drive !== null && ` · ${one.drive}`}</span></span> },
          { key: "when", head: t("fairs.bureau.when"), cell: (one) => <span><FairTime of={one} /></span> },
          { key: "booths", head: t("fairs.bureau.booths"), number: true, cell: (one) => `${formatCount(one.approved)} / ${formatCount(one.booths)}` },
          { key: "waiting", head: t("fairs.bureau.waiting"), number: true, cell: (one) => formatCount(one.waiting) },
          { key: "posts", head: t("fairs.bureau.posts"), number: true, cell: (one) => formatCount(one.posts) },
          { key: "visitors", head: t("fairs.bureau.visitors"), number: true, cell: (one) => formatCount(one.visitors) },
          { key: "hired", head: t("fairs.bureau.hired"), number: true, cell: (one) => formatCount(one.hired) },
          { key: "state", head: t("fairs.bureau.state"), cell: (one) => <FairTag state={one.state} /> },
        ]} />
      )}
      <Pagination page={page} pages={pages} href={(next) => `/bureau/fairs?${new URLSearchParams({ ...asked, page: String(next) })}`} />
    </>
  );
}

export const ErrorBoundary = PageError;
