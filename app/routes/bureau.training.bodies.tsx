import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { readTrainingBodies } from "#app/data/read-models/training-bodies.server.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { chooseBodyIssuer } from "#app/usecases/training/certify.server.ts";
import { approveTrainingBody, endTrainingBody } from "#app/usecases/training/keep-bodies.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select, Tick } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Bars } from "../ui/charts/bars.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Table } from "../ui/components/records.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort, formatPercent } from "../ui/i18n/format.ts";
import { groupCounties } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { IssuerForm, Rated } from "../ui/views/training/rating.tsx";
import { TrainingLinks } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.bodies.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [page, regions] = await Promise.all([readTrainingBodies(context.deps, actor), readRegionOptions(context.deps.pool)]);
  return { ...page, cities: regions.cities, counties: regions.counties.filter((one) => isWithin(one.code, workRegion(actor))), today: context.deps.clock.today(), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await (values.intent === "end" ? endTrainingBody : values.intent === "issuer" ? chooseBodyIssuer : approveTrainingBody)(context.deps, actor, values);
  orNotFound(result, "bodyId");
  return result.ok ? redirect("/bureau/training/bodies?saved=1") : { values, problems: result.problems };
}

export default function TrainingBodies() {
  const { bodies, days, least, issuers, cities, counties, today, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const opens = (one: (typeof bodies)[number]) => (one.own ? `/bureau/training/classes?body=${one.id}` : null);
  const form = sent?.values.intent === "add" ? sent : emptyForm({ approvedOn: today });
  const judged = bodies.filter((one) => one.looked >= least).sort((a, b) => b.employed / b.looked - a.employed / a.looked);
  return (
    <>
      <PageHead title={t("training.bodies.title")} lead={t("training.bodies.says", { days })} crumbs={[{ href: "/bureau/training", text: t("training.title") }, { text: t("training.bodies.title") }]}><TrainingLinks /></PageHead>
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("training.page.saved")}</p></Notice>}
      {bodies.length === 0 ? <p className="soft">{t("training.bodies.none")}</p> : (
        <>
          {judged.length > 0 && <Section title={t("training.rating.chart", { days })} says={t("training.rating.least", { n: formatCount(least) })}><Bars label={t("training.rating.chart", { days })} most={1} bars={judged.map((one) => ({ key: one.id, label: one.name, value: one.employed / one.looked, text: `${formatPercent(one.employed / one.looked, 0)} · ${t("training.bodies.of", { part: formatCount(one.employed), whole: formatCount(one.looked) })}` }))} /></Section>}
          <div className="section"><Table dense cards file={tableFile("training-bodies")} caption={t("training.bodies.title")} rows={bodies} rowKey={(one) => one.id} columns={[
          { key: "name", head: t("training.bodies.name"), rowHead: true, cell: (one) => one.name },
          { key: "county", head: t("training.bodies.county"), cell: (one) => name(one.county) },
          { key: "until", head: t("training.bodies.validUntil"), cell: (one) => <span>{formatDayShort(one.validUntil)} {one.state !== "VALID" && <Tag tone="danger">{t(`training.bodies.${one.state}`)}</Tag>}</span> },
          { key: "assess", head: t("training.bodies.mayAssess"), cell: (one) => t(one.mayAssess ? "training.bodies.yes" : "training.bodies.no") },
          { key: "issuer", head: t("training.issuer.label"), cell: (one) => (one.own && one.state === "VALID" ? <IssuerForm body={one} issuers={issuers} /> : one.issuer?.name ?? "—") },
          { key: "passed", head: t("training.bodies.passed"), number: true, cell: (one) => <Rated part={one.passed} whole={one.assessed} least={least} href={opens(one)} /> },
          { key: "certified", head: t("training.bodies.certified"), number: true, cell: (one) => <Rated part={one.certified} whole={one.assessed} least={least} href={opens(one)} /> },
          { key: "employed", head: t("training.bodies.employed", { days }), number: true, cell: (one) => <Rated part={one.employed} whole={one.looked} least={least} href={opens(one)} /> },
          { key: "act", head: t("training.page.next"), cell: (one) => (one.own && one.state === "VALID" ? <><a className="row-link" href={`/bureau/operators?body=${one.id}`} aria-label={`${t("operators.bodyAccounts")} ${one.name}`}>{t("operators.bodyAccounts")}</a> <form method="post" className="cell-form"><input type="hidden" name="bodyId" value={one.id} /><input type="hidden" name="version" value={one.version} /><button className="button quiet small" type="submit" name="intent" value="end" aria-label={t("training.bodies.endFor", { name: one.name })}>{t("training.bodies.end")}</button></form></> : null) },
        ]} /></div>
        </>
      )}
      <div className="section"><Fold summary={t("training.bodies.add")} open={sent?.values.intent === "add"}>
        <form method="post" className="stack">
          <Field form={form} name="name" label={t("training.bodies.name")} maxLength={120} />
          <Field form={form} name="creditCode" label={t("training.bodies.creditCode")} maxLength={30} autoComplete="off" />
          <Select form={form} name="countyCode" label={t("training.bodies.county")} options={groupCounties(cities, counties, name).filter((city) => city.options.length > 0)} />
          <Field form={form} name="documentNumber" label={t("training.bodies.documentNumber")} maxLength={80} />
          <Field form={form} name="approvedOn" label={t("training.bodies.approvedOn")} type="date" short />
          <Field form={form} name="validUntil" label={t("training.bodies.validUntil")} type="date" short />
          <Tick form={form} name="mayAssess" label={t("training.bodies.assessTick")} />
          <p><Button name="intent" value="add">{t("training.bodies.submit")}</Button></p>
        </form>
      </Fold></div>
    </>
  );
}

export const ErrorBoundary = PageError;
