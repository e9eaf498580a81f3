import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { readRuleKey } from "#app/data/read-models/rule-book-pages.server.ts";
import { yearOf } from "#app/domain/dates.ts";
import { parameterInForce } from "#app/domain/policy/parameter.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { draftRule } from "#app/usecases/policy/draft-rule.server.ts";
import { requestSimulation } from "#app/usecases/policy/request-simulation.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select, TextArea } from "../ui/components/form.tsx";
import { Fold, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { scopeOptions } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { DraftTable, keyName, RuleRows, RuleTimeline, RuleValueField, typedValue } from "../ui/views/rule-views.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "policy.heading");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { actor, deps } = context;
  const view = found(await readRuleKey(deps, actor, params.key ?? ""));
  const officer = actor !== null && !actor.actingFor && (actor.role === "OFFICER" || actor.role === "ADMIN");
  const regions = officer ? await readRegionOptions(deps.pool) : null;
  return { view, scope: officer ? actor.regionCode : null, regions: regions && { cities: regions.cities, counties: regions.counties } };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const input = { ...values, key: params.key };
  if (values.intent === "simulate") {
    const asked = await requestSimulation(context.deps, actor, { key: params.key, regionCode: values.regionCode || undefined, value: values.value, year: values.year });
    return asked.ok ? redirect(`/policy/simulations/${asked.value.simulationId}`) : { values, problems: asked.problems };
  }
  const result = await draftRule(context.deps, actor, input);
  return result.ok ? redirect(`/policy/drafts/${result.value.draftId}?saved=1`) : { values, problems: result.problems };
}

export default function RuleKey() {
  const { view, scope, regions } = useLoaderData<typeof loader>();
  const current = parameterInForce(view.rows, view.key, { regionCode: scope ?? SHANXI, asOf: view.today }) ?? view.rows[0]!;
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm({ regionCode: scope ?? SHANXI, value: typedValue(view.kind, current.value), validFrom: view.today, certainty: "FOUND", year: String(yearOf(view.today)) });
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const title = keyName(view.key, locale);
  return (
    <>
      <PageHead title={title} crumbs={[{ href: "/policy", text: t("rules.book") }, { text: title }]} />
      <ErrorSummary form={form} />
      <Section title={t("rules.timeline")} says={t("rules.timelineSays")}>
        <figure className="figure"><RuleTimeline rows={view.rows} today={view.today} label={t("rules.chart.label", { key: title })} /><RuleRows rows={view.rows} today={view.today} caption={t("rules.rows")} file={tableFile("policy", { key: view.key })} /></figure>
      </Section>
      {scope !== null && view.drafts.length > 0 && <Section title={t("rules.drafts")}><DraftTable drafts={view.drafts} file={tableFile("rule-drafts", { key: view.key })} /></Section>}
      {scope !== null && regions !== null && (
        <Section title={t("rules.add")} says={t("rules.addSays")}>
          {view.kind === null ? <p className="soft">{t("rules.addNot")}</p> : (
            <form method="post" className="stack">
              <div className={view.kind === "CATEGORIES" ? "stack" : "field-row"}>
                <Select form={form} name="regionCode" label={t("rules.area")} options={scopeOptions(regions, scope, name, t)} />
                <RuleValueField form={form} kind={view.kind} />
              </div>
              <Field form={form} name="documentNumber" label={t("rules.documentNumber")} hint={t("rules.documentHint")} maxLength={80} />
              <div className="field-row">
                <Field form={form} name="article" label={t("rules.article")} short maxLength={4} inputMode="numeric" />
                <Field form={form} name="validFrom" label={t("rules.validFrom")} hint={t("rules.validFromHint")} type="date" short />
              </div>
              <Field form={form} name="source" label={t("rules.source")} maxLength={300} />
              <Select form={form} name="certainty" label={t("rules.certainty")} options={(["CHECKED", "FOUND", "MEMORY"] as const).map((one) => ({ value: one, text: t(`policy.certain.${one}`) }))} short />
              <TextArea form={form} name="note" label={t("rules.note")} rows={2} maxLength={500} />
              <p><Button name="intent" value="draft">{t("rules.submit")}</Button></p>
              {view.movesClaims && (
                <Fold summary={t("rules.sim.what")}>
                  <p className="soft">{t("rules.sim.whatSays")} {t("rules.sim.runSays")}</p>
                  <Field form={form} name="year" label={t("rules.sim.year")} type="number" short />
                  <Button kind="quiet" name="intent" value="simulate">{t("rules.sim.run")}</Button>
                </Fold>
              )}
            </form>
          )}
        </Section>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
