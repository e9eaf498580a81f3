import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSamples } from "#app/data/read-models/count-samples-page.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { drawSample } from "#app/usecases/targets/draw-sample.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { scopeOptions } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "ledger.samples.title", { noIndex: true });

const PER_RUNG = 30;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [samples, regions] = await Promise.all([readSamples(context.deps, actor), readRegionOptions(context.deps.pool)]);
  return { entryKey: randomUUID(), samples, regions: { cities: regions.cities, counties: regions.counties }, scope: workRegion(actor), year: yearIn(new URL(request.url).searchParams, context.deps.clock.today()) };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await drawSample(context.deps, actor, values);
  return result.ok ? redirect(`/board/samples/${result.value.sampleId}`) : { values, problems: result.problems };
}

export default function Samples() {
  const { entryKey, samples, regions, scope, year } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ year: String(year), regionCode: scope, perRung: String(PER_RUNG) });
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("ledger.samples.title")} lead={t("ledger.samples.says")} crumbs={[{ href: `/board?year=${year}`, text: t("board.title") }, { text: t("ledger.samples.title") }]} />
      <ErrorSummary form={form} />
      <form method="post" className="stack">
        <input type="hidden" name="entryKey" value={String(form.values.entryKey || entryKey)} />
        <div className="field-row">
          <Field form={form} name="year" label={t("ledger.samples.year")} type="number" short />
          <Select form={form} name="regionCode" label={t("ledger.samples.region")} options={scopeOptions(regions, scope, name, t)} />
        </div>
        <Field form={form} name="perRung" label={t("ledger.samples.perRung")} hint={t("ledger.samples.perRungSays")} type="number" min={1} max={500} short />
        <p><Button>{t("ledger.samples.submit")}</Button></p>
      </form>
      <Section title={t("ledger.samples.list")}>
        {samples.length === 0 ? <p className="soft">{t("ledger.samples.none")}</p> : (
          <Table
            file={tableFile("count-samples")}
            cards
            caption={t("ledger.samples.list")}
            rows={samples}
            rowKey={(one) => one.id}
            columns={[
              { key: "at", head: t("ledger.samples.drawnAt"), rowHead: true, cell: (one) => <a href={`/board/samples/${one.id}`}>{formatInstant(one.drawnAt, locale)}</a> },
              { key: "region", head: t("ledger.samples.region"), cell: (one) => `${name(one.region)} ${one.year}` },
              { key: "drawn", head: t("ledger.samples.drawn"), number: true, cell: (one) => formatCount(one.drawn) },
              { key: "checked", head: t("ledger.samples.checked"), number: true, cell: (one) => formatCount(one.checked) },
              { key: "wrong", head: t("ledger.samples.wrong"), number: true, cell: (one) => formatCount(one.wrong) },
            ]}
          />
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
