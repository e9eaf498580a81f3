import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { formCounty, readTowns } from "#app/data/read-models/workshop-pages.server.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveWorkshop } from "#app/usecases/workshops/save-workshop.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, Select } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { groupCounties } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { WorkshopForm } from "../ui/views/workshop-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workshops.new", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const county = formCounty(actor, new URL(request.url).searchParams.get("county"));
  const regions = await readRegionOptions(context.deps.pool);
  return { county, scope: workRegion(actor), regions: { cities: regions.cities, counties: regions.counties }, towns: county === null ? [] : await readTowns(context.deps, county) };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const result = await saveWorkshop(context.deps, actor, { name: values.name, townCode: values.townCode, product: values.product, address: values.address });
  return result.ok ? redirect(`/bureau/workshops/${result.value.workshopId}?saved=1`) : { values, problems: result.problems };
}

export default function NewWorkshop() {
  const { county, scope, regions, towns } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("workshops.new")} crumbs={[{ href: "/bureau/workshops", text: t("workshops.title") }, { text: t("workshops.new") }]} />
      <ErrorSummary form={form} />
      {county === null ? (
        <form method="get" className="stack"><Select form={emptyForm()} name="county" label={t("workshops.county")} options={groupCounties(regions.cities, regions.counties.filter((one) => isWithin(one.code, scope)), name).filter((city) => city.options.length > 0)} /><p><Button kind="quiet">{t("workshops.chooseCounty")}</Button></p></form>
      ) : <WorkshopForm form={form} towns={towns} intent="save" />}
    </>
  );
}

export const ErrorBoundary = PageError;
