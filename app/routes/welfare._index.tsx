import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countyOfReader, readWelfareNotices } from "#app/data/read-models/welfare-post.server.ts";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort, formatYuan } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StageTag } from "../ui/views/welfare/notice.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.post.list");

/** A bureau sees its county's, a person their home's, everybody else all. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, deps } = context;
  return { notices: await readWelfareNotices(deps, await countyOfReader(deps, actor)) };
}

export default function WelfareNotices() {
  const { notices } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("welfare.post.list")} lead={t("welfare.post.listSays")} />
      {notices.length === 0 ? <p className="soft">{t("welfare.post.listNone")}</p> : (
        <Table
          cards caption={t("welfare.post.list")} file={tableFile("welfare-notices")} rows={notices} rowKey={(one) => one.id}
          columns={[
            { key: "title", head: t("welfare.desk.post"), rowHead: true, cell: (one) => <a className="row-link" href={`/welfare/${one.id}`} aria-label={`${one.title} ${name(one.village)} ${one.id.slice(-4)}`}>{one.title}</a> },
            { key: "village", head: t("welfare.post.village"), cell: (one) => name(one.village) },
            { key: "stage", head: t("welfare.desk.state"), cell: (one) => <StageTag stage={one.stage} /> },
            { key: "left", head: t("welfare.quotas.left"), number: true, cell: (one) => `${formatCount(one.openings - one.filled)} / ${formatCount(one.openings)}` },
            { key: "pay", head: t("welfare.quotas.pay"), number: true, cell: (one) => formatYuan(one.monthlyFen) },
            { key: "until", head: t("welfare.quota.applyFrom"), cell: (one) => formatDayShort(one.noticeUntil) },
          ]}
        />
      )}
      <p className="notice-after"><a href="/jobs">{t("welfare.post.market")}</a></p>
    </>
  );
}

export const ErrorBoundary = PageError;
