import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBodyRating } from "#app/data/read-models/training-bodies.server.ts";
import { readBodyClasses } from "#app/data/read-models/training-classes.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { planTrainingClass } from "#app/usecases/training/plan-classes.server.ts";
import { Bars } from "../ui/charts/bars.tsx";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Facts, Fold, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatPercent } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { PlanForm } from "../ui/views/training/plan-form.tsx";
import { Rated } from "../ui/views/training/rating.tsx";
import { ClassTag, Leads, Range } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.operator.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OPERATOR"]);
  const own = await readBodyClasses(context.deps, actor);
  return { own, rating: own && (await readBodyRating(context.deps, own.body.id)), entryKey: context.deps.newId() };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OPERATOR"]);
  const values = formValues(await readForm(request));
  const result = await planTrainingClass(context.deps, actor, values);
  return result.ok ? redirect(`/operator/training/classes/${result.value.classId}?saved=1`) : { values, problems: result.problems };
}

export default function OperatorTraining() {
  const { own, rating, entryKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  if (!own || !rating) return <><PageHead title={t("training.operator.title")} /><EmptyState title={t("training.operator.noBody")} /></>;
  const form = sent ?? emptyForm({ entryKey, funds: "PUBLIC" });
  const steps = [
    { key: "passed", label: t("training.bodies.passed"), part: rating.passed, whole: rating.assessed }, { key: "certified", label: t("training.bodies.certified"), part: rating.certified, whole: rating.assessed },
    { key: "employed", label: t("training.bodies.employed", { days: rating.days }), part: rating.employed, whole: rating.looked },
  ];
  const told = steps.filter((one) => one.whole >= rating.least);
  return (
    <>
      <PageHead title={own.body.name} lead={t("training.operator.says")} />
      <ErrorSummary form={form} />
      <Facts rows={[
        [t("training.bodies.validUntil"), formatDay(own.body.validUntil, locale)], [t("training.bodies.mayAssess"), t(own.body.mayAssess ? "training.bodies.yes" : "training.bodies.no")],
        [t("training.issuer.label"), own.body.issuer ?? t("training.certificate.untied")],
      ]} />
      <Section title={t("training.list.title")}>
        {own.classes.length === 0 ? <p className="soft">{t("training.operator.none")}</p> : (
          <Table dense cards caption={t("training.list.title")} rows={own.classes} rowKey={(one) => one.id} columns={[
            { key: "course", head: t("training.list.course"), rowHead: true, cell: (one) => <span><a href={`/operator/training/classes/${one.id}`}>{one.title}</a><br /><span className="soft"><Leads of={one} /></span></span> },
            { key: "place", head: t("training.list.place"), cell: (one) => <>{name(one.county)} {one.place}</> },
            { key: "days", head: t("training.list.days"), cell: (one) => <Range from={one.startsOn} to={one.lastOn} /> },
            { key: "taken", head: t("training.list.taken"), number: true, cell: (one) => `${formatCount(one.taken)} / ${formatCount(one.places)}` },
            { key: "waiting", head: t("training.list.waiting"), number: true, cell: (one) => formatCount(one.waiting) },
            { key: "state", head: t("training.list.state"), cell: (one) => <ClassTag state={one.state} /> },
          ]} />
        )}
      </Section>
      <div className="section"><Fold summary={t("training.plan.title")} open={sent !== undefined}>
        {own.courses.length === 0 ? <p className="soft">{t("training.operator.noCourses")}</p> : <PlanForm form={form} entryKey={entryKey} courses={own.courses} bodies={[own.body]} />}
      </Fold></div>
      <Section title={t("training.operator.rating")} says={t("training.rating.least", { n: formatCount(rating.least) })}>
        {told.length > 0 && <Bars label={t("training.operator.rating")} most={1} bars={told.map((one) => ({ key: one.key, label: one.label, value: one.part / one.whole, text: formatPercent(one.part / one.whole, 0) }))} />}
        <div className="notice-after"><Table dense cards caption={t("training.operator.rating")} rows={steps} rowKey={(one) => one.key} columns={[
          { key: "step", head: t("training.rating.step"), rowHead: true, cell: (one) => one.label },
          { key: "share", head: t("training.rating.ofAll"), number: true, cell: (one) => <Rated part={one.part} whole={one.whole} least={rating.least} href={null} /> },
        ]} /></div>
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
