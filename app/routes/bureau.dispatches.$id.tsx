import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readDispatch } from "#app/data/read-models/dispatch-pages.server.ts";
import { momentField } from "#app/domain/dispatch/times.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { answerDispatch, askForDispatch } from "#app/usecases/dispatches/fill-list.server.ts";
import { followUpNoShow } from "#app/usecases/dispatches/follow-up.server.ts";
import { changeDispatch } from "#app/usecases/dispatches/plan-dispatch.server.ts";
import { takeDispatchStep } from "#app/usecases/dispatches/take-dispatch-step.server.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { Button, emptyForm, ErrorSummary, Field, LinkButton } from "../ui/components/form.tsx";
import { Facts, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import dispatchStyles from "../ui/styles/dispatch.css?url";
import { AskContact, type ContactAnswer, contactAnswer } from "../ui/views/ask-contact.tsx";
import { AskPeople, DispatchBars, DispatchPeople, NoShows } from "../ui/views/dispatch/people.tsx";
import { StateTag } from "../ui/views/dispatch/parts.tsx";
import { NextSteps } from "../ui/views/next-steps.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.list.title", { noIndex: true });
export const links: LinksFunction = () => [{ rel: "stylesheet", href: dispatchStyles }];

const LEADS = ["OFFICER", "ADMIN", "AGENT"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, LEADS);
  const page = found(await readDispatch(context.deps, actor, params.id ?? ""));
  return { page, fields: { gatherAt: momentField(page.gatherAt), departsAt: momentField(page.departsAt), arrivesAt: momentField(page.arrivesAt) }, agent: actor.role === "AGENT", saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | ContactAnswer> {
  const actor = requireActor(context, request, LEADS);
  const values = formValues(await readForm(request));
  const { deps } = context;
  const dispatchId = params.id ?? "";
  const page = found(await readDispatch(deps, actor, dispatchId));
  if (values.intent === "see") return contactAnswer(values, await seeContact(deps, actor, { ...values, of: "seat", id: page.people.find((one) => one.id === values.id)?.id }));
  const input = { ...values, dispatchId };
  const result = await (() => {
    switch (values.intent) {
      case "ask": return askForDispatch(deps, actor, input);
      case "yes":
      case "no": return answerDispatch(deps, actor, { ...input, answer: values.intent });
      case "change": return changeDispatch(deps, actor, input);
      case "follow-up": return followUpNoShow(deps, actor, values);
      default: return takeDispatchStep(deps, actor, { ...input, to: values.intent });
    }
  })();
  orNotFound(result, "seatId", "personId");
  return result.ok ? redirect(`/bureau/dispatches/${dispatchId}?saved=1`) : { values, problems: result.problems };
}

export default function DispatchPage() {
  const { page, fields, agent, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as ContactAnswer | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const at = (instant: Date | string | null) => (instant === null ? null : formatInstant(instant, locale));
  const change = sent?.values.intent === "change" ? sent : emptyForm({ ...fields, gatherPlace: page.gatherPlace, plate: page.plate, capacity: String(page.capacity) });
  return (
    <>
      <PageHead title={name(page.place)} lead={<>{name(page.home)} → {page.destination}</>} crumbs={[{ href: "/bureau/dispatches", text: t("dispatch.list.title") }, { text: name(page.place) }]}><p className="tags notice-after"><StateTag state={page.state} /></p></PageHead>
      {sent && !sent.contact && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("dispatch.saved")}</p></Notice>}
      {page.state === "CANCELLED" && <Notice><p>{t("dispatch.page.cancelled", { reason: page.reason ?? "" })}</p></Notice>}
      <Facts rows={[
        [t("dispatch.list.gather"), `${at(page.gatherAt)} ${page.gatherPlace}`], [t("dispatch.page.departs"), at(page.departsAt)], [t("dispatch.page.arrives"), at(page.arrivesAt)], page.departedAt !== null && [t("dispatch.page.departed"), at(page.departedAt)], page.arrivedAt !== null && [t("dispatch.page.arrived"), at(page.arrivedAt)],
        [t("dispatch.plan.vehicle"), `${t(`dispatch.vehicle.${page.vehicle}`)} ${page.plate}`], [t("dispatch.page.seats"), `${formatCount(page.taken)} / ${formatCount(page.capacity)}`], page.escort && [t("dispatch.page.escort"), `${page.escort.name} ${page.escort.phone}`], page.driver && [t("dispatch.page.driver"), `${page.driver.name} ${page.driver.phone}`],
        [t("dispatch.page.fare"), t(page.publicFare ? "dispatch.plan.PUBLIC" : "dispatch.plan.OWN")], page.agreement && [t("dispatch.page.agreement"), agent ? page.agreement.number : <a key="a" href={`/bureau/agreements/${page.agreement.id}`}>{page.agreement.number}</a>], page.station && [t("dispatch.page.station"), `${page.station.name} ${page.station.address} ${page.station.phone}`],
        page.posts.length > 0 && [t("dispatch.page.posts"), page.posts.map((one) => <span key={one.id}><a href={`/jobs/${one.id}`}>{one.title}</a> </span>)],
      ]} />
      <p className="chips notice-after"><LinkButton href={`/bureau/dispatches/${page.id}/boarding`} kind="quiet">{t("dispatch.page.boarding")}</LinkButton><LinkButton href={`/bureau/dispatches/${page.id}/cards`} kind="quiet">{t("dispatch.page.cards")}</LinkButton></p>
      <DispatchBars page={page} />
      <NextSteps steps={page.steps} version={page.version} sent={sent} title={t("dispatch.page.next")} word={(to) => t(`dispatch.step.${to}`)} reason={t("dispatch.page.reason")} />
      <NoShows page={page} sent={sent} mayWrite={!agent} />
      <DispatchPeople page={page} mayAnswer={!agent} />
      {page.state !== "CLOSED" && page.people.length > 0 && (
        <AskContact form={sent?.values.intent === "see" ? sent : emptyForm()} contact={sent?.contact ?? null} whom={page.people.map((one) => ({ value: one.id, text: `${one.seat ?? t("dispatch.none")} · ${one.nameMasked} ${one.phoneMasked ?? ""} · ${t(`dispatch.seat.${one.state}`)}` }))} />
      )}
      {page.state === "OPEN" && !agent && <AskPeople page={page} sent={sent} />}
      {(page.state === "PLANNED" || page.state === "OPEN") && !agent && (
        <Fold summary={t("dispatch.page.change")} open={sent?.values.intent === "change"}>
          <form method="post" className="stack">
            <p className="soft">{t("dispatch.page.changeSays")}</p>
            <input type="hidden" name="version" value={page.version} />
            <Field form={change} name="gatherPlace" label={t("dispatch.plan.gatherPlace")} maxLength={120} />
            <Field form={change} name="gatherAt" label={t("dispatch.plan.gatherAt")} type="datetime-local" short />
            <Field form={change} name="departsAt" label={t("dispatch.plan.departsAt")} type="datetime-local" short />
            <Field form={change} name="arrivesAt" label={t("dispatch.plan.arrivesAt")} type="datetime-local" short />
            <Field form={change} name="plate" label={t("dispatch.plan.plate")} maxLength={20} short />
            <Field form={change} name="capacity" label={t("dispatch.plan.capacity")} type="number" inputMode="numeric" short min={1} />
            <p><Button name="intent" value="change">{t("dispatch.page.changeSubmit")}</Button></p>
          </form>
        </Fold>
      )}
      <Section title={t("dispatch.page.history")}>
        <Table dense cards caption={t("dispatch.page.history")} rows={page.events} rowKey={(one) => one.id} columns={[
          { key: "when", head: t("dispatch.page.when"), number: true, cell: (one) => at(one.at) }, { key: "what", head: t("dispatch.page.what"), rowHead: true, cell: (one) => <>{t(`dispatch.event.${one.kind as "OPEN"}`)}{one.reason && `${t("common.colon")}${one.reason}`}</> }, { key: "who", head: t("dispatch.page.who"), cell: (one) => t(`terms.role.${one.byRole}`) },
        ]} />
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
