import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { readStations } from "#app/data/read-models/stations.server.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { closeStation, openStation } from "#app/usecases/stations/keep-stations.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { EmptyState, Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { scopeOptions, workplaceOptions } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { DispatchLinks } from "../ui/views/dispatch/parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.station.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const [stations, regions] = await Promise.all([readStations(context.deps, actor), readRegionOptions(context.deps.pool)]);
  return { stations, regions, scope: actor.regionCode ?? "", entryKey: context.deps.newId(), today: context.deps.clock.today(), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const result = await (values.intent === "close" ? closeStation(context.deps, actor, values) : openStation(context.deps, actor, values));
  orNotFound(result, "stationId");
  return result.ok ? redirect("/bureau/stations?saved=1") : { values, problems: result.problems };
}

export default function BureauStations() {
  const { stations, regions, scope, entryKey, today, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent?.values.intent === "open" ? sent : emptyForm({ homeCode: scope, openFrom: today });
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("dispatch.station.title")} lead={<>{t("dispatch.station.care")} <a href="/bureau/checkins">{t("dispatch.station.careLink")}</a></>}><DispatchLinks /><p className="notice-after"><a href="/stations">{t("dispatch.station.publicLink")}</a></p></PageHead>
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("dispatch.saved")}</p></Notice>}
      {stations.length === 0 ? <EmptyState title={t("dispatch.station.none")} /> : (
        <>
          <p className="soft notice-after">{t("dispatch.station.countSays")}</p>
          <Table dense cards caption={t("dispatch.station.title")} rows={stations} rowKey={(one) => one.id} file={tableFile("stations")} columns={[
            { key: "name", head: t("dispatch.station.name"), rowHead: true, cell: (one) => one.name },
            { key: "place", head: t("dispatch.station.place"), cell: (one) => <span>{name(one.region)}<br /><span className="soft">{one.address}</span></span> },
            { key: "hours", head: t("dispatch.station.hours"), cell: (one) => one.hours },
            { key: "phone", head: t("dispatch.station.phone"), number: true, cell: (one) => one.phone },
            { key: "runBy", head: t("dispatch.station.runBy"), cell: (one) => one.runBy },
            { key: "people", head: t("dispatch.station.people"), number: true, cell: (one) => formatCount(one.people) },
            { key: "close", head: t("dispatch.station.openUntil"), cell: (one) => (one.openUntil !== null ? t("dispatch.station.closed", { day: formatDay(one.openUntil, locale) }) : (
              <form method="post" className="cell-form"><input type="hidden" name="stationId" value={one.id} /><input type="hidden" name="version" value={one.version} />
                <label className="visually-hidden" htmlFor={`close-${one.id}`}>{t("dispatch.station.closeOn")}</label><input className="input short" id={`close-${one.id}`} name="openUntil" type="date" defaultValue={today} />
                <button className="button quiet small" type="submit" name="intent" value="close" aria-label={t("dispatch.station.closeFor", { name: one.name })}>{t("dispatch.station.close")}</button></form>
            )) },
          ]} />
        </>
      )}
      <div className="section"><Fold summary={t("dispatch.station.add")} open={sent?.values.intent === "open"}>
        <form method="post" className="stack">
          <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? entryKey)} />
          <Field form={form} name="name" label={t("dispatch.station.name")} maxLength={80} />
          <Select form={form} name="regionCode" label={t("dispatch.station.place")} empty={t("dispatch.none")} options={workplaceOptions(regions, name, t)} />
          <Field form={form} name="address" label={t("dispatch.station.address")} maxLength={200} />
          <Field form={form} name="directions" label={t("dispatch.station.directions")} maxLength={300} />
          <Field form={form} name="hours" label={t("dispatch.station.hours")} maxLength={120} />
          <Field form={form} name="phone" label={t("dispatch.station.phone")} maxLength={20} short />
          <Field form={form} name="runBy" label={t("dispatch.station.runBy")} maxLength={120} />
          <Select form={form} name="homeCode" label={t("dispatch.station.home")} options={scopeOptions(regions, scope, name, t)} />
          <Field form={form} name="openFrom" label={t("dispatch.station.openFrom")} type="date" short />
          <p><Button name="intent" value="open">{t("dispatch.station.submit")}</Button></p>
        </form>
      </Fold></div>
    </>
  );
}

export const ErrorBoundary = PageError;
