import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBureauReports } from "#app/data/read-models/bureau-reports.server.ts";
import { REPORT_STATUSES, type ReportStatus } from "#app/domain/post/report.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { decideReport } from "#app/usecases/reports/decide-report.server.ts";
import { ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.reports.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const status = REPORT_STATUSES.find((one) => one === query.get("status")) ?? null;
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  return { view: await readBureauReports(context.deps, actor, { status, page }), done: query.get("done") === "1" };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await decideReport(context.deps, actor, values);
  if (!result.ok) return { values, problems: result.problems };
  const back = new URLSearchParams(new URL(request.url).searchParams);
  back.set("done", "1");
  return redirect(`/bureau/reports?${back}`);
}

const TONE = { OPEN: "loess", UPHELD: "danger", DISMISSED: undefined } as const;

export default function BureauReports() {
  const { view, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const href = (status: ReportStatus | null, page = 1) => `/bureau/reports?${new URLSearchParams({ ...(status ? { status } : {}), ...(page > 1 ? { page: String(page) } : {}) })}`;
  return (
    <>
      <PageHead title={t("seek.reports.heading")} lead={t("seek.reports.says")}>
        <div className="sorts notice-after">
          <span className="soft">{t("seek.reports.filter")}</span>
          {[null, ...REPORT_STATUSES].map((status) => {
            const text = status ? `${t(`seek.reports.${status}`)} ${formatCount(view.counts[status])}` : t("common.all");
            return status === view.status ? <strong key={text}>{text}</strong> : <a key={text} href={href(status)}>{text}</a>;
          })}
        </div>
      </PageHead>
      {done && !sent && <Notice><p>{t("seek.reports.done")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {view.reports.length === 0 ? (
        <EmptyState title={t("seek.reports.none")} />
      ) : (
        <Table
          file={tableFile("post-reports", { status: view.status })}
          dense
          cards
          caption={t("seek.reports.title")}
          rows={view.reports}
          rowKey={(one) => one.id}
          columns={[
            { key: "post", head: t("seek.reports.post"), rowHead: true, cell: (one) => <span><a href={`/jobs/${one.postId}`}>{one.title}</a>{one.onPost > 1 && <span className="faint"> {t("seek.reports.same", { n: one.onPost })}</span>}</span> },
            { key: "employer", head: t("seek.reports.employer"), cell: (one) => one.employerName },
            { key: "place", head: t("seek.reports.place"), cell: (one) => name(one.place) },
            { key: "reason", head: t("seek.reports.reason"), cell: (one) => t(`seek.report.reason${one.reason}`) },
            { key: "detail", head: t("seek.reports.detail"), cell: (one) => one.detail ?? "—" },
            { key: "at", head: t("seek.reports.at"), cell: (one) => formatInstant(one.recordedAt, locale) },
            { key: "status", head: t("seek.reports.status"), cell: (one) => <Tag tone={TONE[one.status]}>{t(`seek.reports.${one.status}`)}</Tag> },
            {
              key: "decide", head: t("seek.reports.decide"),
              cell: (one) => one.status === "OPEN" && (
                <form method="post" className="cell-form">
                  <input type="hidden" name="reportId" value={one.id} />
                  <button className="button small" type="submit" name="decision" value="UPHELD" aria-label={`${t("seek.reports.uphold")} ${one.title}`}>{t("seek.reports.uphold")}</button>
                  <button className="button quiet small" type="submit" name="decision" value="DISMISSED" aria-label={`${t("seek.reports.dismiss")} ${one.title}`}>{t("seek.reports.dismiss")}</button>
                </form>
              ),
            },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pageCount} href={(page) => href(view.status, page)} />
    </>
  );
}

export const ErrorBoundary = PageError;
