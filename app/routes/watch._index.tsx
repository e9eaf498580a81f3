import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readWatchList } from "#app/data/read-models/watch-pages.server.ts";
import { WATCH_SIGNALS, type WatchSignal } from "#app/domain/watch/signals.ts";
import { WATCH_VIEWS, type WatchView } from "#app/domain/watch/watch-case.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "watch.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "AGENT", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const page = Math.min(100_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  return readWatchList(context.deps, actor, { view: WATCH_VIEWS.find((one) => one === query.get("view")) ?? "open", kind: WATCH_SIGNALS.find((one) => one === query.get("kind")) ?? null, page });
}

export default function Watch() {
  const list = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const href = (view: WatchView, kind: WatchSignal | null, page = 1) => `/watch?${new URLSearchParams({ ...(view !== "open" ? { view } : {}), ...(kind ? { kind } : {}), ...(page > 1 ? { page: String(page) } : {}) })}`;
  const sum = list.kinds.reduce((all, one) => all + one.open, 0);
  return (
    <>
      <PageHead title={t("watch.heading")} lead={t("watch.says")}>
        <div className="sorts notice-after">
          {WATCH_VIEWS.map((view) => { const text = `${t(`watch.view.${view}`)} ${formatCount(list.counts[view])}`; return view === list.view ? <strong key={view}>{text}</strong> : <a key={view} href={href(view, list.kind)}>{text}</a>; })}
        </div>
        <div className="sorts notice-after">
          {list.kind === null ? <strong>{t("watch.allKinds")} {formatCount(sum)}</strong> : <a href={href(list.view, null)}>{t("watch.allKinds")} {formatCount(sum)}</a>}
          {list.kinds.map((one) => { const text = `${t(`watch.kind.${one.kind}`)} ${formatCount(one.open)}`; return one.kind === list.kind ? <strong key={one.kind}>{text}</strong> : <a key={one.kind} href={href(list.view, one.kind)}>{text}</a>; })}
        </div>
      </PageHead>
      {list.cases.length === 0 ? <EmptyState title={t("watch.none")} /> : (
        <Table dense cards file={tableFile("watch-cases", { view: list.view, kind: list.kind })} caption={t("watch.title")} rows={list.cases} rowKey={(one) => one.id} columns={[
          { key: "kind", head: t("watch.kinds"), rowHead: true, cell: (one) => <a href={`/watch/${one.id}`} aria-label={`${t(`watch.kind.${one.kind}`)} ${one.nameMasked}`}>{t(`watch.kind.${one.kind}`)}</a> },
          { key: "person", head: t("watch.person"), cell: (one) => one.nameMasked },
          { key: "place", head: t("watch.place"), cell: (one) => name(one.place) },
          { key: "since", head: t("watch.since"), number: true, cell: (one) => formatDayShort(one.since) },
          { key: "owner", head: t("watch.owner"), cell: (one) => one.owner ?? <span className="faint">{t("watch.ownerNone")}</span> },
          list.view === "closed"
            ? { key: "result", head: t("watch.result"), cell: (one) => (one.result ? <span>{t(`watch.results.${one.result}`)} <span className="faint">{formatDayShort(one.closedAt!)}</span></span> : "—") }
            : { key: "due", head: t("watch.due"), cell: (one) => <span>{formatDayShort(one.dueOn)} {one.overdue && <Tag tone="danger">{t("watch.late")}</Tag>} {one.raised > 0 && <Tag>{t(one.raised === 2 ? "watch.raised.l2" : "watch.raised.l1")}</Tag>}</span> },
        ]} />
      )}
      <Pagination page={list.page} pages={list.pages} href={(page) => href(list.view, list.kind, page)} />
    </>
  );
}

export const ErrorBoundary = PageError;
