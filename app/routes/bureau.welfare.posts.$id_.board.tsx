import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readWelfarePost } from "#app/data/read-models/welfare-post.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.board.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN", "AGENT"]);
  const { id, title, village, cases } = found(await readWelfarePost(context.deps, actor, params.id ?? ""));
  return { id, title, village, reviewed: cases.filter((one) => one.publicity !== null && one.state !== "APPLIED") };
}

/** What hangs out in the village after the review: who is proposed, by masked name, until when, and where to object. */
export default function PublicityBoard() {
  const { id, title, village, reviewed } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("welfare.board.heading", { title, village: name(village) })} lead={t("welfare.board.says")}><p className="no-print notice-after"><a href={`/bureau/welfare/posts/${id}`}>{title}</a> · {t("welfare.post.print")}</p></PageHead>
      {reviewed.length === 0 ? <p className="soft">{t("welfare.board.none")}</p> : (
        <Table
          caption={t("welfare.board.title")} rows={reviewed} rowKey={(one) => one.id}
          columns={[
            { key: "name", head: t("welfare.desk.name"), rowHead: true, cell: (one) => one.nameMasked },
            { key: "village", head: t("welfare.desk.village"), cell: (one) => name(one.village) },
            { key: "minutes", head: t("welfare.case.minutes"), cell: (one) => one.publicity!.minutesRef },
            { key: "until", head: t("welfare.board.days"), cell: (one) => t("welfare.post.noticeRange", { from: formatDay(one.publicity!.from, locale), until: formatDay(one.publicity!.until, locale) }) },
          ]}
        />
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
