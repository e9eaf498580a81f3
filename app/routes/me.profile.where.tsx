import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readProgress, readWishValues } from "#app/data/read-models/my-profile.server.ts";
import { nextStepAfter } from "#app/domain/profile/steps.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveReach } from "#app/usecases/profile/save-wish-part.server.ts";
import { Button, ChoiceGroup, emptyForm, Field, type FormState, Tick } from "../ui/components/form.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StepPage, stepHref } from "../ui/views/profile-step.tsx";

const DISTANCES = [30, 60, 100, 200];

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.step.where", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const [progress, wish] = await Promise.all([readProgress(context.deps.pool, personId ?? ""), readWishValues(context.deps.pool, personId ?? "")]);
  const known = wish !== null && progress.done.includes("where");
  const past = known && wish.availableFrom <= context.deps.clock.today();
  const values: FormState["values"] = {
    willInProvince: (wish?.willInProvince ?? true) ? "on" : "", willOutOfProvince: wish?.willOutOfProvince ? "on" : "", willOverseas: wish?.willOverseas ? "on" : "",
    maxDistanceKm: wish?.maxDistanceKm ? String(wish.maxDistanceKm) : "", from: known ? (past ? "now" : "day") : undefined, availableFrom: known && !past ? wish.availableFrom : "",
  };
  const km = wish?.maxDistanceKm ?? null;
  return { progress, values, distances: km === null || DISTANCES.includes(km) ? DISTANCES : [...DISTANCES, km].sort((a, b) => a - b), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await saveReach(context.deps, actor, values);
  if (!result.ok) return { values, problems: result.problems };
  return redirect(stepHref(nextStepAfter("where", await readProgress(context.deps.pool, actor.personId ?? ""))));
}

export default function Where() {
  const { progress, values, distances, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm(values);
  const t = useT();
  return (
    <StepPage step="where" progress={progress} form={form} saved={saved}>
      <form method="post" className="stack">
        <fieldset className="choices boxed field">
          <legend>{t("profile.where.places")}</legend>
          <p className="hint">{t("profile.where.county")}</p>
          <Tick form={form} name="willInProvince" label={t("profile.where.province")} />
          <Tick form={form} name="willOutOfProvince" label={t("profile.where.outside")} />
          <Tick form={form} name="willOverseas" label={t("profile.where.overseas")} />
        </fieldset>
        <div className="choice-columns"><ChoiceGroup form={{ ...form, values: { maxDistanceKm: "", ...form.values } }} name="maxDistanceKm" kind="radio" legend={t("profile.where.distance")} options={[{ value: "", text: t("profile.where.anyDistance") }, ...distances.map((km) => ({ value: String(km), text: t("profile.where.km", { km }) }))]} /></div>
        <div className="choice-columns"><ChoiceGroup form={form} name="from" kind="radio" legend={t("profile.where.from")} options={(["now", "month", "quarter", "day"] as const).map((one) => ({ value: one, text: t(`profile.where.${one}`) }))} /></div>
        <Field form={form} name="availableFrom" type="date" short label={t("profile.where.onDay")} />
        <Button size="big">{t("profile.save")}</Button>
      </form>
    </StepPage>
  );
}

export const ErrorBoundary = PageError;
