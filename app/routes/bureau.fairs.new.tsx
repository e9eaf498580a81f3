import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readDriveChoices } from "#app/data/read-models/fairs.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { planFair } from "#app/usecases/fairs/plan-fair.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, Select } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { scopeOptions } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { FairFields } from "../ui/views/fair/plan-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.bureau.plan", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [drives, regions] = await Promise.all([readDriveChoices(context.deps, actor), readRegionOptions(context.deps.pool)]);
  return { drives, regions, scope: actor.regionCode ?? "", entryKey: context.deps.newId() };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await planFair(context.deps, actor, values);
  return result.ok ? redirect(`/bureau/fairs/${result.value.fairId}?saved=1`) : { values, problems: result.problems };
}

export default function NewFair() {
  const { drives, regions, scope, entryKey } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ regionCode: scope, kind: "ON_SITE", booths: "30" });
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("fairs.bureau.plan")} lead={t("fairs.bureau.submitSays")} crumbs={[{ href: "/bureau/fairs", text: t("fairs.bureau.title") }, { text: t("fairs.bureau.plan") }]} />
      <ErrorSummary form={form} />
      <form method="post" className="stack">
        <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? entryKey)} />
        <Select form={form} name="regionCode" label={t("fairs.bureau.home")} options={scopeOptions(regions, scope, name, t)} />
        <FairFields form={form} drives={drives.map((one) => ({ value: one.id, text: one.name }))} />
        <p><Button>{t("fairs.bureau.submit")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
