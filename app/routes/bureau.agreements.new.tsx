import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { signAgreement } from "#app/usecases/agreements/sign-agreement.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select, TextArea } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { scopeOptions, workplaceOptions } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.agreement.new", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { regions: await readRegionOptions(context.deps.pool), scope: actor.regionCode ?? "", entryKey: context.deps.newId() };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await signAgreement(context.deps, actor, values);
  return result.ok ? redirect(`/bureau/agreements/${result.value.agreementId}?saved=1`) : { values, problems: result.problems };
}

export default function NewAgreement() {
  const { regions, scope, entryKey } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ homeCode: scope });
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("dispatch.agreement.new")} crumbs={[{ href: "/bureau/agreements", text: t("dispatch.agreement.title") }, { text: t("dispatch.agreement.new") }]} />
      <ErrorSummary form={form} />
      <form method="post" className="stack">
        <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? entryKey)} />
        <Select form={form} name="homeCode" label={t("dispatch.agreement.home")} options={scopeOptions(regions, scope, name, t)} />
        <Select form={form} name="partnerCode" label={t("dispatch.agreement.partnerPlace")} options={workplaceOptions(regions, name, t)} empty={t("dispatch.none")} />
        <Field form={form} name="partnerBody" label={t("dispatch.agreement.partnerBody")} maxLength={120} />
        <Field form={form} name="number" label={t("dispatch.agreement.number")} maxLength={80} />
        <Field form={form} name="signedOn" label={t("dispatch.agreement.signedOn")} type="date" short />
        <Field form={form} name="validFrom" label={t("dispatch.agreement.validFrom")} type="date" short />
        <Field form={form} name="validUntil" label={t("dispatch.agreement.validUntil")} type="date" short />
        <Field form={form} name="people" label={t("dispatch.agreement.people")} type="number" inputMode="numeric" short min={1} />
        <TextArea form={form} name="weGive" label={t("dispatch.agreement.weGive")} rows={3} maxLength={500} />
        <TextArea form={form} name="theyGive" label={t("dispatch.agreement.theyGive")} rows={3} maxLength={500} />
        <Field form={form} name="contactName" label={t("dispatch.agreement.contactName")} maxLength={40} />
        <Field form={form} name="contactPhone" label={t("dispatch.agreement.contactPhone")} maxLength={20} />
        <p><Button>{t("dispatch.agreement.submit")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
