import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPostPage } from "#app/data/read-models/post-page.server.ts";
import { REPORT_REASONS } from "#app/domain/post/report.ts";
import { guestActor } from "#app/platform/actor.ts";
import { formValues, found, orNotFound, readForm } from "#app/platform/web/guards.server.ts";
import { reportPost } from "#app/usecases/reports/report-post.server.ts";
import { emptyForm, ErrorSummary, type FormState, LinkButton, TextArea } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.report.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, title, employerName, region } = found(await readPostPage(context.deps, params.id ?? "", null));
  return { post: { id, title, employerName, region }, sent: new URL(request.url).searchParams.get("sent") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const { detail = "", reason } = formValues(await readForm(request));
  const values = { detail, reason };
  const wait = await context.reportWait();
  if (wait > 0) return { values, problems: [{ code: "report-limit", params: { seconds: wait } }] };
  const actor = context.actor ?? guestActor("report", context.requestId);
  const result = await reportPost(context.deps, actor, { ...values, postId: params.id, visitorKey: context.visitorKey });
  if (result.ok) return redirect(`/jobs/${params.id}/report?sent=${result.value.reportId === null ? "again" : "1"}`);
  orNotFound(result);
  return { values, problems: result.problems };
}

export default function Report() {
  const { post, sent } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const crumbs = [{ href: "/jobs", text: t("jobs.list.title") }, { href: `/jobs/${post.id}`, text: post.title }, { text: t("seek.report.title") }];
  if (sent !== null) {
    return (
      <>
        <PageHead title={t("seek.report.sentTitle")} crumbs={crumbs} />
        <div className="stack">
          <Notice><p>{sent === "again" ? t("seek.report.again") : t("seek.report.sent", { place: name(post.region) })}</p><p>{t("seek.report.call")}</p></Notice>
          <LinkButton href="/jobs">{t("seek.report.other")}</LinkButton>
          <p><a href={`/jobs/${post.id}`}>{t("seek.report.back")}</a></p>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("seek.report.heading")} lead={t("seek.report.says")} crumbs={crumbs} />
      <ErrorSummary form={form} />
      <form method="post" className="stack">
        <p className="soft">{post.title} · {post.employerName}</p>
        <ul className="reasons-to-report">
          {REPORT_REASONS.map((reason) => <li key={reason}><button className="button quiet big" type="submit" name="reason" value={reason}>{t(`seek.report.reason${reason}`)}</button></li>)}
        </ul>
        <Fold summary={t("seek.report.detailFold")} open={form.problems.length > 0}>
          <TextArea form={form} name="detail" label={t("seek.report.detail")} rows={4} maxLength={500} />
        </Fold>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
