import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readWorkshops } from "#app/data/read-models/workshop-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { LinkButton } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workshops.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const page = Math.min(10_000, Math.max(1, Number.parseInt(new URL(request.url).searchParams.get("page") ?? "1", 10) || 1));
  return readWorkshops(context.deps, actor, page);
}

export default function Workshops() {
  const { workshops, page, pages, total } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("workshops.heading")} lead={t("workshops.says")}>
        <p className="sorts notice-after"><strong>{t("workshops.total", { n: formatCount(total) })}</strong><a href="/bureau/startups">{t("workshops.startups")}</a></p>
      </PageHead>
      <p><LinkButton href="/bureau/workshops/new">{t("workshops.new")}</LinkButton></p>
      <div className="notice-after">{workshops.length === 0 ? <EmptyState title={t("workshops.none")} /> : (
        <Table dense cards file={tableFile("workshops")} caption={t("workshops.title")} rows={workshops} rowKey={(one) => one.id} columns={[
          { key: "name", head: t("workshops.name"), rowHead: true, cell: (one) => <a href={`/bureau/workshops/${one.id}`}>{one.name}</a> },
          { key: "place", head: t("workshops.place"), cell: (one) => name(one.place) },
          { key: "product", head: t("workshops.product"), cell: (one) => one.product ?? "—" },
          { key: "recognised", head: t("workshops.recognised"), cell: (one) => (one.closedOn ? <Tag>{t("workshops.closed")}</Tag> : one.recognised ? <Tag tone="pine">{t("workshops.recognisedYes", { day: formatDay(one.validUntil!, locale) })}</Tag> : one.validUntil ? <Tag tone="loess">{t(one.revoked ? "workshops.revoked" : "workshops.expired", { day: formatDay(one.validUntil, locale) })}</Tag> : t("workshops.recognisedNo")) },
          { key: "workers", head: t("workshops.workers"), number: true, cell: (one) => formatCount(one.workers) },
          { key: "posts", head: t("workshops.openPosts"), number: true, cell: (one) => formatCount(one.openPosts) },
          { key: "claimed", head: t("workshops.claimed"), number: true, cell: (one) => formatCount(one.claimed) },
        ]} />
      )}</div>
      <Pagination page={page} pages={pages} href={(next) => `/bureau/workshops?page=${next}`} />
    </>
  );
}

export const ErrorBoundary = PageError;
