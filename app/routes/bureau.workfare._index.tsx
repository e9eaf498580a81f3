import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readProjects } from "#app/data/read-models/workfare-list.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { LinkButton } from "../ui/components/form.tsx";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatDayShort, formatPercent, formatYuan } from "../ui/i18n/format.ts";
import { addDays } from "#app/domain/dates.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ForecastTag } from "../ui/views/workfare/labour-meter.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { projects: await readProjects(context.deps, actor) };
}

export default function WorkfareProjects() {
  const { projects } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const danger = projects.filter((one) => one.awarded && (one.state === "AT_RISK" || one.state === "TOO_LATE")).length;
  return (
    <>
      <PageHead title={t("workfare.title")} lead={danger > 0 ? t("workfare.list.danger", { count: danger, n: danger }) : t("workfare.list.lead")}>
        <p className="actions"><LinkButton href="/bureau/workfare/new">{t("workfare.list.new")}</LinkButton><LinkButton kind="quiet" href="/muster">{t("workfare.muster.title")}</LinkButton></p>
      </PageHead>
      {projects.length === 0 ? <EmptyState title={t("workfare.list.none")} /> : (
        <Table
          file={tableFile("workfare-projects")} cards dense caption={t("workfare.list.caption")} rows={projects} rowKey={(one) => one.id}
          columns={[
            { key: "name", head: t("workfare.list.name"), rowHead: true, cell: (one) => <a href={`/bureau/workfare/${one.id}`}>{one.name}</a> },
            { key: "county", head: t("workfare.list.county"), cell: (one) => name(one.county) },
            { key: "state", head: t("workfare.list.state"), cell: (one) => (one.awarded ? <ForecastTag state={one.state} /> : t("workfare.list.notAwarded")) },
            { key: "funds", head: t("workfare.list.funds"), number: true, cell: (one) => formatYuan(one.fundsFen) },
            { key: "floor", head: t("workfare.list.floor"), number: true, cell: (one) => formatYuan(one.floorFen) },
            { key: "spent", head: t("workfare.list.spent"), number: true, cell: (one) => formatYuan(one.spentFen) },
            { key: "share", head: t("workfare.list.share"), number: true, cell: (one) => (one.fundsFen === 0 ? "—" : formatPercent(one.spentFen / one.fundsFen)) },
            { key: "end", head: t("workfare.list.end"), number: true, cell: (one) => formatDayShort(addDays(one.endsOn, -1)) },
            { key: "waits", head: t("workfare.list.waits"), number: true, cell: (one) => t("workfare.list.waitsValue", { rolls: one.openRolls, sheets: one.waitingSheets }) },
          ]}
        />
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
