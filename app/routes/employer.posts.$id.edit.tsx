import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPostForEdit } from "#app/data/read-models/employer-pages.server.ts";
import { readPostFormOptions } from "#app/data/read-models/post-form-options.server.ts";
import { loadPostRules } from "#app/data/policy.server.ts";
import { draftFromForm, reviewPost } from "#app/domain/post/review.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { closePost, savePost } from "#app/usecases/posts/save-post.server.ts";
import { Button, type FormState } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { PostForm, type PostFormState } from "../ui/views/post-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "employer.form.titleEdit", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const [post, options] = await Promise.all([readPostForEdit(context.deps, actor.employerId ?? "", params.id ?? ""), readPostFormOptions(context.deps, actor)]);
  const { id, status, filled: _filled, ...fields } = found(post);
  const values: FormState["values"] = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, typeof value === "boolean" ? (value ? "on" : "") : value]));
  return { id, status, values, options };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | PostFormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await readForm(request));
  if (values.intent === "check") return { values, problems: [], review: reviewPost(draftFromForm(values), await loadPostRules(context.deps.pool, context.deps.clock.today())) };
  const result = values.intent === "close" ? await closePost(context.deps, actor, { postId: params.id }) : await savePost(context.deps, actor, { ...values, postId: params.id });
  if (result.ok) return redirect(`/employer?done=${values.intent === "close" ? "closed" : "published"}`);
  orNotFound(result);
  return { values, problems: result.problems, review: null };
}

export default function EditPost() {
  const { id, status, values, options } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as PostFormState | undefined;
  const form: PostFormState = sent === undefined || sent.values.intent === "close" ? { values, problems: sent?.problems ?? [], review: null } : sent;
  const t = useT();
  return (
    <>
      <PageHead title={t("employer.form.titleEdit")} lead={t("employer.form.lead")} crumbs={[{ href: "/employer", text: t("employer.title") }, { text: t("employer.form.titleEdit") }]}>
        {(status === "PUBLISHED" || status === "EXPIRED") && <p className="notice-after"><a href={`/employer/posts/${id}/renew`}>{t("recruit.renew.link")}</a></p>}
      </PageHead>
      <PostForm form={form} options={options} submit={status === "PUBLISHED" ? t("employer.form.saveEdit") : t("employer.form.publish")} />
      {status === "PUBLISHED" && (
        <form method="post" className="section stack">
          <p className="soft">{t("employer.form.closeSays")}</p>
          <Button kind="danger" name="intent" value="close">{t("employer.form.closePost")}</Button>
        </form>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
