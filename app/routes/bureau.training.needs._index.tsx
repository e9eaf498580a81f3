import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readTrainingNeeds } from "#app/data/read-models/training-needs.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { NeedBars } from "../ui/charts/need-bars.tsx";
import { Button, emptyForm, Select } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Pagination, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Stat, Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { FilledClasses } from "../ui/views/needs/filled-classes.tsx";
import { expectedText, useNeedTitle } from "../ui/views/needs/words.tsx";
import { TrainingLinks } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "needs.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { found: await readTrainingNeeds(context.deps, actor, new URL(request.url).searchParams) };
}

const MOST_BARS = 12;

export default function TrainingNeeds() {
  const { found } = useLoaderData<typeof loader>();
  const t = useT();
  const head = <PageHead title={t("needs.title")} lead={t("needs.says")} crumbs={[{ href: "/bureau/training", text: t("training.title") }, { text: t("needs.title") }]}><TrainingLinks /></PageHead>;
  return found === null ? <>{head}<EmptyState title={t("needs.none")} says={t("needs.noneSays")} proposals={[{ href: "/runs", text: t("needs.runs") }, { href: "/bureau/training/courses", text: t("training.link.courses") }]} /></> : <>{head}<Needs found={found} /></>;
}

function Needs({ found }: { found: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["found"]> }) {
  const { run, needs, total, page, pages, filters, counties, occupations, sums, classes } = found;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const title = useNeedTitle();
  const asked = Object.entries(filters).flatMap(([key, value]) => (value === null ? [] : [[key, value] as [string, string]]));
  const words = { openings: t("needs.chart.openings"), picked: t("needs.chart.picked"), expected: t("needs.chart.expected"), people: t("needs.chart.people") };
  return (
    <>
      <p className="soft">{t("needs.computed", { at: formatInstant(run.computedAt, locale), run: run.finishedAt ? formatInstant(run.finishedAt, locale) : run.asOf })} <a href={`/runs/${run.id}`}>{t("needs.run")}</a></p>
      <div className="stats">
        <Stat small value={formatCount(run.unfilled)} unit={t("needs.figures.places")} label={t("needs.figures.unfilled")} note={t("needs.figures.unfilledNote")} />
        <Stat small value={formatCount(run.asking)} unit={t("needs.figures.places")} label={t("needs.figures.asking")} note={t("needs.figures.askingNote")} />
        <Stat small value={formatCount(run.bound)} unit={t("needs.figures.places")} label={t("needs.figures.bound")} note={t("needs.figures.boundNote")} />
        <Stat small value={expectedText(sums.expectedHundredths)} unit={t("needs.figures.people")} label={t("needs.figures.expected")} note={t("needs.figures.expectedNote", { classes: formatCount(sums.classes), picked: formatCount(sums.picked) })} />
      </div>
      <form method="get" className="stack">
        <Select form={emptyForm({ county: filters.county ?? "" })} name="county" label={t("needs.filter.county")} empty={t("needs.filter.all")} options={counties.map((one) => ({ value: one.code, text: name(one.name) }))} short />
        <Select form={emptyForm({ occupation: filters.occupation ?? "" })} name="occupation" label={t("needs.filter.occupation")} empty={t("needs.filter.all")} options={occupations.map((one) => ({ value: one.code, text: name(one.name) }))} short />
        <p><Button kind="quiet">{t("needs.filter.show")}</Button></p>
      </form>
      {needs.length === 0 ? <EmptyState title={t("needs.noneHere")} says={t("needs.noneHereSays")} proposals={asked.length > 0 ? [{ href: "/bureau/training/needs", text: t("needs.wider") }] : []} /> : (
        <Section title={t("needs.chart.title")} says={t("needs.chart.says")}>
          <NeedBars id="needs" label={t("needs.chart.title")} words={words} bars={needs.slice(0, MOST_BARS).map((one) => ({
            key: one.id, label: `${name(one.county)} ${title(one)}`, href: `/bureau/training/needs/${one.id}`, text: t("needs.chart.of", { expected: expectedText(one.expectedHundredths) }), openings: one.openings, picked: one.picked, expected: one.expectedHundredths / 100, people: one.people,
          }))} />
          <p className="notice-after"><strong>{t("needs.total", { n: formatCount(total) })}</strong> <span className="soft">{t("needs.every")}</span></p>
          <Table dense cards file={tableFile("training-needs", Object.fromEntries(asked))} caption={t("needs.table.title")} rows={needs} rowKey={(one) => one.id} columns={[
            { key: "course", head: t("needs.table.course"), rowHead: true, cell: (one) => <a href={`/bureau/training/needs/${one.id}`}>{title(one)}</a> },
            { key: "county", head: t("needs.table.county"), cell: (one) => name(one.county) },
            { key: "expected", head: t("needs.table.expected"), number: true, cell: (one) => expectedText(one.expectedHundredths) },
            { key: "picked", head: t("needs.table.picked"), number: true, cell: (one) => formatCount(one.picked) },
            { key: "openings", head: t("needs.table.openings"), number: true, cell: (one) => formatCount(one.openings) },
            { key: "people", head: t("needs.table.people"), number: true, cell: (one) => formatCount(one.people) },
            { key: "first", head: t("needs.table.first"), number: true, cell: (one) => formatCount(one.peopleFirst) },
            { key: "wishing", head: t("needs.table.wishing"), number: true, cell: (one) => formatCount(one.peopleWishing) },
            { key: "classes", head: t("needs.table.classes"), number: true, cell: (one) => formatCount(one.classes) },
            { key: "rate", head: t("needs.table.rate"), number: true, cell: (one) => <span>{one.passPct}% × {one.placedPct}% <span className="soft">{t(one.known ? "needs.table.known" : "needs.table.assumed")}</span></span> },
          ]} />
          <Pagination page={page} pages={pages} href={(next) => `/bureau/training/needs?${new URLSearchParams([...asked, ["page", String(next)]])}`} />
        </Section>
      )}
      <FilledClasses classes={classes} />
    </>
  );
}

export const ErrorBoundary = PageError;
