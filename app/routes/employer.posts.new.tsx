import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPostFormOptions } from "#app/data/read-models/post-form-options.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { formValues, requireActor } from "#app/platform/web/guards.server.ts";
import { savePost } from "#app/usecases/posts/save-post.server.ts";
import type { FormState } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { PostForm } from "../ui/views/post-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "employer.form.titleNew", { noIndex: true });

const OPEN_FOR_DAYS = 60;

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(context, request, ["EMPLOYER"]);
  const values: FormState["values"] = {
    stream: "MARKET", wagePeriod: "MONTH", hoursPerDay: "8", daysPerWeek: "6", educationMin: "NONE", experienceMonths: "0", openings: "1",
    validUntil: addDays(context.deps.clock.today(), OPEN_FOR_DAYS),
  };
  return { values, options: await readPostFormOptions(context.deps) };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await request.formData());
  const result = await savePost(context.deps, actor, values);
  return result.ok ? redirect("/employer?done=published") : { values, problems: result.problems };
}

export default function NewPost() {
  const { values, options } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? { values, problems: [] };
  const t = useT();
  return (
    <>
      <PageHead title={t("employer.form.titleNew")} lead={t("employer.form.lead")} crumbs={[{ href: "/employer", text: t("employer.title") }, { text: t("employer.form.titleNew") }]} />
      <PostForm form={form} options={options} submit={t("employer.form.publish")} />
    </>
  );
}

export const ErrorBoundary = PageError;
