import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { readRegisterPlaces } from "#app/data/read-models/register-form.server.ts";
import { readQuotas } from "#app/data/read-models/welfare-quotas.server.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { setWelfareFund } from "#app/usecases/welfare/set-fund.server.ts";
import { setWelfareQuota } from "#app/usecases/welfare/set-quota.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { FundForm, FundTable, QuotaForm, QuotaTable } from "../ui/views/welfare/quotas.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.quotas.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN", "AGENT"]);
  const query = new URL(request.url).searchParams;
  const scope = workRegion(actor);
  const year = yearIn(query, context.deps.clock.today());
  const [lists, places, regions] = await Promise.all([readQuotas(context.deps, actor, year), readRegisterPlaces(context.deps.pool, scope, query.get("in")), readRegionOptions(context.deps.pool)]);
  return { ...lists, year, places, counties: regions.counties.filter((one) => isWithin(one.code, scope)), mayChange: actor.role !== "AGENT" && scope.length === 6, saved: query.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = values.intent === "fund" ? await setWelfareFund(context.deps, actor, values) : await setWelfareQuota(context.deps, actor, values);
  if (!result.ok) {
    // what stands has been shown: the same form sent again changes it
    const stands = result.problems.find((one) => one.code === "fund-stands" || one.code === "quota-stands");
    return { values: stands ? { ...values, version: String(stands.params?.version) } : values, problems: result.problems };
  }
  const query = new URL(request.url).searchParams;
  return redirect(`/bureau/welfare/quotas?${new URLSearchParams({ ...Object.fromEntries([...query].filter(([key]) => key === "in" || key === "year")), saved: "1" })}`);
}

export default function WelfareQuotas() {
  const { funds, quotas, year, places, counties, mayChange, saved } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("welfare.quotas.heading", { year })} lead={t("welfare.quotas.says")} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { text: t("welfare.quotas.title") }]} />
      {saved && form.problems.length === 0 && <Notice><p>{t("welfare.quotas.saved")}</p></Notice>}
      <ErrorSummary form={form} />
      <Section title={t("welfare.quotas.quotas")}>
        {quotas.length === 0 ? <p className="soft">{t("welfare.quotas.noQuotas")}</p> : <QuotaTable quotas={quotas} file={tableFile("welfare-quotas", { year })} />}
      </Section>
      <Section title={t("welfare.quotas.funds")}>
        {funds.length === 0 ? <p className="soft">{t("welfare.quotas.noFunds")}</p> : <FundTable funds={funds} file={tableFile("welfare-funds", { year })} />}
      </Section>
      {mayChange && <FundForm form={form} year={year} counties={counties} />}
      {mayChange && funds.length > 0 && <QuotaForm form={form} funds={funds} places={places} year={year} />}
    </>
  );
}

export const ErrorBoundary = PageError;
