import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyDispatch } from "#app/data/read-models/my-dispatches.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { answerDispatch } from "#app/usecases/dispatches/fill-list.server.ts";
import { saveEmergencyContact } from "#app/usecases/dispatches/save-emergency-contact.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { qrOf } from "../ui/qr.server.ts";
import dispatchStyles from "../ui/styles/dispatch.css?url";
import { BoardingCard } from "../ui/views/dispatch/card.tsx";
import { SeatTag } from "../ui/views/dispatch/parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.card.title", { noIndex: true });
export const links: LinksFunction = () => [{ rel: "stylesheet", href: dispatchStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const card = found(await readMyDispatch(context.deps, requireActor(context, request, ["SEEKER"]), params.id ?? ""));
  return { card, qr: card.card === null ? null : qrOf(card.card), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const dispatchId = params.id ?? "";
  found(await readMyDispatch(context.deps, actor, dispatchId));
  const result = values.intent === "contact" ? await saveEmergencyContact(context.deps, actor, values) : await answerDispatch(context.deps, actor, { dispatchId, answer: values.intent });
  return result.ok ? redirect(`/me/dispatches/${dispatchId}?saved=1`) : { values, problems: result.problems };
}

export default function MyDispatch() {
  const { card, qr, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const contact = sent?.values.intent === "contact" ? sent : emptyForm(card.emergency ? { name: card.emergency.name, relation: card.emergency.relation ?? "", phone: card.emergency.phone } : {});
  const open = card.dispatchState === "OPEN" || card.dispatchState === "BOARDING";
  return (
    <>
      <div className="no-print">
        <PageHead title={`${name(card.place)} ${card.destination}`} crumbs={[{ href: "/me/dispatches", text: t("dispatch.mine.title") }, { text: t("dispatch.card.title") }]}><p className="tags notice-after"><SeatTag state={card.state} /></p></PageHead>
        {sent && <ErrorSummary form={sent} />}
        {saved && !sent && <Notice><p>{t("dispatch.mine.saved")}</p></Notice>}
        {card.dispatchState === "CANCELLED" && <Notice kind="danger"><p>{t("dispatch.mine.cancelled", { reason: card.reason ?? "" })}</p></Notice>}
        {card.state === "ARRIVED" && <Notice><p>{t("dispatch.mine.arrived")}</p></Notice>}
        {card.state === "NO_SHOW" && <Notice><p>{t("dispatch.mine.noShow")}</p></Notice>}
        {(card.state === "DECLINED" || card.state === "WITHDRAWN" || card.state === "LAPSED") && <Notice><p>{t("dispatch.mine.over")}</p></Notice>}
        {open && card.state === "ASKED" && (
          <section className="panel">
            <h2>{t("dispatch.mine.answer")}</h2>
            <Facts rows={[
              [t("dispatch.card.when"), formatInstant(card.gatherAt, locale)], [t("dispatch.card.where"), card.gatherPlace], [t("dispatch.card.arrives"), formatInstant(card.arrivesAt, locale)], [t("dispatch.card.vehicle"), `${t(`dispatch.vehicle.${card.vehicle}`)} ${card.plate}`],
              [t("dispatch.mine.fare"), t(card.publicFare ? "dispatch.card.fareFree" : "dispatch.card.fareOwn")], card.escort && [t("dispatch.card.escort"), `${card.escort.name} ${card.escort.phone}`],
            ]} />
            <form method="post" className="tags notice-after"><button className="button big" type="submit" name="intent" value="yes">{t("dispatch.mine.yes")}</button><button className="button quiet" type="submit" name="intent" value="no">{t("dispatch.mine.no")}</button></form>
          </section>
        )}
      </div>
      {qr && card.dispatchState !== "CANCELLED" && <BoardingCard card={card} qr={qr} />}
      <div className="no-print">
        {qr && <p><button className="button" type="button" hidden data-print="">{t("dispatch.card.print")}</button></p>}
        {open && (card.state === "ASKED" || card.state === "YES") && (
          <Section title={t("dispatch.mine.contactTitle")} says={t("dispatch.mine.contactSays")}>
            <form method="post" className="stack">
              <Field form={contact} name="name" label={t("dispatch.mine.name")} maxLength={40} short autoComplete="off" />
              <Field form={contact} name="relation" label={t("dispatch.mine.relation")} maxLength={20} short />
              <Field form={contact} name="phone" label={t("dispatch.mine.phone")} maxLength={20} short autoComplete="off" />
              <p><Button kind="quiet" name="intent" value="contact">{t("dispatch.mine.save")}</Button></p>
            </form>
          </Section>
        )}
        {open && card.state === "YES" && <form method="post" className="notice-after"><p><Button kind="quiet" name="intent" value="no">{t("dispatch.mine.leave")}</Button></p></form>}
      </div>
      <script type="module" src="/enhance/share.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
