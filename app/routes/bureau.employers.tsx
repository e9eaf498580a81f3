import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBureauEmployers } from "#app/data/read-models/bureau-employers.server.ts";
import { EMPLOYER_STATUSES, type EmployerStatus } from "#app/domain/employer/status.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { decideEmployer } from "#app/usecases/employers/approve-employer.server.ts";
import { ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "employer.bureau.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const status = EMPLOYER_STATUSES.find((one) => one === query.get("status")) ?? null;
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  return { view: await readBureauEmployers(context.deps, actor, { status, page }), done: query.get("done") === "1" };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await decideEmployer(context.deps, actor, values);
  if (!result.ok) return { values, problems: result.problems };
  const back = new URLSearchParams(new URL(request.url).searchParams);
  back.set("done", "1");
  return redirect(`/bureau/employers?${back}`);
}

const TONE = { PENDING: "loess", APPROVED: "pine", SUSPENDED: "danger" } as const;

export default function BureauEmployers() {
  const { view, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const href = (status: EmployerStatus | null, page = 1) => `/bureau/employers?${new URLSearchParams({ ...(status ? { status } : {}), ...(page > 1 ? { page: String(page) } : {}) })}`;
  return (
    <>
      <PageHead title={t("employer.bureau.heading")} lead={t("employer.bureau.says")}>
        <div className="sorts notice-after">
          <span className="soft">{t("employer.bureau.filter")}</span>
          {[null, ...EMPLOYER_STATUSES].map((status) => {
            const text = status ? `${t(`terms.employerStatus.${status}`)} ${formatCount(view.counts[status])}` : t("common.all");
            return status === view.status ? <strong key={text}>{text}</strong> : <a key={text} href={href(status)}>{text}</a>;
          })}
        </div>
      </PageHead>
      <p><a href="/bureau/ads">{t("recruit.flags.link")}</a></p>
      {done && !sent && <Notice><p>{t("employer.bureau.done")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {view.employers.length === 0 ? (
        <EmptyState title={t("employer.bureau.none")} />
      ) : (
        <Table
          file={tableFile("employers", { status: view.status })}
          dense
          cards
          caption={t("employer.bureau.title")}
          rows={view.employers}
          rowKey={(one) => one.id}
          columns={[
            { key: "name", head: t("employer.bureau.name"), rowHead: true, cell: (one) => <a href={`/bureau/employers/${one.id}`}>{one.name}</a> },
            { key: "code", head: t("employer.bureau.code"), cell: (one) => one.creditCode ?? t("employer.bureau.noCode") },
            { key: "region", head: t("employer.bureau.region"), cell: (one) => name(one.region) || t("common.unknown") },
            { key: "kind", head: t("employer.bureau.kind"), cell: (one) => t(`terms.employerKind.${one.kind}`) },
            { key: "status", head: t("employer.bureau.status"), cell: (one) => <Tag tone={TONE[one.status]}>{t(`terms.employerStatus.${one.status}`)}</Tag> },
            { key: "verified", head: t("employer.bureau.verified"), number: true, cell: (one) => (one.verifiedAt ? formatDayShort(one.verifiedAt) : "—") },
            { key: "recheck", head: t("employer.bureau.recheck"), number: true, cell: (one) => (one.reverifyBy ? <>{formatDayShort(one.reverifyBy)}{one.overdue && <> <Tag tone="danger">{t("employer.bureau.overdue")}</Tag></>}</> : "—") },
            { key: "posts", head: t("employer.bureau.posts"), number: true, cell: (one) => formatCount(one.openPosts) },
            {
              key: "decide", head: t("employer.bureau.decide"),
              cell: (one) => (
                <form method="post" className="cell-form">
                  <input type="hidden" name="employerId" value={one.id} />
                  {one.status !== "APPROVED" || one.overdue ? <button className="button small" type="submit" name="decision" value="APPROVED" aria-label={`${t("employer.bureau.approve")} ${one.name}`}>{t("employer.bureau.approve")}</button> : null}
                  {one.status !== "SUSPENDED" && <a href={`/bureau/employers/${one.id}`} aria-label={`${t("recruit.bureau.open")} ${one.name}`}>{t("recruit.bureau.open")}</a>}
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
