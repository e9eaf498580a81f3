import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAgreements } from "#app/data/read-models/agreements.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { LinkButton } from "../ui/components/form.tsx";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { DispatchLinks } from "../ui/views/dispatch/parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.agreement.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { agreements: await readAgreements(context.deps, requireActor(context, request, ["OFFICER", "ADMIN"])) };
}

export default function Agreements() {
  const { agreements } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("dispatch.agreement.title")} lead={t("dispatch.agreement.says")}><DispatchLinks /><p className="notice-after"><LinkButton href="/bureau/agreements/new">{t("dispatch.agreement.new")}</LinkButton></p></PageHead>
      {agreements.length === 0 ? <EmptyState title={t("dispatch.agreement.none")} /> : (
        <>
          <p className="soft notice-after notice-before">{t("dispatch.agreement.resultsSays")}</p>
          <Table dense cards caption={t("dispatch.agreement.thisYear")} rows={agreements} rowKey={(one) => one.id} file={tableFile("agreements")} columns={[
            { key: "number", head: t("dispatch.agreement.number"), rowHead: true, cell: (one) => <a href={`/bureau/agreements/${one.id}`}>{one.number}</a> },
            { key: "home", head: t("dispatch.agreement.home"), cell: (one) => name(one.home) },
            { key: "partner", head: t("dispatch.agreement.partner"), cell: (one) => <span>{name(one.partner)}<br /><span className="soft">{one.partnerBody}</span></span> },
            { key: "group", head: t("dispatch.agreement.group"), cell: (one) => t(`dispatch.agreement.groups.${one.group}`) },
            { key: "range", head: t("dispatch.agreement.term"), cell: (one) => <span className="num">{t("dispatch.agreement.range", { from: formatDayShort(one.validFrom), to: formatDayShort(one.validUntil) })}</span> },
            { key: "state", head: t("dispatch.agreement.state"), cell: (one) => t(`dispatch.agreement.states.${one.state}`) },
            { key: "quota", head: t("dispatch.agreement.quota"), number: true, cell: (one) => (one.year?.quota ? formatCount(one.year.quota) : t("dispatch.none")) },
            { key: "result", head: t("dispatch.agreement.result"), number: true, cell: (one) => (one.year ? formatCount(one.year.people) : t("dispatch.none")) },
            { key: "dispatched", head: t("dispatch.agreement.dispatched"), number: true, cell: (one) => (one.year ? formatCount(one.year.dispatched) : t("dispatch.none")) },
          ]} />
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
