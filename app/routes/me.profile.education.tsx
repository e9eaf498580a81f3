import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAbout, readProgress } from "#app/data/read-models/my-profile.server.ts";
import { nextStepAfter } from "#app/domain/profile/steps.ts";
import { EDUCATIONS } from "#app/domain/terms.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveEducation } from "#app/usecases/profile/save-education.server.ts";
import { Button, ChoiceGroup, emptyForm, type FormState } from "../ui/components/form.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StepPage, stepHref } from "../ui/views/profile-step.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.step.education", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const [about, progress] = await Promise.all([readAbout(context.deps, personId ?? ""), readProgress(context.deps.pool, personId ?? "")]);
  return { progress, education: found(about).education, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await saveEducation(context.deps, actor, { education: values.education });
  if (!result.ok) return { values, problems: result.problems };
  return redirect(stepHref(nextStepAfter("education", await readProgress(context.deps.pool, actor.personId ?? ""))));
}

export default function Education() {
  const { progress, education, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  // what a roster told is only proposed: "none" there often means that nobody asked
  const form = sent ?? emptyForm({ education: education === "NONE" && !progress.done.includes("education") ? undefined : education });
  const t = useT();
  return (
    <StepPage step="education" progress={progress} form={form} saved={saved} lead={t("profile.education.says")}>
      <form method="post" className="stack">
        <div className="choice-columns">
          <ChoiceGroup form={form} name="education" kind="radio" legend={t("profile.step.education")} options={EDUCATIONS.map((one) => ({ value: one, text: one === "NONE" ? t("profile.education.none") : t(`terms.education.${one}`) }))} />
        </div>
        <Button size="big">{t("profile.save")}</Button>
      </form>
    </StepPage>
  );
}

export const ErrorBoundary = PageError;
