import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPostFormOptions } from "#app/data/read-models/post-form-options.server.ts";
import { loadPostRules } from "#app/data/policy.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { draftFromForm, reviewPost } from "#app/domain/post/review.ts";
import { POST_TEMPLATES } from "#app/domain/post/templates.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { savePost } from "#app/usecases/posts/save-post.server.ts";
import { type FormState, emptyForm, Select } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { PostForm, type PostFormState } from "../ui/views/post-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "employer.form.titleNew", { noIndex: true });

const OPEN_FOR_DAYS = 60;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const wanted = new URL(request.url).searchParams.get("template");
  const template = POST_TEMPLATES.find((one) => one.occupationCode === wanted);
  const { hoursPerDay = 8, daysPerWeek = 6, ...text } = template ?? {};
  const values: FormState["values"] = {
    stream: "MARKET", wagePeriod: "MONTH", educationMin: "NONE", experienceMonths: "0", openings: "1", ...text, hoursPerDay: String(hoursPerDay), daysPerWeek: String(daysPerWeek),
    validUntil: addDays(context.deps.clock.today(), OPEN_FOR_DAYS),
  };
  return { values, template: template?.occupationCode ?? "", options: await readPostFormOptions(context.deps, actor) };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | PostFormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const { intent, ...values } = formValues(await readForm(request));
  if (intent === "check") return { values, problems: [], review: reviewPost(draftFromForm(values), await loadPostRules(context.deps.pool, context.deps.clock.today())) };
  const result = await savePost(context.deps, actor, values);
  return result.ok ? redirect(`/employer?${new URLSearchParams({ done: "published", post: result.value.postId })}`) : { values, problems: result.problems, review: null };
}

export default function NewPost() {
  const { values, template, options } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as PostFormState | undefined;
  const t = useT();
  const name = useName();
  const named = POST_TEMPLATES.map((one) => ({ value: one.occupationCode, text: name(options.occupations.find((other) => other.code === one.occupationCode)?.name) || one.title }));
  return (
    <>
      <PageHead title={t("employer.form.titleNew")} lead={t("employer.form.lead")} crumbs={[{ href: "/employer", text: t("employer.title") }, { text: t("employer.form.titleNew") }]}>
        <p className="notice-after"><a href="/employer/posts/upload">{t("recruit.upload.link")}</a></p>
      </PageHead>
      {!sent && (
        <form action="/employer/posts/new" className="field-row section">
          <Select form={emptyForm()} name="template" id="template" value={template} label={t("recruit.form.template")} empty={t("recruit.form.noTemplate")} options={named} />
          <p><button className="button quiet" type="submit">{t("recruit.form.useTemplate")}</button></p>
        </form>
      )}
      <div className="section"><PostForm form={sent ?? { values, problems: [], review: null }} options={options} submit={t("employer.form.publish")} /></div>
    </>
  );
}

export const ErrorBoundary = PageError;
