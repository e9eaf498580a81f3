import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCareList } from "#app/data/read-models/care-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, Notice, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "offers.care.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  return { list: await readCareList(context.deps, actor, { closed: query.get("closed") === "1", page }), done: query.get("done") === "1" };
}

export default function CareCases() {
  const { list, done } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const href = (closed: boolean, page = 1) => `/bureau/checkins?${new URLSearchParams({ ...(closed ? { closed: "1" } : {}), ...(page > 1 ? { page: String(page) } : {}) })}`;
  const [open, closed] = [t("offers.care.open", { n: formatCount(list.counts.open) }), t("offers.care.closed", { n: formatCount(list.counts.closed) })];
  return (
    <>
      <PageHead title={t("offers.care.title")} lead={t("offers.care.lead")}>
        <div className="sorts notice-after">
          {list.closed ? <a href={href(false)}>{open}</a> : <strong>{open}</strong>}
          {list.closed ? <strong>{closed}</strong> : <a href={href(true)}>{closed}</a>}
          {list.counts.overdue > 0 && <Tag tone="danger">{t("offers.care.overdue", { n: formatCount(list.counts.overdue) })}</Tag>}
          <a href="/bureau/questions">{t("offers.answer.link")}</a>
        </div>
      </PageHead>
      {done && <Notice><p>{t("offers.care.done")}</p></Notice>}
      {list.cases.length === 0 ? <EmptyState title={t("offers.care.none")} /> : (
        <Table
          file={tableFile("care-cases", list.closed ? { closed: 1 } : {})}
          dense
          cards
          caption={t("offers.care.title")}
          rows={list.cases}
          rowKey={(one) => one.id}
          columns={[
            { key: "kind", head: t("offers.care.kindHead"), rowHead: true, cell: (one) => <a href={`/bureau/checkins/${one.id}`} aria-label={`${t(`offers.care.kind.${one.kind}`)} ${one.nameMasked}`}>{t(`offers.care.kind.${one.kind}`)}</a> },
            { key: "person", head: t("offers.care.person"), cell: (one) => one.nameMasked },
            { key: "post", head: t("offers.care.post"), cell: (one) => (one.post ? <>{one.post} · {one.employerName}</> : "—") },
            { key: "place", head: t("offers.care.place"), cell: (one) => name(one.place) },
            { key: "opened", head: t("offers.care.opened"), cell: (one) => formatInstant(one.openedAt, locale) },
            { key: "due", head: t(list.closed ? "offers.care.outcomeHead" : "offers.care.due"), cell: (one) => (one.outcome ? t(`offers.care.outcome.${one.outcome}`) : <>{formatDayShort(one.dueOn)} {one.overdue && <Tag tone="danger">{t("offers.care.late")}</Tag>}</>) },
          ]}
        />
      )}
      <Pagination page={list.page} pages={list.pages} href={(page) => href(list.closed, page)} />
    </>
  );
}

export const ErrorBoundary = PageError;
