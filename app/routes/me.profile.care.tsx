import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAbout, readProgress } from "#app/data/read-models/my-profile.server.ts";
import { CARE_KINDS } from "#app/domain/profile/care.ts";
import { nextStepAfter } from "#app/domain/profile/steps.ts";
import { found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveCare } from "#app/usecases/profile/save-care.server.ts";
import { Button, ChoiceGroup, emptyForm, type FormState } from "../ui/components/form.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StepPage, stepHref } from "../ui/views/profile-step.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.step.care", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const [about, progress] = await Promise.all([readAbout(context.deps, personId ?? ""), readProgress(context.deps.pool, personId ?? "")]);
  const { care, canLeave } = found(about);
  return { progress, care: care?.kinds ?? [], canLeave: progress.done.includes("care") ? canLeave : null, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const sent = await readForm(request);
  const values = { care: sent.getAll("care").map(String), canLeave: sent.get("canLeave")?.toString() };
  const result = await saveCare(context.deps, actor, values);
  if (!result.ok) return { values, problems: result.problems };
  return redirect(stepHref(nextStepAfter("care", await readProgress(context.deps.pool, actor.personId ?? ""))));
}

export default function Care() {
  const { progress, care, canLeave, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm({ care, canLeave: canLeave === null ? undefined : canLeave ? "yes" : "no" });
  const t = useT();
  return (
    <StepPage step="care" progress={progress} form={form} saved={saved} lead={t("profile.care.says")}>
      <form method="post" className="stack">
        <ChoiceGroup form={form} name="care" kind="checkbox" legend={t("profile.care.who")} options={CARE_KINDS.map((kind) => ({ value: kind, text: t(`profile.careKind.${kind}`) }))} />
        <ChoiceGroup form={form} name="canLeave" kind="radio" legend={t("profile.care.canLeave")} hint={t("profile.care.canLeaveHint")} options={[{ value: "yes", text: t("profile.care.yes") }, { value: "no", text: t("profile.care.no") }]} />
        <Button size="big">{t("profile.save")}</Button>
      </form>
    </StepPage>
  );
}

export const ErrorBoundary = PageError;
