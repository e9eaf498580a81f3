import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { overseesLicences } from "#app/data/overseas/licences.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { readBureauApplications, readLicences } from "#app/data/read-models/overseas-desk.server.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { giveOverseasLicence } from "#app/usecases/overseas/give-licence.server.ts";
import { recordOverseasStep, takeBackOverseasStep } from "#app/usecases/overseas/record-step.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Stat, Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StepForm } from "../ui/views/overseas/step-form.tsx";
import { FactsOfWay, StateOfWay } from "../ui/views/overseas/way.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "overseas.desk.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const [licences, applications, regions] = await Promise.all([readLicences(context.deps), readBureauApplications(context.deps, actor), readRegionOptions(context.deps.pool)]);
  return { licences, applications, abroad: regions.overseas, province: overseesLicences(actor), records: actor.role === "OFFICER", today: context.deps.clock.today(), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const sent = await readForm(request);
  const values = { ...formValues(sent), destinations: sent.getAll("destinations").map(String) } as FormState["values"];
  const { deps } = context;
  const result = values.intent === "give" ? await giveOverseasLicence(deps, actor, values) : values.intent === "back" ? await takeBackOverseasStep(deps, actor, values) : await recordOverseasStep(deps, actor, values);
  if (result.ok) return redirect("/bureau/overseas?saved=1");
  orNotFound(result);
  return { values, problems: result.problems };
}

export default function BureauOverseas() {
  const { licences, applications, abroad, province, records, today, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const give = sent?.values.intent === "give" ? sent : emptyForm({ validFrom: today, destinations: ["JP0000"], reserveYuan: "3000000" });
  const t = useT();
  const name = useName();
  const count = (state: string) => applications.all.filter((one) => one.state === state).length;
  return (
    <>
      <PageHead title={t("overseas.desk.title")} lead={t("overseas.desk.says")} crumbs={[{ href: "/bureau", text: t("desk.nav") }, { text: t("overseas.desk.title") }]}><p className="notice-after"><a href="/overseas">{t("overseas.post.more")}</a></p></PageHead>
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("overseas.desk.saved")}</p></Notice>}
      <div className="stats">{(["OPEN", "STOPPED", "DEPARTED", "ENDED"] as const).map((state) => <Stat key={state} small value={formatCount(count(state))} unit={t("board.person")} label={t(`overseas.state.${state}`)} />)}</div>
      <Section title={t("overseas.desk.waiting")} says={t("overseas.desk.waitingSays")}>
        {applications.waiting.length === 0 && <p className="soft">{t("overseas.desk.noWaiting")}</p>}
        {applications.waiting.map((one) => (
          <article key={one.id} className="panel notice-after">
            <h3>{one.nameMasked} · {one.post?.title}</h3>
            <FactsOfWay of={one} />
            {records && <StepForm of={one} sent={sent} today={today} bureau />}
          </article>
        ))}
      </Section>
      {applications.stopped.length > 0 && (
        <Section title={t("overseas.desk.stoppedTitle")} says={<>{t("overseas.desk.stoppedSays")} <a href="/bureau/checkins">{t("offers.care.title")}</a></>}>
          <ul>{applications.stopped.map((one) => <li key={one.id}><a href={`/placements/${one.placementId}`}>{one.nameMasked} · {name(one.home)}</a> · {one.company} · {one.stopReason}</li>)}</ul>
        </Section>
      )}
      <Section title={t("overseas.desk.licences")} says={t("overseas.desk.licencesSays")}>
        {licences.length === 0 ? <p className="soft">{t("overseas.desk.noLicences")}</p> : (
          <Table dense cards caption={t("overseas.desk.licences")} rows={licences} rowKey={(one) => one.id} file={tableFile("overseas-licences")} columns={[
            { key: "company", head: t("overseas.desk.company"), rowHead: true, cell: (one) => <a href={`/bureau/overseas/${one.id}`}>{one.company}</a> },
            { key: "number", head: t("overseas.desk.number"), cell: (one) => one.number },
            { key: "where", head: t("overseas.desk.where"), cell: (one) => one.destinations.map((place) => name(place)).join(t("common.listed")) },
            { key: "until", head: t("overseas.desk.until"), number: true, cell: (one) => formatDayShort(one.validUntil) },
            { key: "state", head: t("overseas.desk.state"), cell: (one) => t(`overseas.licenceState.${one.state}`) },
            { key: "posts", head: t("overseas.desk.posts"), number: true, cell: (one) => formatCount(one.openPosts) },
            { key: "going", head: t("overseas.desk.going"), number: true, cell: (one) => formatCount(one.going) },
            { key: "stopped", head: t("overseas.desk.stopped"), number: true, cell: (one) => formatCount(one.stopped) },
            { key: "departed", head: t("overseas.desk.departed"), number: true, cell: (one) => formatCount(one.departed) },
          ]} />
        )}
        {province && (
          <div className="section"><Fold summary={t("overseas.desk.give")} open={sent?.values.intent === "give"}>
            <form method="post" className="stack">
              <Field form={give} name="creditCode" label={t("overseas.desk.creditCode")} maxLength={18} autoComplete="off" />
              <Field form={give} name="number" label={t("overseas.desk.number")} maxLength={60} autoComplete="off" />
              <Field form={give} name="issuer" label={t("overseas.desk.issuer")} maxLength={120} />
              <ChoiceGroup form={give} name="destinations" kind="checkbox" look="inline" legend={t("overseas.desk.destinations")} options={abroad.map((one) => ({ value: one.code, text: name(one.name) }))} />
              <div className="field-row">
                <Field form={give} name="reserveYuan" label={t("overseas.desk.reserve")} type="number" inputMode="numeric" min={0} short />
                <Field form={give} name="validFrom" label={t("overseas.desk.from")} type="date" short />
                <Field form={give} name="validUntil" label={t("overseas.desk.end")} type="date" short />
              </div>
              <Field form={give} name="reason" label={t("overseas.desk.reason")} maxLength={300} />
              <p><Button name="intent" value="give">{t("overseas.desk.giveSave")}</Button></p>
            </form>
          </Fold></div>
        )}
      </Section>
      <Section title={t("overseas.desk.all")}>
        {applications.all.length === 0 ? <p className="soft">{t("overseas.desk.none")}</p> : (
          <Table dense cards caption={t("overseas.desk.all")} rows={applications.all} rowKey={(one) => one.id} file={tableFile("overseas-applications")} columns={[
            { key: "name", head: t("overseas.desk.name"), rowHead: true, cell: (one) => <a href={`/placements/${one.placementId}`}>{one.nameMasked}</a> },
            { key: "home", head: t("overseas.desk.home"), cell: (one) => name(one.home) },
            { key: "post", head: t("overseas.desk.post"), cell: (one) => one.post?.title },
            { key: "company", head: t("overseas.desk.company"), cell: (one) => one.company },
            { key: "scheme", head: t("overseas.desk.scheme"), cell: (one) => t(`overseas.scheme.${one.scheme}`) },
            { key: "entry", head: t("overseas.desk.entryOn"), number: true, cell: (one) => formatDayShort(one.entryOn) },
            { key: "state", head: t("overseas.desk.state"), cell: (one) => <StateOfWay state={one.state} /> },
            { key: "next", head: t("overseas.desk.next"), cell: (one) => (one.next === null ? t("overseas.none") : t(`overseas.step.${one.next}`)) },
          ]} />
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
