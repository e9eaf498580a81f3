import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAgreement } from "#app/data/read-models/agreements.server.ts";
import { readOccupationOptions } from "#app/data/read-models/options.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { endAgreement, extendAgreement, setAgreementQuota } from "#app/usecases/agreements/amend-agreement.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Facts, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatDayShort, formatInstant, formatPercent } from "../ui/i18n/format.ts";
import { groupOccupations } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { QuotaBars, StateTag } from "../ui/views/dispatch/parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.agreement.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const page = found(await readAgreement(context.deps, actor, params.id ?? ""));
  return { page, occupations: await readOccupationOptions(context.deps.pool), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const { deps } = context;
  found(await readAgreement(deps, actor, params.id ?? ""));
  const input = { ...values, agreementId: params.id };
  const result = await (values.intent === "extend" ? extendAgreement(deps, actor, input) : values.intent === "quota" ? setAgreementQuota(deps, actor, input) : endAgreement(deps, actor, input));
  return result.ok ? redirect(`/bureau/agreements/${params.id}?saved=1`) : { values, problems: result.problems };
}

export default function AgreementPage() {
  const { page, occupations, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const formOf = (intent: string, values = {}) => (sent?.values.intent === intent ? sent : emptyForm(values));
  const part = (intent: string, nr: number) => <><input type="hidden" name="version" value={page.version} /><Field form={formOf(intent)} name="reason" id={`reason-${nr}`} label={t("dispatch.agreement.reason")} maxLength={200} /><p><Button kind={intent === "end" ? "danger" : "quiet"} name="intent" value={intent}>{t("dispatch.agreement.save")}</Button></p></>;
  const rows = page.years.flatMap((one) => [{ key: String(one.year), year: one.year, trade: t("dispatch.agreement.allOccupations"), quota: one.quota, people: one.people, dispatched: one.dispatched as number | null },
    ...one.occupations.map((trade) => ({ key: `${one.year}:${trade.code}`, year: one.year, trade: name(trade.name), quota: trade.quota as number | null, people: trade.people, dispatched: null }))]);
  return (
    <>
      <PageHead title={page.number} lead={<>{name(page.home)} — {name(page.partner)} · {page.partnerBody}</>} crumbs={[{ href: "/bureau/agreements", text: t("dispatch.agreement.title") }, { text: page.number }]} />
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("dispatch.saved")}</p></Notice>}
      <Facts rows={[
        [t("dispatch.agreement.state"), t(`dispatch.agreement.states.${page.state}`)], [t("dispatch.agreement.group"), t(`dispatch.agreement.groups.${page.group}`)], [t("dispatch.agreement.signedOn"), formatDay(page.signedOn, locale)],
        [t("dispatch.agreement.validFrom"), formatDay(page.validFrom, locale)], [t("dispatch.agreement.validUntil"), formatDay(page.validUntil, locale)], page.endedOn !== null && [t("dispatch.agreement.endedOn"), formatDay(page.endedOn, locale)],
        [t("dispatch.agreement.weGive"), page.weGive], [t("dispatch.agreement.theyGive"), page.theyGive], page.contact && [t("dispatch.agreement.contact"), `${page.contact.name} ${page.contact.phone}`],
      ]} />
      <Section title={t("dispatch.agreement.results")} says={t("dispatch.agreement.resultsSays")}>
        <QuotaBars years={page.years} />
        <Table dense cards caption={t("dispatch.agreement.results")} rows={rows} rowKey={(one) => one.key} file={tableFile("agreement-results", { agreement: page.id })} columns={[
          { key: "year", head: t("dispatch.agreement.year"), rowHead: true, cell: (one) => one.year },
          { key: "trade", head: t("dispatch.agreement.occupation"), cell: (one) => one.trade },
          { key: "quota", head: t("dispatch.agreement.quota"), number: true, cell: (one) => (one.quota === null ? t("dispatch.none") : formatCount(one.quota)) },
          { key: "result", head: t("dispatch.agreement.result"), number: true, cell: (one) => formatCount(one.people) },
          { key: "dispatched", head: t("dispatch.agreement.dispatched"), number: true, cell: (one) => (one.dispatched === null ? t("dispatch.none") : formatCount(one.dispatched)) },
          { key: "share", head: t("dispatch.agreement.share"), number: true, cell: (one) => (one.quota === null ? t("dispatch.none") : formatPercent(one.people / one.quota)) },
        ]} />
      </Section>
      {page.dispatches.length > 0 && <Section title={t("dispatch.agreement.trips")}><ul className="stack">{page.dispatches.map((one) => <li key={one.id}><a href={`/bureau/dispatches/${one.id}`}>{formatInstant(one.gatherAt, locale)} {one.destination}</a> <StateTag state={one.state} /></li>)}</ul></Section>}
      {page.endedOn === null && (
        <Section title={t("dispatch.agreement.amend")}>
          <Fold summary={t("dispatch.agreement.setQuota")} open={sent?.values.intent === "quota"}><form method="post" className="stack">
            <Select form={formOf("quota")} name="year" label={t("dispatch.agreement.year")} options={page.years.map((one) => ({ value: String(one.year), text: String(one.year) }))} short />
            <Select form={formOf("quota")} name="occupationCode" label={t("dispatch.agreement.occupation")} empty={t("dispatch.agreement.allOccupations")} options={groupOccupations(occupations, name)} />
            <Field form={formOf("quota")} name="people" label={t("dispatch.agreement.quota")} type="number" inputMode="numeric" short min={1} />{part("quota", 1)}
          </form></Fold>
          <Fold summary={t("dispatch.agreement.extend")} open={sent?.values.intent === "extend"}><form method="post" className="stack"><Field form={formOf("extend", { validUntil: page.validUntil })} name="validUntil" label={t("dispatch.agreement.newUntil")} type="date" short />{part("extend", 2)}</form></Fold>
          <Fold summary={t("dispatch.agreement.end")} open={sent?.values.intent === "end"}><form method="post" className="stack"><Field form={formOf("end")} name="endedOn" label={t("dispatch.agreement.endedOn")} type="date" short />{part("end", 3)}</form></Fold>
        </Section>
      )}
      <Section title={t("dispatch.agreement.history")}>
        <Table dense cards caption={t("dispatch.agreement.history")} rows={page.events} rowKey={(one) => String(one.seq)} file={tableFile("agreement-events", { agreement: page.id })} columns={[
          { key: "seq", head: t("dispatch.agreement.seq"), number: true, cell: (one) => one.seq },
          { key: "kind", head: t("dispatch.agreement.kind"), rowHead: true, cell: (one) => <>{t(`dispatch.agreement.kinds.${one.kind}`)}{one.year !== null && one.kind === "QUOTA_SET" && ` ${one.year}`}{one.occupation && ` ${name(one.occupation)}`}</> },
          { key: "day", head: t("dispatch.agreement.day"), number: true, cell: (one) => formatDayShort(one.happenedOn) },
          { key: "from", head: t("dispatch.agreement.from"), cell: (one) => one.before ?? t("dispatch.none") },
          { key: "to", head: t("dispatch.agreement.to"), cell: (one) => (one.kind === "SIGNED" ? t("dispatch.agreement.signedDetail", { from: String(one.validFrom), until: String(one.validUntil), people: Number(one.people) }) : one.after) },
          { key: "why", head: t("dispatch.agreement.why"), cell: (one) => one.reason ?? t("dispatch.none") },
        ]} />
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
