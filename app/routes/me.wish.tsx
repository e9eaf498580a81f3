import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyWork } from "#app/data/read-models/my-work.server.ts";
import { readOccupationOptions } from "#app/data/read-models/options.server.ts";
import { formValues, found, ownPath, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { updateWish } from "#app/usecases/persons/update-wish.server.ts";
import { Button, ErrorSummary, Field, type FormState, Select, Tick } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { groupOccupations } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "me.wishForm.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const [mine, occupations] = await Promise.all([readMyWork(context.deps, actor.personId ?? ""), readOccupationOptions(context.deps.pool)]);
  const { wish } = found(mine);
  const values: FormState["values"] = {
    seeking: (wish?.seeking ?? true) ? "on" : "", occupationCodes: wish?.occupationCodes ?? [], minWageYuan: String(Math.round((wish?.minWageFen ?? 0) / 100)),
    needsHousing: wish?.needsHousing ? "on" : "", maxDistanceKm: wish?.maxDistanceKm ? String(wish.maxDistanceKm) : "", willInProvince: (wish?.willInProvince ?? true) ? "on" : "",
    willOutOfProvince: wish?.willOutOfProvince ? "on" : "", willOverseas: wish?.willOverseas ? "on" : "", availableFrom: wish?.availableFrom ?? context.deps.clock.today(),
  };
  return { values, occupations, fresh: new URL(request.url).searchParams.has("new"), to: ownPath(new URL(request.url).searchParams.get("to"), "") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<FormState & { saved: boolean }> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const sent = await readForm(request);
  const values: FormState["values"] = { ...formValues(sent), occupationCodes: sent.getAll("occupationCodes").map(String) };
  const result = await updateWish(context.deps, actor, { ...values, seeking: values.seeking ?? false });
  return { values, problems: result.ok ? [] : result.problems, saved: result.ok };
}

export default function Wish() {
  const { values, occupations, fresh, to } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const form: FormState = sent ?? { values, problems: [] };
  const t = useT();
  const name = useName();
  const options = groupOccupations(occupations, name);
  const chosen = ([] as string[]).concat(form.values.occupationCodes ?? []);
  return (
    <>
      <PageHead title={t("me.wishForm.heading")} crumbs={[{ href: "/me", text: t("me.title") }, { text: t("me.wishForm.title") }]} />
      {fresh && !sent && <Notice><p>{t("account.register.welcome")}</p></Notice>}
      {sent?.saved && <Notice><p>{t("me.wishForm.saved")} {to.startsWith("/jobs/") && <><a href={to}>{t("account.register.backToPost")}</a> · </>}<a href="/me/matches">{t("account.register.seeMatches")}</a></p></Notice>}
      <ErrorSummary form={form} />
      <form method="post" className="notice-after">
        <Tick form={form} name="seeking" label={t("me.wishForm.seeking")} hint={t("me.wishForm.seekingHint")} />
        <fieldset className="choices field">
          <legend id="occupationCodes">{t("me.wishForm.trades")}</legend>
          <span className="hint">{t("me.wishForm.tradesHint")}</span>
          {[0, 1, 2].map((index) => (
            <Select key={index} form={index === 0 ? form : { ...form, problems: [] }} id={`occupation-${index}`} name="occupationCodes" label={t("me.wishForm.trade", { n: index + 1 })} options={options} empty={t("common.none")} value={chosen[index] ?? ""} />
          ))}
        </fieldset>
        <div className="field-row field">
          <Field form={form} name="minWageYuan" type="number" inputMode="numeric" min={0} step={100} short label={t("me.wishForm.wage")} hint={t("me.wishForm.wageHint")} />
          <Field form={form} name="maxDistanceKm" type="number" inputMode="numeric" min={1} short label={t("me.wishForm.distance")} hint={t("me.wishForm.distanceHint")} />
          <Field form={form} name="availableFrom" type="date" short label={t("me.wishForm.from")} />
        </div>
        <fieldset className="choices field">
          <legend>{t("me.wishForm.willing")}</legend>
          <p className="hint">{t("me.wishForm.inCounty")}</p>
          <Tick form={form} name="willInProvince" label={t("me.wishForm.inProvince")} />
          <Tick form={form} name="willOutOfProvince" label={t("me.wishForm.outOfProvince")} />
          <Tick form={form} name="willOverseas" label={t("me.wishForm.overseas")} />
        </fieldset>
        <div className="field"><Tick form={form} name="needsHousing" label={t("me.wishForm.housing")} /></div>
        <p className="notice-after"><Button size="big">{t("me.wishForm.save")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
