import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readWelfareCase } from "#app/data/read-models/welfare-case.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { setCaseAccount } from "#app/usecases/bank-accounts/set-case-account.server.ts";
import { takeWelfareStep } from "#app/usecases/welfare/take-step.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { AccountForm } from "../ui/views/welfare/account.tsx";
import { CaseChecks, CaseFacts, CaseHistory, CasePays, CasePlans, NextLine } from "../ui/views/welfare/case.tsx";
import { StepForms } from "../ui/views/welfare/steps.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.case.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN", "AGENT"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { view: found(await readWelfareCase(context.deps, actor, params.id ?? "")), officer: actor.role === "OFFICER", today: context.deps.clock.today(), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  if (values.intent === "account") {
    const set = await setCaseAccount(context.deps, actor, { ...values, caseId: params.id });
    orNotFound(set, "caseId");
    return set.ok ? redirect(`/bureau/welfare/cases/${params.id}?saved=1`) : { values: { intent: "account", bankName: values.bankName, ownName: values.ownName }, problems: set.problems };
  }
  const result = await takeWelfareStep(context.deps, actor, { ...values, caseId: params.id });
  orNotFound(result, "caseId");
  return result.ok ? redirect(`/bureau/welfare/cases/${params.id}?saved=1`) : { values, problems: result.problems };
}

export default function WelfareCasePage() {
  const { view, officer, today, saved } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const heading = t("welfare.case.heading", { name: view.person.nameMasked, title: view.post.title });
  return (
    <>
      <PageHead title={heading} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { href: `/bureau/welfare/posts/${view.post.id}`, text: view.post.title }, { text: view.person.nameMasked }]}>
        <p className="tags notice-after"><Tag tone={view.state === "IN_POST" ? "pine" : "loess"}>{t(`welfare.state.${view.state}`)}</Tag></p>
        <NextLine view={view} />
      </PageHead>
      {saved && form.problems.length === 0 && <Notice><p>{t("welfare.case.saved")}</p></Notice>}
      {view.leftInLedger && <Notice kind="counted"><p>{t("welfare.case.leftInLedger")}</p></Notice>}
      <ErrorSummary form={form} />
      {view.acts.length > 0 && <section className="panel"><h2>{t("welfare.case.next")}</h2><StepForms view={view} form={form} today={today} /></section>}
      <Section title={t("welfare.desk.post")}><CaseFacts view={view} /></Section>
      {officer && <AccountForm form={form} seen={view.person.accountId ?? ""} />}
      <p className="chips notice-after"><a href={`/bureau/people/${view.person.id}/days`}>{t("welfare.case.days")}</a>{view.placementId && <a href={`/placements/${view.placementId}`}>{t("welfare.case.ledger")}</a>}</p>
      <CaseChecks view={view} />
      {(view.state === "IN_POST" || view.plans.length > 0) && <CasePlans plans={view.plans} />}
      <CasePays pays={view.pays} caseId={view.id} />
      <CaseHistory events={view.events} />
    </>
  );
}

export const ErrorBoundary = PageError;
