import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { readRuns } from "#app/data/read-models/runs.server.ts";
import { isWithin, SHANXI } from "#app/domain/region/codes.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { requestMatchRun } from "#app/usecases/matching/request-run.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, Select } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort, formatInstant } from "../ui/i18n/format.ts";
import { groupCounties } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "runs.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [runs, options] = await Promise.all([readRuns(context.deps), readRegionOptions(context.deps.pool)]);
  const scope = workRegion(actor);
  return { runs, scope, cities: options.cities.filter((one) => isWithin(one.code, scope)), counties: options.counties.filter((one) => isWithin(one.code, scope)) };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await requestMatchRun(context.deps, actor, { regionCode: values.regionCode || undefined });
  return result.ok ? redirect(`/runs/${result.value.runId}`) : { values, problems: result.problems };
}

export default function Runs() {
  const { runs, scope, cities, counties } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ regionCode: scope });
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const shown = (count: number | null | undefined) => (typeof count === "number" ? formatCount(count) : "—");
  const regions = [
    ...(scope === SHANXI ? [{ value: SHANXI, text: t("board.wholeProvince") }] : []),
    ...cities.map((one) => ({ value: one.code, text: name(one.name) })),
    ...(cities.length > 0 ? groupCounties(cities, counties, name) : counties.map((one) => ({ value: one.code, text: name(one.name) }))),
  ];
  return (
    <>
      <PageHead title={t("runs.heading")} lead={t("runs.says")} />
      <ErrorSummary form={form} />
      <form method="post" className="stack">
        <Select form={form} name="regionCode" label={t("runs.startRegion")} options={regions} />
        <Button>{t("runs.startButton")}</Button>
      </form>
      <Section title={t("runs.title")}>
        {runs.length === 0 ? (
          <EmptyState title={t("runs.none")} />
        ) : (
          <Table
            file={tableFile("runs")}
            cards
            dense
            rows={runs}
            rowKey={(run) => run.id}
            columns={[
              { key: "when", head: t("runs.when"), rowHead: true, cell: (run) => <a href={`/runs/${run.id}`}>{formatInstant(run.requestedAt, locale)}</a> },
              { key: "region", head: t("runs.region"), cell: (run) => name(run.region) },
              { key: "by", head: t("runs.by"), cell: (run) => run.requestedBy ?? t("runs.system") },
              { key: "status", head: t("runs.status"), cell: (run) => t(`terms.runStatus.${run.stopping ? "STOPPING" : run.status}`) },
              { key: "asOf", head: t("runs.asOf"), number: true, cell: (run) => formatDayShort(run.asOf) },
              { key: "seekers", head: t("runs.seekers"), number: true, cell: (run) => shown(run.result?.seekers) },
              { key: "openings", head: t("runs.openings"), number: true, cell: (run) => shown(run.result?.openings) },
              { key: "proposals", head: t("runs.proposals"), number: true, cell: (run) => shown(run.result?.proposals) },
              { key: "seconds", head: t("runs.seconds"), number: true, cell: (run) => (typeof run.result?.seconds === "number" ? t("runs.secondsValue", { n: run.result.seconds.toFixed(1) }) : "—") },
            ]}
          />
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
