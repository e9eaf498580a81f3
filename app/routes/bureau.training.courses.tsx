import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readOccupationOptions, readRegionOptions } from "#app/data/read-models/options.server.ts";
import { readTrainingCourses } from "#app/data/read-models/training-bodies.server.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { CERTIFICATE_KINDS, SKILL_LEVELS } from "#app/domain/terms.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { addTrainingCourse } from "#app/usecases/training/plan-classes.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Table } from "../ui/components/records.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatFen } from "../ui/i18n/format.ts";
import { groupCounties, groupOccupations } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { TrainingLinks } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.courses.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [courses, regions, occupations] = await Promise.all([readTrainingCourses(context.deps, actor), readRegionOptions(context.deps.pool), readOccupationOptions(context.deps.pool)]);
  const query = new URL(request.url).searchParams;
  // from a need whose course is not registered yet: what it has to be is filled in, and the way goes back there
  const need = ID_PATTERN.test(query.get("need") ?? "") ? query.get("need") : null;
  const wanted = need === null ? null : { need, countyCode: query.get("county") ?? "", occupationCode: query.get("occupation") ?? "", kind: query.get("kind") ?? "", level: query.get("level") ?? "" };
  return { courses, occupations, cities: regions.cities, counties: regions.counties.filter((one) => isWithin(one.code, workRegion(actor))), wanted, saved: query.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await addTrainingCourse(context.deps, actor, values);
  const need = String(values.need ?? "");
  return result.ok ? redirect(ID_PATTERN.test(need) ? `/bureau/training/needs/${need}?fill=1` : "/bureau/training/courses?saved=1") : { values, problems: result.problems };
}

export default function TrainingCourses() {
  const { courses, occupations, cities, counties, wanted, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm(wanted ?? {});
  const need = String(form.values.need ?? "");
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("training.courses.title")} crumbs={[{ href: "/bureau/training", text: t("training.title") }, { text: t("training.courses.title") }]}><TrainingLinks /></PageHead>
      <ErrorSummary form={form} />
      {saved && !sent && <Notice><p>{t("training.page.saved")}</p></Notice>}
      {courses.length === 0 ? <p className="soft">{t("training.courses.none")}</p> : (
        <Table dense cards file={tableFile("training-courses")} caption={t("training.courses.title")} rows={courses} rowKey={(one) => one.id} columns={[
          { key: "title", head: t("training.courses.name"), rowHead: true, cell: (one) => one.title },
          { key: "county", head: t("training.courses.county"), cell: (one) => name(one.county) },
          { key: "occupation", head: t("training.courses.occupation"), cell: (one) => name(one.occupation) },
          { key: "kind", head: t("training.courses.kind"), cell: (one) => t(`terms.certificateKind.${one.kind}`) },
          { key: "level", head: t("training.courses.level"), cell: (one) => (one.level ? t(`terms.skillLevel.${one.level}`) : t("training.courses.noLevel")) },
          { key: "hours", head: t("training.courses.hours"), number: true, cell: (one) => formatCount(one.hours) },
          { key: "cost", head: t("training.courses.cost"), number: true, cell: (one) => formatFen(one.costFen) },
        ]} />
      )}
      <div className="section"><Fold summary={t("training.courses.add")} open={sent !== undefined || wanted !== null}>
        <form method="post" className="stack">
          {need !== "" && <input type="hidden" name="need" value={need} />}
          <Field form={form} name="title" label={t("training.courses.name")} maxLength={80} />
          <Select form={form} name="countyCode" label={t("training.courses.county")} options={groupCounties(cities, counties, name).filter((city) => city.options.length > 0)} />
          <Select form={form} name="occupationCode" label={t("training.courses.occupation")} options={groupOccupations(occupations, name)} />
          <Select form={form} name="kind" label={t("training.courses.kind")} empty={t("common.none")} options={CERTIFICATE_KINDS.map((value) => ({ value, text: t(`terms.certificateKind.${value}`) }))} />
          <Select form={form} name="level" label={t("training.courses.level")} empty={t("training.courses.noLevel")} options={SKILL_LEVELS.map((value) => ({ value, text: t(`terms.skillLevel.${value}`) }))} />
          <Field form={form} name="hours" label={t("training.courses.hours")} type="number" inputMode="numeric" short min={1} max={2000} />
          <Field form={form} name="costYuan" label={t("training.courses.cost")} inputMode="decimal" short maxLength={20} />
          <p><Button>{t("training.courses.submit")}</Button></p>
        </form>
      </Fold></div>
    </>
  );
}

export const ErrorBoundary = PageError;
