import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readWelfarePost } from "#app/data/read-models/welfare-post.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { applyForWelfare } from "#app/usecases/welfare/apply.server.ts";
import { closeWelfarePost } from "#app/usecases/welfare/set-post.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ApplyForm, NoticeFacts, StageTag } from "../ui/views/welfare/notice.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN", "AGENT"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { post: found(await readWelfarePost(context.deps, actor, params.id ?? "")), role: actor.role, done: new URL(request.url).searchParams.get("done") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const closing = values.intent === "close";
  const result = closing ? await closeWelfarePost(context.deps, actor, { postId: params.id }) : await applyForWelfare(context.deps, actor, { ...values, postId: params.id });
  if (result.ok) return redirect(closing ? `/bureau/welfare/posts/${params.id}?done=close` : `/bureau/welfare/cases/${(result.value as { caseId: string }).caseId}`);
  orNotFound(result);
  return { values, problems: result.problems };
}

export default function WelfarePost() {
  const { post, role, done } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={post.title} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { text: post.title }]}>
        <p className="tags notice-after"><StageTag stage={post.stage} /> <a href={`/welfare/${post.id}`}>{t("welfare.post.public")}</a></p>
      </PageHead>
      {done === "close" && form.problems.length === 0 && <Notice><p>{t("welfare.post.closed")}</p></Notice>}
      <ErrorSummary form={form} />
      <Section title={t("welfare.post.applications")}>
        {post.cases.length === 0 ? <p className="soft">{t("welfare.post.noApplications")}</p> : (
          <Table
            cards caption={t("welfare.post.applications")} file={tableFile("welfare-applications", { post: post.id })} rows={post.cases} rowKey={(one) => one.id}
            columns={[
              { key: "name", head: t("welfare.desk.name"), rowHead: true, cell: (one) => <a className="row-link" href={`/bureau/welfare/cases/${one.id}`} aria-label={`${one.nameMasked} ${one.id.slice(-4)}`}>{one.nameMasked}</a> },
              { key: "village", head: t("welfare.desk.village"), cell: (one) => name(one.village) },
              { key: "state", head: t("welfare.desk.state"), cell: (one) => t(`welfare.state.${one.state}`) },
              { key: "since", head: t("welfare.desk.since"), cell: (one) => formatInstant(one.since, locale) },
            ]}
          />
        )}
        {post.cases.some((one) => one.publicity !== null) && <p className="notice-after"><a href={`/bureau/welfare/posts/${post.id}/board`}>{t("welfare.board.link")}</a></p>}
      </Section>
      {post.stage === "OPEN" && role !== "ADMIN" && (
        <Fold summary={t("welfare.apply.forSomebody")} open={form.problems.length > 0}>
          <p className="soft">{t("welfare.apply.forSays")}</p>
          <ApplyForm form={form} people={post.people} />
        </Fold>
      )}
      <Section title={t("welfare.post.facts")}><NoticeFacts notice={post} /></Section>
      {role !== "AGENT" && post.stage !== "CLOSED" && <form method="post"><p className="notice-after"><Button kind="danger" name="intent" value="close">{t("welfare.post.close")}</Button></p></form>}
    </>
  );
}

export const ErrorBoundary = PageError;
