import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPostToRenew } from "#app/data/read-models/post-renewal.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { renewPost } from "#app/usecases/posts/renew-post.server.ts";
import { Button, ErrorSummary, Field, type FormState, Tick } from "../ui/components/form.tsx";
import { Facts, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { monthlyText } from "../ui/components/wage.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "recruit.renew.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  return found(await readPostToRenew(context.deps, actor.employerId ?? "", params.id ?? ""));
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await readForm(request));
  const result = await renewPost(context.deps, actor, { ...values, postId: params.id });
  orNotFound(result);
  return result.ok ? redirect("/employer?done=renewed") : { values, problems: result.problems };
}

export default function RenewPost() {
  const { post, description, proposedUntil, confirmedAt, confirmBy } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? { values: { validUntil: proposedUntil }, problems: [] };
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("recruit.renew.title")} lead={t("recruit.renew.says")} crumbs={[{ href: "/employer", text: t("employer.title") }, { text: post.title }]} />
      <ErrorSummary form={form} />
      <Facts
        rows={[
          [t("employer.post"), post.title],
          [t("jobs.post.place"), name(post.region)],
          [t("jobs.post.wage"), monthlyText(post, t)],
          [t("jobs.post.openings"), t("jobs.post.openingsValue", { openings: formatCount(post.openings), filled: formatCount(post.filled) })],
          [t("jobs.post.about"), <span key="about" className="pre" lang="zh-CN">{description}</span>],
          [t("employer.until"), formatDay(post.validUntil, locale)],
          post.publishedAt !== null && [t("recruit.renew.first"), formatDay(post.publishedAt, locale)],
          confirmedAt !== null && [t("recruit.renew.confirmedOn"), formatDay(confirmedAt, locale)],
          confirmBy !== null && [t("recruit.renew.confirmBy"), formatDay(confirmBy, locale)],
        ]}
      />
      <p className="notice-after"><a href={`/employer/posts/${post.id}/edit`}>{t("recruit.renew.edit")}</a></p>
      <form method="post" className="section">
        <Field form={form} name="validUntil" type="date" short label={t("employer.form.until")} hint={t("employer.form.untilHint")} required />
        <div className="notice-after"><Tick form={form} name="confirmed" label={t("recruit.renew.confirm")} /></div>
        <p className="notice-after"><Button size="big">{t("recruit.renew.send")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
