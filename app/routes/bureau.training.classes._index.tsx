import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readClassChoices, readTrainingClasses } from "#app/data/read-models/training-classes.server.ts";
import { CLASS_STATES } from "#app/domain/training/class-steps.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { planTrainingClass } from "#app/usecases/training/plan-classes.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, Select } from "../ui/components/form.tsx";
import { EmptyState, Fold, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Table } from "../ui/components/records.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { PlanForm } from "../ui/views/training/plan-form.tsx";
import { ClassTag, Leads, Range, TrainingLinks } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.list.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [list, choices] = await Promise.all([readTrainingClasses(context.deps, actor, new URL(request.url).searchParams), readClassChoices(context.deps, actor)]);
  return { ...list, choices, entryKey: context.deps.newId() };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await planTrainingClass(context.deps, actor, values);
  return result.ok ? redirect(`/bureau/training/classes/${result.value.classId}?saved=1`) : { values, problems: result.problems };
}

export default function TrainingClasses() {
  const { classes, total, page, pages, filters, choices, entryKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm({ entryKey, funds: "PUBLIC" });
  const t = useT();
  const name = useName();
  const asked = Object.entries(filters).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]));
  const narrowed = filters.year !== null || filters.county !== null || filters.help !== null;
  return (
    <>
      <PageHead title={t("training.list.title")} crumbs={[{ href: "/bureau/training", text: t("training.title") }, { text: t("training.list.title") }]}><TrainingLinks /></PageHead>
      <ErrorSummary form={form} />
      <form method="get" className="stack">
        {asked.filter(([key]) => key !== "state").map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />)}
        <Select form={emptyForm({ state: filters.state ?? "" })} name="state" label={t("training.list.state")} empty={t("training.list.all")} options={CLASS_STATES.map((value) => ({ value, text: t(`training.state.${value}`) }))} short />
        <p><Button kind="quiet">{t("training.list.filter")}</Button></p>
      </form>
      {narrowed && <p className="notice-after">{t("training.list.finishedOnly")} <a href="/bureau/training/classes">{t("training.list.reset")}</a></p>}
      <p className="notice-after"><strong>{t("training.list.total", { n: formatCount(total) })}</strong></p>
      {classes.length === 0 ? <EmptyState title={t("training.list.none")} /> : (
        <Table dense cards file={tableFile("training-classes", Object.fromEntries(asked) as Record<string, string>)} caption={t("training.list.title")} rows={classes} rowKey={(one) => one.id} columns={[
          { key: "course", head: t("training.list.course"), rowHead: true, cell: (one) => <span><a href={`/bureau/training/classes/${one.id}`}>{one.title}</a><br /><span className="soft"><Leads of={one} /></span></span> },
          { key: "place", head: t("training.list.place"), cell: (one) => <>{name(one.county)} {one.place}</> },
          { key: "body", head: t("training.list.body"), cell: (one) => one.body },
          { key: "days", head: t("training.list.days"), cell: (one) => <Range from={one.startsOn} to={one.lastOn} /> },
          { key: "taken", head: t("training.list.taken"), number: true, cell: (one) => `${formatCount(one.taken)} / ${formatCount(one.places)}` },
          { key: "waiting", head: t("training.list.waiting"), number: true, cell: (one) => formatCount(one.waiting) },
          { key: "state", head: t("training.list.state"), cell: (one) => <ClassTag state={one.state} /> },
        ]} />
      )}
      <Pagination page={page} pages={pages} href={(next) => `/bureau/training/classes?${new URLSearchParams([...asked.map(([key, value]) => [key!, value!]), ["page", String(next)]])}`} />
      <div className="section"><Fold summary={t("training.plan.title")} open={sent !== undefined}>
        {choices.courses.length === 0 || choices.bodies.length === 0 ? <p className="soft">{t("training.plan.noChoices")}</p> : (
          <PlanForm form={form} entryKey={entryKey} courses={choices.courses} bodies={choices.bodies} />
        )}
      </Fold></div>
    </>
  );
}

export const ErrorBoundary = PageError;
