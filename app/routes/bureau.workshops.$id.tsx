import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTowns, readWorkshop } from "#app/data/read-models/workshop-pages.server.ts";
import type { Lack } from "#app/domain/claim/entitlement.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { claimHiringSubsidy } from "#app/usecases/workshops/claim-hiring-subsidy.server.ts";
import { recogniseWorkshop } from "#app/usecases/workshops/recognise-workshop.server.ts";
import { revokeRecognition } from "#app/usecases/workshops/revoke-recognition.server.ts";
import { saveWorkshop } from "#app/usecases/workshops/save-workshop.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, TextArea } from "../ui/components/form.tsx";
import { Facts, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Stat, Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatDayShort, formatYuan } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ChangedMeanwhile } from "../ui/views/changed-meanwhile.tsx";
import { WorkshopForm } from "../ui/views/workshop-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workshops.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const workshop = found(await readWorkshop(context.deps, actor, params.id ?? ""));
  const saved = new URL(request.url).searchParams.get("saved");
  return { workshop, towns: await readTowns(context.deps, workshop.countyCode), today: context.deps.clock.today(), saved: saved === "1" || saved === "claim" ? saved : null };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const input = { ...values, workshopId: params.id };
  const act = values.intent === "recognise" ? recogniseWorkshop : values.intent === "revoke" ? revokeRecognition : values.intent === "claim" ? claimHiringSubsidy : saveWorkshop;
  const result = await act(context.deps, actor, input);
  orNotFound(result, "workshopId", "personId");
  return result.ok ? redirect(`/bureau/workshops/${params.id}?saved=${values.intent === "claim" ? "claim" : "1"}`) : { values, problems: result.problems };
}

/** Shorter than what the person themselves is told. */
const LACK: Partial<Record<Lack["code"], "workshops.page.lack.category" | "workshops.page.lack.months" | "workshops.page.lack.proof" | "workshops.page.lack.not-recognised">> = {
  category: "workshops.page.lack.category", months: "workshops.page.lack.months", proof: "workshops.page.lack.proof", "not-recognised": "workshops.page.lack.not-recognised",
};

export default function Workshop() {
  const { workshop, towns, today, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const { staff, verdict } = workshop;
  const townName = (code: string) => { const town = towns.find((one) => one.code === code); return town ? name(town.name) : code; };
  const of = (intent: string, otherwise: FormState["values"]) => (sent?.values.intent === intent ? sent : emptyForm(otherwise));
  return (
    <>
      <PageHead title={workshop.name} lead={name(workshop.place)} crumbs={[{ href: "/bureau/workshops", text: t("workshops.title") }, { text: workshop.name }]} />
      {sent && <ErrorSummary form={sent} />}
      {sent?.values.intent === "save" && <ChangedMeanwhile form={sent} fields={[
        { name: "name", label: t("workshops.name"), now: workshop.name }, { name: "product", label: t("workshops.product"), now: workshop.product ?? "" },
        { name: "townCode", label: t("workshops.town"), now: townName(workshop.townCode), say: townName }, { name: "address", label: t("workshops.address"), now: workshop.address ?? "" },
        { name: "closedOn", label: t("workshops.closedOn"), now: workshop.closedOn ?? "" },
      ]} />}
      {workshop.closedOn !== null && <Notice><p>{t("workshops.isClosed", { day: formatDay(workshop.closedOn, locale) })}</p></Notice>}
      {saved !== null && !sent && <Notice><p>{t(saved === "claim" ? "workshops.page.claimSaved" : "workshops.saved")} {saved === "claim" && <a href="/bureau/claims?benefit=HIRING">{t("claims.list.title")}</a>}</p></Notice>}
      <div className="stats">
        <Stat small value={formatCount(staff.workers)} unit={t("workshops.page.person")} label={t("workshops.page.staff")} />
        <Stat small value={formatCount(staff.liftedWorkers)} unit={t("workshops.page.person")} label={t("workshops.page.lifted")} />
        <Stat small value={String(verdict.share.havePct)} unit="%" label={t("workshops.page.share")} />
      </div>
      <div className="notice-after"><Facts rows={[[t("workshops.product"), workshop.product ?? "—"], workshop.address !== null && [t("workshops.address"), workshop.address]]} /></div>
      <Section title={t("workshops.page.recognitions")} says={t("workshops.page.recogniseSays", { need: verdict.workers.need ?? "—", share: verdict.share.needPct ?? "—", years: verdict.years })}>
        {workshop.recognitions.length === 0 ? <p className="soft">{t("workshops.page.recognitionsNone")}</p> : (
          <Table dense cards file={tableFile("workshop-recognitions", { workshop: workshop.id })} caption={t("workshops.page.recognitions")} rows={workshop.recognitions} rowKey={(one) => one.id} columns={[
            { key: "document", head: t("workshops.page.document"), rowHead: true, cell: (one) => one.documentNumber },
            { key: "from", head: t("workshops.page.from"), number: true, cell: (one) => formatDayShort(one.recognisedOn) },
            { key: "to", head: t("workshops.page.to"), number: true, cell: (one) => formatDayShort(one.validUntil) },
            { key: "workers", head: t("workshops.page.workersThen"), number: true, cell: (one) => formatCount(one.workers) },
            { key: "lifted", head: t("workshops.page.liftedThen"), number: true, cell: (one) => formatCount(one.liftedWorkers) },
            { key: "state", head: t("workshops.page.state"), cell: (one) => (one.revokedFor !== null ? <span><Tag tone="danger">{t("workshops.page.revokedOn", { day: formatDay(one.heldUntil, locale) })}</Tag> {one.revokedFor}</span> : today < one.heldUntil ? <Tag tone="pine">{t("workshops.page.holds")}</Tag> : t("workshops.page.ranOut")) },
          ]} />
        )}
        <p className="notice-after"><Tag tone={verdict.may ? "pine" : undefined}>{t(verdict.may ? "workshops.page.may" : "workshops.page.mayNot")}</Tag></p>
        <Fold summary={t("workshops.page.recognise")} open={sent?.values.intent === "recognise"}>
          <form method="post" className="stack">
            <Field form={of("recognise", { recognisedOn: today })} name="recognisedOn" label={t("workshops.page.day")} type="date" short />
            <Field form={of("recognise", {})} name="documentNumber" label={t("workshops.page.document")} maxLength={80} />
            <p><Button name="intent" value="recognise">{t("workshops.page.submit")}</Button></p>
          </form>
        </Fold>
        {(workshop.recognised || sent?.values.intent === "revoke") && <Fold summary={t("workshops.page.revoke")} open={sent?.values.intent === "revoke"}>
          <form method="post" className="stack">
            <p className="soft">{t("workshops.page.revokeSays")}</p>
            <Field form={of("revoke", { revokedOn: today })} name="revokedOn" label={t("workshops.page.revokeDay")} type="date" short />
            <TextArea form={of("revoke", {})} name="reason" label={t("workshops.page.revokeReason")} rows={2} maxLength={300} />
            <p><Button kind="danger" name="intent" value="revoke">{t("workshops.page.revoke")}</Button></p>
          </form>
        </Fold>}
      </Section>
      <Section title={t("workshops.page.hires")}>
        {workshop.hires.length === 0 ? <p className="soft">{t("workshops.page.hiresNone")}</p> : (
          <Table dense cards file={tableFile("workshop-hires", { workshop: workshop.id })} caption={t("workshops.page.hires")} rows={workshop.hires} rowKey={(one) => one.personId} columns={[
            { key: "name", head: t("workshops.page.hire"), rowHead: true, cell: (one) => <span>{one.nameMasked} {one.lifted && <Tag>{t("workshops.page.yes")}</Tag>}</span> },
            { key: "from", head: t("workshops.page.arrived"), number: true, cell: (one) => formatDayShort(one.arrivedOn) },
            { key: "to", head: t("workshops.page.ended"), number: true, cell: (one) => (one.endedOn === null ? t("workshops.page.now") : formatDayShort(one.endedOn)) },
            { key: "months", head: t("workshops.page.months"), number: true, cell: (one) => one.months },
            { key: "subsidy", head: t("workshops.page.subsidy"), cell: (one) => (one.claim ? <a href={`/bureau/claims/${one.claim.id}`}>{t(`claims.state.${one.claim.state}`)}</a> : one.subsidy.state === "OPEN" && one.subsidy.amount ? (
              <form method="post" className="cell-form"><input type="hidden" name="personId" value={one.personId} /><span>{t("claims.atMost", { n: formatYuan(one.subsidy.amount.fen) })}</span><button className="button quiet small" type="submit" name="intent" value="claim" aria-label={t("workshops.page.claimFor", { name: one.nameMasked })}>{t("workshops.page.claim")}</button></form>
            ) : <span className="faint">{one.subsidy.lacking.map((lack) => t(LACK[lack.code] ?? `claims.lack.${lack.code}`, lack.params)).join(locale === "zh" ? "；" : "; ") || t("claims.state.NO_RULE")}</span>) },
          ]} />
        )}
      </Section>
      <Section title={t("workshops.page.posts")}>
        {workshop.posts.length === 0 ? <p className="soft">{t("workshops.page.postsNone")}</p> : <ul className="stack">{workshop.posts.map((post) => <li key={post.id}><a href={`/jobs/${post.id}`}>{post.title}</a> · {t("workshops.page.openings", { n: post.openings, filled: post.filled })}</li>)}</ul>}
      </Section>
      <div className="section"><Fold summary={t("workshops.edit")} open={sent?.values.intent === "save"}>
        <WorkshopForm form={of("save", { name: workshop.name, product: workshop.product ?? "", townCode: workshop.townCode, address: workshop.address ?? "", closedOn: workshop.closedOn ?? "" })} towns={towns} intent="save" version={workshop.version} />
      </Fold></div>
    </>
  );
}

export const ErrorBoundary = PageError;
