import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { holdsWelfarePost, readWelfareNotice } from "#app/data/read-models/welfare-post.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { applyForWelfare } from "#app/usecases/welfare/apply.server.ts";
import { emptyForm, ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ApplyForm, NoticeFacts, StageTag } from "../ui/views/welfare/notice.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.post.list");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const notice = found(await readWelfareNotice(context.deps, params.id ?? ""));
  const { actor, deps } = context;
  return { notice, role: actor?.role ?? null, held: await holdsWelfarePost(deps, actor?.personId ?? null) };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await applyForWelfare(context.deps, actor, { ...values, postId: params.id, personId: undefined });
  orNotFound(result, "postId");
  return result.ok ? redirect("/me/welfare?applied=1") : { values, problems: result.problems };
}

export default function WelfareNoticePage() {
  const { notice, role, held } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHead title={notice.title} crumbs={[{ href: "/welfare", text: t("welfare.post.list") }, { text: notice.title }]}><p className="tags notice-after"><StageTag stage={notice.stage} /></p></PageHead>
      <ErrorSummary form={form} />
      <NoticeFacts notice={notice} />
      <p className="notice-after">{t("welfare.post.object")}</p>
      <div className="section no-print">
        {notice.stage === "NOTICE" && <Notice kind="counted"><p>{t("welfare.post.waitUntil", { day: formatDay(notice.noticeUntil, locale) })}</p></Notice>}
        {notice.stage === "OPEN" && role === null && <LinkButton href={`/login?to=/welfare/${notice.id}`} size="big">{t("welfare.post.signIn")}</LinkButton>}
        {role === "SEEKER" && held && <Notice><p>{t("welfare.post.already")} <a href="/me/welfare">{t("welfare.mine.title")}</a></p></Notice>}
        {notice.stage === "OPEN" && role === "SEEKER" && !held && <section className="panel"><h2>{t("welfare.apply.title")}</h2><ApplyForm form={form} people={null} /></section>}
        {role !== null && role !== "SEEKER" && role !== "EMPLOYER" && role !== "OPERATOR" && <p><a href={`/bureau/welfare/posts/${notice.id}`}>{t("welfare.post.bureau")}</a></p>}
        <p className="soft notice-after">{t("welfare.post.print")}</p>
      </div>
    </>
  );
}

export const ErrorBoundary = PageError;
