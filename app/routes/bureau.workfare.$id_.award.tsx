import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAwardForm } from "#app/data/read-models/workfare-forms.server.ts";
import { AWARD_KINDS } from "#app/domain/workfare/terms.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { awardProject } from "#app/usecases/workfare/award-project.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, Field, type FormState, Select, TextArea, Tick } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatFen } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { policyValue } from "../ui/policy-value.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.award.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { view: found(await readAwardForm(context.deps, actor, params.id ?? "")), today: context.deps.clock.today() };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await awardProject(context.deps, actor, { ...values, projectId: params.id });
  if (!result.ok && result.problems.some((one) => one.code === "not-found" || one.field === "projectId")) throw new Response(null, { status: 404 });
  return result.ok ? redirect(`/bureau/workfare/${params.id}?done=saved`) : { values, problems: result.problems };
}

export default function AwardWorks() {
  const { view, today } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ kind: "TENDER", awardedOn: today });
  const t = useT();
  const locale = useLocale();
  const { project, rules } = view;
  const team = view.deepPoverty && rules.deepPoor !== null;
  return (
    <>
      <PageHead title={t("workfare.award.title")} crumbs={[{ href: "/bureau/workfare", text: t("workfare.title") }, { href: `/bureau/workfare/${project.id}`, text: project.name }, { text: t("workfare.award.title") }]} />
      <ErrorSummary form={form} />
      {project.award !== null ? (
        <>
          <Notice><p>{t("errors.awarded-already")}</p></Notice>
          <Facts rows={[
            [t("workfare.award.kind"), t(`workfare.award.kinds.${project.award.kind}`)], [t("workfare.award.contractor"), project.award.employerName], [t("workfare.award.amount"), `${formatFen(project.award.amountFen)} ${t("workfare.yuan")}`],
            [t("workfare.award.on"), formatDay(project.award.awardedOn, locale)], [t("workfare.award.document"), project.award.documentRef],
          ]} />
        </>
      ) : (
        <>
          <Facts rows={[
            [t("workfare.award.mayTeam"), team ? t("common.aside", { text: t("workfare.award.yes"), aside: rules.deepPoor?.documentNumber ?? t("workfare.floors.article", { n: rules.deepPoor?.article ?? "" }) }) : t(view.deepPoverty ? "workfare.award.teamOver" : "workfare.award.teamNotDeep")],
            rules.smallWorks !== null && [t("workfare.award.maySmall"), t("common.aside", { text: policyValue(rules.smallWorks, locale), aside: rules.smallWorks.documentNumber ?? rules.smallWorks.source })],
            [t("workfare.list.funds"), `${formatFen(view.fundsFen)} ${t("workfare.yuan")}`],
            [t("workfare.form.approvedOn"), formatDay(project.approvedOn, locale)],
          ]} />
          <form method="post" className="stack section">
            <ChoiceGroup form={form} name="kind" kind="radio" legend={t("workfare.award.kind")} options={AWARD_KINDS.map((one) => ({ value: one, text: t(`workfare.award.kinds.${one}`), hint: t(`workfare.award.kindSays.${one}`) }))} />
            <Select form={form} name="employerId" label={t("workfare.award.contractor")} empty={t("workfare.award.noUnit")} options={view.contractors.map((one) => ({ value: one.id, text: one.name }))} />
            <Field form={form} name="teamName" label={t("workfare.award.teamName")} hint={t("workfare.award.teamNameHint")} maxLength={80} />
            <Tick form={form} name="specialTeam" label={t("workfare.award.isTeam")} hint={rules.localShare === null ? undefined : t("workfare.award.isTeamHint", { share: policyValue(rules.localShare, "zh") })} />
            <div className="field-row">
              <Field form={form} name="teamSize" type="number" min={0} label={t("workfare.award.teamSize")} />
              <Field form={form} name="teamLocal" type="number" min={0} label={t("workfare.award.teamLocal")} />
            </div>
            <div className="field-row">
              <Field form={form} name="amountYuan" inputMode="decimal" label={t("workfare.award.amount")} />
              <Field form={form} name="awardedOn" type="date" label={t("workfare.award.on")} />
            </div>
            <Field form={form} name="documentRef" label={t("workfare.award.document")} hint={t("workfare.award.documentHint")} maxLength={120} />
            <TextArea form={form} name="reason" rows={4} maxLength={500} label={t("workfare.award.reason")} hint={t("workfare.award.reasonHint")} />
            <p><Button>{t("workfare.award.save")}</Button></p>
          </form>
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
