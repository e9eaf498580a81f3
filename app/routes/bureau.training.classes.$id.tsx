import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTrainingClass } from "#app/data/read-models/training-classes.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { prepareAllowances, settleAllowances } from "#app/usecases/training/allowance-sheets.server.ts";
import { assessTrainee } from "#app/usecases/training/assess.server.ts";
import { enrolForTraining, withdrawFromTraining } from "#app/usecases/training/enrol.server.ts";
import { takeClassStep } from "#app/usecases/training/take-class-step.server.ts";
import { emptyForm, ErrorSummary, Field, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatFen } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { AssessForm, ClassPeople } from "../ui/views/training/people.tsx";
import { AllowanceSheet } from "../ui/views/training/sheet.tsx";
import { ClassTag, Leads, Range } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.list.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { page: found(await readTrainingClass(context.deps, actor, params.id ?? "")), today: context.deps.clock.today(), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const { deps } = context;
  const classId = params.id ?? "";
  found(await readTrainingClass(deps, actor, classId));
  const [enrolmentId, version] = String(values.trainee ?? "").split(":");
  const result = await (() => {
    switch (values.intent) {
      case "enrol": return enrolForTraining(deps, actor, { ...values, classId });
      case "withdraw": return withdrawFromTraining(deps, actor, values);
      case "assess": return assessTrainee(deps, actor, { ...values, enrolmentId, version });
      case "prepare": return prepareAllowances(deps, actor, { classId });
      case "check": return settleAllowances(deps, actor, { classId, version: values.version, to: "CHECKED" });
      case "pay": return settleAllowances(deps, actor, { classId, version: values.version, to: "PAID" });
      default: return takeClassStep(deps, actor, { classId, version: values.version, to: values.intent, reason: values.reason });
    }
  })();
  if (!result.ok && result.problems.some((one) => one.code === "not-found" || one.field === "enrolmentId" || one.field === "classId")) throw new Response(null, { status: 404 });
  return result.ok ? redirect(`/bureau/training/classes/${classId}?saved=1`) : { values, problems: result.problems };
}

export default function TrainingClassPage() {
  const { page, today, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const steps = page.steps.filter((one) => one !== "CANCELLED");
  return (
    <>
      <PageHead title={page.title} lead={<><Leads of={page} /> · {name(page.county)}</>} crumbs={[{ href: "/bureau/training", text: t("training.title") }, { href: "/bureau/training/classes", text: t("training.list.title") }, { text: page.title }]}>
        <p className="tags notice-after"><ClassTag state={page.state} /></p>
      </PageHead>
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("training.page.saved")}</p></Notice>}
      {page.reason !== null && page.state === "CANCELLED" && <Notice><p>{t("training.page.cancelled", { reason: page.reason })}</p></Notice>}
      <Facts rows={[
        [t("training.list.body"), page.body], [t("training.list.place"), page.place], [t("training.list.days"), <Range key="days" from={page.startsOn} to={page.lastOn} />], [t("training.page.hours"), t("training.page.hoursValue", { n: formatCount(page.hours) })],
        [t("training.plan.funds"), t(page.publicFunds ? "training.plan.PUBLIC" : "training.plan.OTHER")], [t("training.courses.cost"), formatFen(page.costFen)], [t("training.page.teacher"), page.teacherMasked],
        [t("training.list.taken"), `${formatCount(page.taken)} / ${formatCount(page.places)}`],
      ]} />
      {page.state === "OPEN" && today < page.openToAll && <p className="soft notice-after">{t("training.page.first", { day: formatDay(page.openToAll, locale) })}</p>}
      {page.state === "RUNNING" && <p className="notice-after"><LinkButton href={`/bureau/training/classes/${page.id}/attendance`} kind="quiet">{t("training.page.attendance")}</LinkButton></p>}
      {page.steps.length > 0 && (
        <Section title={t("training.page.next")}>
          <form method="post" className="stack">
            <input type="hidden" name="version" value={page.version} />
            {page.steps.includes("CANCELLED") && <Field form={sent?.values.intent === "CANCELLED" ? sent : emptyForm()} name="reason" label={t("training.page.reason")} maxLength={200} />}
            <p className="tags">
              {steps.map((to) => <button key={to} className="button" type="submit" name="intent" value={to}>{t(`training.step.${to}`)}</button>)}
              {page.steps.includes("CANCELLED") && <button className="button danger" type="submit" name="intent" value="CANCELLED">{t("training.step.CANCELLED")}</button>}
            </p>
          </form>
        </Section>
      )}
      <ClassPeople page={page} sent={sent} />
      <AssessForm page={page} sent={sent} today={today} />
      <AllowanceSheet page={page} />
    </>
  );
}

export const ErrorBoundary = PageError;
