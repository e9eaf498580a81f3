import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readOwnOccupations, readProgress, readWishValues } from "#app/data/read-models/my-profile.server.ts";
import { readOccupationOptions } from "#app/data/read-models/options.server.ts";
import { nextStepAfter } from "#app/domain/profile/steps.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveWanted } from "#app/usecases/profile/save-wish-part.server.ts";
import { Button, ChoiceGroup, emptyForm, Field, type FormState, Select, Tick } from "../ui/components/form.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { groupOccupations } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StepPage, stepHref } from "../ui/views/profile-step.tsx";

const PAYS = [3_000, 4_000, 5_000, 6_000, 8_000];

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.step.want", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = requireActor(context, request, ["SEEKER"]);
  const { pool } = context.deps;
  const [progress, own, occupations, wish] = await Promise.all([readProgress(pool, personId ?? ""), readOwnOccupations(pool, personId ?? ""), readOccupationOptions(pool), readWishValues(pool, personId ?? "")]);
  const yuan = Math.round((wish?.minWageFen ?? 0) / 100);
  const pay = yuan === 0 || PAYS.includes(yuan) ? String(yuan) : "other";
  const values: FormState["values"] = { occupationCodes: wish?.occupationCodes ?? [], pay: progress.done.includes("want") ? pay : undefined, minWageYuan: pay === "other" ? String(yuan) : "", needsHousing: wish?.needsHousing ? "on" : "" };
  return { progress, own, occupations, values, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const sent = await readForm(request);
  const values: FormState["values"] = { ...formValues(sent), occupationCodes: sent.getAll("occupationCodes").map(String) };
  const { pay, occupationCodes, minWageYuan } = values;
  if (!pay) return { values, problems: [{ code: "pay-choose", field: "pay" }] };
  const result = await saveWanted(context.deps, actor, { occupationCodes: [...new Set(occupationCodes)], minWageYuan: pay === "other" ? minWageYuan || undefined : pay, needsHousing: values.needsHousing });
  if (!result.ok) return { values, problems: result.problems };
  return redirect(stepHref(nextStepAfter("want", await readProgress(context.deps.pool, actor.personId ?? ""))));
}

export default function Want() {
  const { progress, own, occupations, values, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm(values);
  const t = useT();
  const name = useName();
  const chosen = ([] as string[]).concat(form.values.occupationCodes ?? []);
  const elsewhere = chosen.find((code) => code !== "" && !own.some((one) => one.code === code)) ?? "";
  return (
    <StepPage step="want" progress={progress} form={form} saved={saved}>
      <form method="post" className="stack">
        {own.length > 0 && <div className="choice-columns"><ChoiceGroup form={form} name="occupationCodes" kind="checkbox" legend={t("profile.want.trades")} hint={t("profile.want.tradesHint")} options={own.map((one) => ({ value: one.code, text: name(one.name) }))} /></div>}
        <Select form={own.length > 0 ? { ...form, problems: [] } : form} name="occupationCodes" id={own.length > 0 ? "occupation-other" : "occupationCodes"} label={t("profile.want.other")} options={groupOccupations(occupations, name)} empty={t("common.none")} value={elsewhere} />
        <div className="choice-columns"><ChoiceGroup form={form} name="pay" kind="radio" legend={t("profile.want.pay")} options={[{ value: "0", text: t("profile.want.payAny") }, ...PAYS.map((yuan) => ({ value: String(yuan), text: t("profile.want.payAt", { yuan: formatCount(yuan) }) })), { value: "other", text: t("profile.want.payOther") }]} /></div>
        <Field form={form} name="minWageYuan" type="number" inputMode="numeric" min={0} step={100} short label={t("profile.want.payYuan")} />
        <fieldset className="choices field"><legend>{t("profile.want.housing")}</legend><Tick form={form} name="needsHousing" label={t("profile.want.needsHousing")} /></fieldset>
        <Button size="big">{t("profile.save")}</Button>
      </form>
    </StepPage>
  );
}

export const ErrorBoundary = PageError;
