import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPostPage } from "#app/data/read-models/post-page.server.ts";
import { formValues, found, requireActor } from "#app/platform/web/guards.server.ts";
import { complain, COMPLAINT_KINDS } from "#app/usecases/posts/complain.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "recruit.complain.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  requireActor(context, request, ["SEEKER", "AGENT"]);
  const post = found(await readPostPage(context.deps, params.id ?? "", null));
  return { post: { id: post.id, title: post.title, employerName: post.employerName }, kinds: [...COMPLAINT_KINDS], done: new URL(request.url).searchParams.get("done") === "1" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER", "AGENT"]);
  const values = formValues(await request.formData());
  const result = await complain(context.deps, actor, { ...values, postId: params.id });
  if (!result.ok && result.problems[0]?.code === "not-found") throw new Response(null, { status: 404 });
  return result.ok ? redirect(`/jobs/${params.id}/report?done=1`) : { values, problems: result.problems };
}

export default function Complain() {
  const { post, kinds, done } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("recruit.complain.title")} lead={`${post.title} · ${post.employerName}`} crumbs={[{ href: `/jobs/${post.id}`, text: post.title }, { text: t("recruit.complain.title") }]} />
      {done && form.problems.length === 0 && <Notice><p>{t("recruit.complain.done")} <a href={`/jobs/${post.id}`}>{t("common.back")}</a></p></Notice>}
      <ErrorSummary form={form} />
      {!done && (
        <form method="post">
          <ChoiceGroup form={form} name="kind" kind="radio" legend={t("recruit.complain.what")} options={kinds.map((kind) => ({ value: kind, text: t(`recruit.complain.kind.${kind}`) }))} />
          <p className="notice-after"><Button size="big">{t("recruit.complain.send")}</Button></p>
          <p className="soft notice-after">{t("recruit.complain.says")}</p>
        </form>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
