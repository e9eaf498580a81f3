import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readDispatchChoices } from "#app/data/read-models/dispatch-pages.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { planDispatch } from "#app/usecases/dispatches/plan-dispatch.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select, TextArea } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { scopeOptions, workplaceOptions } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.plan.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [choices, regions] = await Promise.all([readDispatchChoices(context.deps, actor), readRegionOptions(context.deps.pool)]);
  return { choices, regions, scope: actor.regionCode ?? "", entryKey: context.deps.newId() };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await planDispatch(context.deps, actor, values);
  return result.ok ? redirect(`/bureau/dispatches/${result.value.dispatchId}?saved=1`) : { values, problems: result.problems };
}

export default function NewDispatch() {
  const { choices, regions, scope, entryKey } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ homeCode: scope, fare: "PUBLIC", vehicle: "BUS", capacity: "50" });
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("dispatch.plan.title")} crumbs={[{ href: "/bureau/dispatches", text: t("dispatch.list.title") }, { text: t("dispatch.plan.title") }]} />
      <ErrorSummary form={form} />
      <form method="post" className="stack">
        <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? entryKey)} />
        <Select form={form} name="homeCode" label={t("dispatch.plan.home")} options={scopeOptions(regions, scope, name, t)} />
        <Select form={form} name="destinationCode" label={t("dispatch.plan.place")} empty={t("dispatch.none")} options={workplaceOptions(regions, name, t)} />
        <Field form={form} name="destination" label={t("dispatch.plan.destination")} hint={t("dispatch.plan.destinationHint")} maxLength={120} />
        <Select form={form} name="agreementId" label={t("dispatch.plan.agreement")} empty={t("dispatch.plan.noAgreement")} options={choices.agreements.map((one) => ({ value: one.id, text: `${one.number} ${one.partnerBody}` }))} />
        <Select form={form} name="stationId" label={t("dispatch.plan.station")} empty={t("dispatch.plan.noStation")} options={choices.stations.map((one) => ({ value: one.id, text: one.name }))} />
        <TextArea form={form} name="posts" label={t("dispatch.plan.posts")} hint={t("dispatch.plan.postsHint")} rows={2} maxLength={2000} />
        <Select form={form} name="vehicle" label={t("dispatch.plan.vehicle")} options={(["BUS", "TRAIN"] as const).map((value) => ({ value, text: t(`dispatch.vehicle.${value}`) }))} short />
        <Field form={form} name="plate" label={t("dispatch.plan.plate")} maxLength={20} short />
        <Field form={form} name="capacity" label={t("dispatch.plan.capacity")} type="number" inputMode="numeric" short min={1} />
        <Field form={form} name="gatherPlace" label={t("dispatch.plan.gatherPlace")} maxLength={120} />
        <Field form={form} name="gatherAt" label={t("dispatch.plan.gatherAt")} type="datetime-local" short />
        <Field form={form} name="departsAt" label={t("dispatch.plan.departsAt")} type="datetime-local" short />
        <Field form={form} name="arrivesAt" label={t("dispatch.plan.arrivesAt")} type="datetime-local" short />
        <Field form={form} name="escortName" label={t("dispatch.plan.escortName")} maxLength={40} short />
        <Field form={form} name="escortPhone" label={t("dispatch.plan.escortPhone")} maxLength={20} short />
        <Select form={form} name="escortUserId" label={t("dispatch.plan.escortUser")} empty={t("dispatch.plan.noEscortUser")} options={choices.escorts.map((one) => ({ value: one.id, text: `${one.displayName} ${one.username}` }))} />
        <Field form={form} name="driverName" label={t("dispatch.plan.driverName")} maxLength={40} short />
        <Field form={form} name="driverPhone" label={t("dispatch.plan.driverPhone")} maxLength={20} short />
        <Select form={form} name="fare" label={t("dispatch.plan.fare")} options={(["PUBLIC", "OWN"] as const).map((value) => ({ value, text: t(`dispatch.plan.${value}`) }))} short />
        <p><Button>{t("dispatch.plan.submit")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
