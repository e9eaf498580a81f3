import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readDispatches, readNoShows } from "#app/data/read-models/dispatch-pages.server.ts";
import { DISPATCH_STATES, LEAVING_DAYS } from "#app/domain/dispatch/steps.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { Button, emptyForm, LinkButton, Select } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { DispatchLinks, StateTag } from "../ui/views/dispatch/parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.list.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN", "AGENT"]);
  const list = await readDispatches(context.deps, actor, new URL(request.url).searchParams);
  return { ...list, agent: actor.role === "AGENT", noShows: list.show === "NO_SHOWS" && actor.role !== "AGENT" ? await readNoShows(context.deps, actor) : null };
}

export default function Dispatches() {
  const { agent, dispatches, total, page, pages, show, state, noShows } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("dispatch.list.title")} lead={t("dispatch.list.says")}>{!agent && <><DispatchLinks /><p className="notice-after"><LinkButton href="/bureau/dispatches/new">{t("dispatch.list.new")}</LinkButton></p></>}</PageHead>
      {show === null ? (
        <form method="get" className="stack">
          <Select form={emptyForm({ state: state ?? "" })} name="state" label={t("dispatch.list.state")} empty={t("dispatch.list.all")} options={DISPATCH_STATES.map((value) => ({ value, text: t(`dispatch.state.${value}`) }))} short />
          <p><Button kind="quiet">{t("dispatch.list.filter")}</Button></p>
        </form>
      ) : <p className="notice-after">{show === "LEAVING" ? t("dispatch.list.leaving", { days: LEAVING_DAYS }) : t("dispatch.list.noShows")} <a href="/bureau/dispatches">{t("dispatch.list.reset")}</a></p>}
      {noShows !== null ? (noShows.length === 0 ? <EmptyState title={t("dispatch.list.noShowsNone")} /> : (
        <Table dense cards caption={t("dispatch.list.noShows")} rows={noShows} rowKey={(one) => one.id} file={tableFile("dispatch-no-shows")} columns={[
          { key: "name", head: t("dispatch.page.name"), rowHead: true, cell: (one) => <a href={`/bureau/dispatches/${one.dispatchId}#no-shows`}>{one.nameMasked}</a> },
          { key: "phone", head: t("dispatch.page.phone"), number: true, cell: (one) => one.phoneMasked ?? t("dispatch.none") },
          { key: "trip", head: t("dispatch.list.trip"), cell: (one) => <span>{name(one.place)}<br /><span className="soft">{one.destination}</span></span> },
          { key: "gather", head: t("dispatch.list.gather"), number: true, cell: (one) => formatInstant(one.gatherAt, locale) },
        ]} />
      )) : (
        <>
          <p className="notice-after"><strong>{t("dispatch.list.total", { n: formatCount(total) })}</strong></p>
          {dispatches.length === 0 ? <EmptyState title={t("dispatch.list.none")} /> : (
            <Table dense cards caption={t("dispatch.list.title")} rows={dispatches} rowKey={(one) => one.id} file={tableFile("dispatches", { state, show })} columns={[
              { key: "trip", head: t("dispatch.list.trip"), rowHead: true, cell: (one) => <span><a href={`/bureau/dispatches/${one.id}`}>{name(one.place)}</a><br /><span className="soft">{one.destination}</span></span> },
              { key: "from", head: t("dispatch.list.from"), cell: (one) => name(one.home) },
              { key: "gather", head: t("dispatch.list.gather"), number: true, cell: (one) => formatInstant(one.gatherAt, locale) },
              { key: "vehicle", head: t("dispatch.plan.vehicle"), cell: (one) => `${t(`dispatch.vehicle.${one.vehicle}`)} ${one.plate}` },
              { key: "taken", head: t("dispatch.list.taken"), number: true, cell: (one) => `${formatCount(one.taken)} / ${formatCount(one.capacity)}` },
              { key: "aboard", head: t("dispatch.list.aboard"), number: true, cell: (one) => formatCount(one.aboard) },
              { key: "arrived", head: t("dispatch.list.arrived"), number: true, cell: (one) => formatCount(one.arrived) },
              { key: "noShow", head: t("dispatch.list.noShow"), number: true, cell: (one) => formatCount(one.noShows) },
              { key: "state", head: t("dispatch.list.state"), cell: (one) => <StateTag state={one.state} /> },
            ]} />
          )}
          <Pagination page={page} pages={pages} href={(next) => `/bureau/dispatches?${new URLSearchParams({ ...(state ? { state } : {}), ...(show ? { show } : {}), page: String(next) })}`} />
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
