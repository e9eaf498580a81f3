import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import reader from "jsqr/dist/jsQR.js?url";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readDispatch } from "#app/data/read-models/dispatch-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { confirmAllArrived, tickDispatch } from "#app/usecases/dispatches/tick.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import dispatchStyles from "../ui/styles/dispatch.css?url";
import { TickList } from "../ui/views/dispatch/tick-list.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.board.title", { noIndex: true });
export const links: LinksFunction = () => [{ rel: "stylesheet", href: dispatchStyles }];

const LEADS = ["OFFICER", "ADMIN", "AGENT"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, LEADS);
  const page = found(await readDispatch(context.deps, actor, params.id ?? ""));
  const query = new URL(request.url).searchParams;
  const done = page.people.find((one) => one.id === query.get("done")) ?? null;
  return { page, done, again: query.has("again") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, LEADS);
  const values = formValues(await readForm(request));
  const { deps } = context;
  const dispatchId = params.id ?? "";
  found(await readDispatch(deps, actor, dispatchId));
  const here = `/bureau/dispatches/${dispatchId}/boarding`;
  if (values.intent === "all") {
    const all = await confirmAllArrived(deps, actor, { dispatchId });
    return all.ok ? redirect(here) : { values, problems: all.problems };
  }
  const result = await tickDispatch(deps, actor, { dispatchId, tick: values.tick, card: values.card, ...(values.seatId ? { seatId: values.seatId } : {}), reason: values.reason });
  orNotFound(result, "seatId");
  return result.ok ? redirect(`${here}?done=${result.value.seatId}${result.value.again ? "&again" : ""}`) : { values, problems: result.problems };
}

export default function Boarding() {
  const { page, done, again } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const tick = page.state === "BOARDING" ? "BOARDED" : page.state === "ARRIVED" ? "ARRIVED" : null;
  const coming = page.people.filter((one) => ["YES", "BOARDED", "ARRIVED", "NO_SHOW", "LEFT"].includes(one.state));
  return (
    <>
      <PageHead title={t("dispatch.board.head", { place: name(page.place) })} lead={t("dispatch.board.lead", { gather: formatInstant(page.gatherAt, locale), place: page.gatherPlace })} crumbs={[{ href: `/bureau/dispatches/${page.id}`, text: t("dispatch.board.back") }, { text: t("dispatch.board.title") }]} />
      <ErrorSummary form={form} />
      {done && !sent && <Notice><p>{t(again ? "dispatch.board.again" : "dispatch.board.done", { name: done.nameMasked, seat: done.seat ?? "", state: t(`dispatch.seat.${done.state}`) })}</p></Notice>}
      <p><strong>{page.state === "ARRIVED" || page.state === "CLOSED" ? t("dispatch.board.countArrived", { arrived: formatCount(page.arrived), aboard: formatCount(page.aboard) }) : t("dispatch.board.count", { aboard: formatCount(page.aboard), all: formatCount(coming.length) })}</strong></p>
      {tick === null ? <Notice><p>{t("dispatch.board.closed")}</p></Notice> : (
        <section className="panel" data-ticks={`/bureau/dispatches/${page.id}/sync`} data-dispatch={page.id} data-waiting={t("dispatch.board.waiting", { n: "#" })} data-sent={t("dispatch.board.sent")} data-reader={reader} data-no-camera={t("dispatch.board.noCamera")}>
          <h2>{t(`dispatch.board.${tick}`)}</h2>
          <p className="soft">{t("dispatch.board.says")}</p>
          <form method="post" className="stack" data-tick="">
            <input type="hidden" name="tick" value={tick} />
            <Field form={form} name="card" label={t("dispatch.board.card")} hint={t("dispatch.board.cardHint")} maxLength={100} autoComplete="off" />
            <p className="tags"><Button size="big">{t(`dispatch.board.submit${tick}`)}</Button><button className="button quiet" type="button" hidden data-scan="" data-stop={t("dispatch.board.stop")}>{t("dispatch.board.scan")}</button></p>
          </form>
          <video className="scan-view" hidden muted playsInline data-view="" />
          <p role="status" aria-live="polite" data-says="" />
        </section>
      )}
      <Section title={t("dispatch.page.people")}><TickList people={coming} state={page.state} form={form} /></Section>
      {page.state === "ARRIVED" && coming.some((one) => one.state === "BOARDED") && <form method="post"><p><Button kind="quiet" name="intent" value="all">{t("dispatch.board.all")}</Button></p></form>}
      <script type="module" src="/enhance/boarding/main.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
