import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readStartups } from "#app/data/read-models/workshop-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Stat, Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workshops.startup.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "AGENT", "ADMIN"]);
  return { ...(await readStartups(context.deps, actor)), bureau: actor.role !== "AGENT" };
}

export default function Startups() {
  const { startups, open, jobs, bureau } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("workshops.startup.heading")} lead={t("workshops.startup.says")} crumbs={bureau ? [{ href: "/bureau/workshops", text: t("workshops.title") }, { text: t("workshops.startup.title") }] : undefined} />
      <div className="stats">
        <Stat small value={formatCount(open)} unit={t("workshops.startup.unit")} label={t("workshops.startup.open")} />
        <Stat small value={formatCount(jobs)} unit={t("workshops.startup.person")} label={t("workshops.startup.jobs")} />
      </div>
      <div className="notice-after">{startups.length === 0 ? <EmptyState title={t("workshops.startup.none")} /> : (
        <Table dense cards file={tableFile("startups")} caption={t("workshops.startup.title")} rows={startups} rowKey={(one) => one.id} columns={[
          { key: "name", head: t("workshops.startup.name"), rowHead: true, cell: (one) => <a href={`/agent/people/${one.personId}/startup`}>{one.name}</a> },
          { key: "owner", head: t("workshops.startup.owner"), cell: (one) => <span>{one.nameMasked} {one.returned && <Tag>{t("workshops.startup.isReturned")}</Tag>}</span> },
          { key: "business", head: t("workshops.startup.business"), cell: (one) => one.business },
          { key: "place", head: t("workshops.startup.place"), cell: (one) => name(one.place) },
          { key: "since", head: t("workshops.startup.since"), number: true, cell: (one) => formatDayShort(one.openedOn) },
          { key: "until", head: t("workshops.startup.until"), number: true, cell: (one) => (one.closedOn === null ? "—" : formatDayShort(one.closedOn)) },
          { key: "jobs", head: t("workshops.startup.jobs"), number: true, cell: (one) => formatCount(one.jobs) },
          { key: "aid", head: t("workshops.startup.aid"), cell: (one) => (one.claim === null ? "—" : t(`claims.state.${one.claim}`)) },
        ]} />
      )}</div>
    </>
  );
}

export const ErrorBoundary = PageError;
