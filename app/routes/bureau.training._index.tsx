import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readTrainingFigures } from "#app/data/read-models/training-figures.server.ts";
import { FIGURE_VIEWS } from "#app/domain/training/count.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { BarAgainstGoal } from "../ui/charts/bar-against-goal.tsx";
import { Bars } from "../ui/charts/bars.tsx";
import { Button, emptyForm, Select } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Stat, Table } from "../ui/components/records.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatMonth, formatPercent } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { TrainingLinks } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  return readTrainingFigures(context.deps, actor, { year: query.get("year"), by: query.get("by") });
}

const MOST_BARS = 20;

export default function TrainingFigures() {
  const { year, years, by, wide, province, own, rows, goal } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const label = (row: (typeof rows)[number]) => (by === "county" ? (row.name ? name(row.name) : row.key) : by === "month" ? formatMonth(Number(row.key), locale) : t(`training.help.${row.key as "LIFTED"}`));
  const opens = (row: (typeof rows)[number]) => `/bureau/training/classes?${new URLSearchParams({ year: String(year), [by]: row.key })}`;
  const share = (part: number, whole: number) => (whole === 0 ? "—" : formatPercent(part / whole));
  const shown = rows.filter((row) => by !== "county" || row.times > 0);
  return (
    <>
      <PageHead title={t("training.title")} lead={t("training.says")}><TrainingLinks /></PageHead>
      <form method="get" className="stack">
        <Select form={emptyForm({ year: String(year) })} name="year" label={t("training.pickYear")} options={Array.from({ length: Math.max(1, years - 2020) }, (_, at) => ({ value: String(years - at), text: t("training.year", { year: years - at }) }))} short />
        <Select form={emptyForm({ by })} name="by" label={t("training.figures.by")} options={FIGURE_VIEWS.map((value) => ({ value, text: t(`training.by.${value}`) }))} short />
        <p><Button kind="quiet">{t("training.show")}</Button></p>
      </form>
      <Section title={t("training.figures.province")}>
        <div className="stats">
          <Stat value={formatCount(province.times)} unit={t("training.figures.timesUnit")} label={t("training.figures.times")} note={goal ? <>{t("training.figures.goal", { goal: formatCount(goal.value) })} · <a href={`/policy/${goal.key}`}>{t("training.figures.rule")}</a></> : t("training.figures.noGoal")} />
          <Stat value={formatCount(province.persons)} unit={t("training.figures.personsUnit")} label={t("training.figures.persons")} />
          <Stat value={share(province.passed, province.times)} unit="" label={t("training.figures.share")} note={`${formatCount(province.passed)} / ${formatCount(province.times)}`} />
        </div>
        {goal && <BarAgainstGoal counted={province.times} goal={goal.value} goalText={t("training.figures.goal", { goal: formatCount(goal.value) })} />}
      </Section>
      <Section title={wide ? t("training.figures.chart") : t("training.figures.own")} says={t("training.figures.twice")}>
        {!wide && <p><strong>{formatCount(own.times)}</strong>{t("training.figures.timesUnit")}{locale === "zh" ? "，" : ", "}<strong>{formatCount(own.persons)}</strong>{t("training.figures.personsUnit")}</p>}
        {shown.every((row) => row.times === 0) ? <p className="soft">{t("training.figures.none")}</p> : (
          <>
            <Bars label={t("training.figures.chart")} bars={shown.slice(0, MOST_BARS).map((row) => ({ key: row.key, label: label(row), value: row.times, text: formatCount(row.times) }))} />
            <div className="notice-after"><Table dense cards file={tableFile("training-figures", { year, by })} caption={t("training.figures.chart")} rows={shown} rowKey={(row) => row.key} columns={[
              { key: "of", head: t(`training.by.${by}`), rowHead: true, cell: (row) => (row.times > 0 ? <a href={opens(row)}>{label(row)}</a> : label(row)) },
              { key: "times", head: t("training.figures.times"), number: true, cell: (row) => formatCount(row.times) },
              { key: "persons", head: t("training.figures.persons"), number: true, cell: (row) => formatCount(row.persons) },
              { key: "passed", head: t("training.figures.passed"), number: true, cell: (row) => formatCount(row.passed) },
              { key: "share", head: t("training.figures.share"), number: true, cell: (row) => share(row.passed, row.times) },
            ]} /></div>
          </>
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
