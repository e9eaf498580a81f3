import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readEmployerPlacements } from "#app/data/read-models/employer-pages.server.ts";
import { RUNGS } from "#app/domain/placement/proof.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "employer.arrivals.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  return {
    people: await readEmployerPlacements(context.deps, actor.employerId ?? ""),
    today: context.deps.clock.today(),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await readForm(request));
  const left = values.intent === "left";
  const result = await recordPlacementEvent(context.deps, actor, { ...values, kind: left ? "ENDED" : "ON_THE_JOB" });
  return result.ok ? redirect(`/employer/placements?saved=${left ? "left" : "1"}`) : { values, problems: result.problems.map((problem) => ({ ...problem, field: `${left ? "left" : "day"}-${String(values.placementId)}` })) };
}

export default function Arrivals() {
  const { people, today, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const mayConfirm = (one: (typeof people)[number]) => !one.confirmedByUs && (one.state === "ACCEPTED" || one.state === "DEPARTED" || one.state === "ON_THE_JOB");
  return (
    <>
      <PageHead title={t("employer.arrivals.heading")} lead={t("employer.arrivals.says")} />
      {saved && !sent && <Notice><p>{t(saved === "left" ? "offers.left.done" : "employer.arrivals.saved")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {people.length === 0 ? (
        <EmptyState title={t("employer.arrivals.none")} proposals={[{ href: "/employer", text: t("employer.title") }]} />
      ) : (
        <Table
          cards
          caption={t("employer.arrivals.heading")}
          rows={people}
          rowKey={(one) => one.placementId}
          columns={[
            { key: "name", head: t("employer.arrivals.name"), rowHead: true, cell: (one) => <><a href={`/placements/${one.placementId}`} aria-label={`${one.nameMasked} ${t("employer.arrivals.details")}`}>{one.nameMasked}</a>{one.hiringId !== null && one.state !== "ENDED" && <><br /><a href={`/employer/hiring/${one.hiringId}`}>{t("recruit.hiring.phone")}<span className="visually-hidden"> {one.nameMasked}</span></a></>}</> },
            { key: "home", head: t("employer.arrivals.home"), cell: (one) => name(one.home) },
            { key: "post", head: t("employer.arrivals.post"), cell: (one) => one.postTitle },
            { key: "state", head: t("employer.arrivals.state"), cell: (one) => t(`terms.placementState.${one.state}`) },
            { key: "accepted", head: t("employer.arrivals.accepted"), number: true, cell: (one) => (one.acceptedOn ? formatDayShort(one.acceptedOn) : "—") },
            { key: "arrived", head: t("employer.arrivals.day"), number: true, cell: (one) => (one.arrivedOn ? formatDayShort(one.arrivedOn) : "—") },
            { key: "rung", head: t("employer.arrivals.rung"), cell: (one) => t(`terms.rung.${RUNGS[one.rung] ?? "NONE"}`) },
            {
              key: "confirm", head: t("employer.arrivals.confirm"),
              cell: (one) =>
                mayConfirm(one) ? (
                  <form method="post" className="cell-form">
                    <input type="hidden" name="placementId" value={one.placementId} />
                    <input className="input" type="date" name="happenedOn" id={`day-${one.placementId}`} max={today} min={one.acceptedOn ?? undefined} defaultValue={sent?.values.placementId === one.placementId ? String(sent.values.happenedOn) : (one.arrivedOn ?? today)} aria-label={t("employer.arrivals.day")} />
                    <select className="input" name="evidence" aria-label={t("employer.arrivals.evidence")}>{(["STATEMENT", "CONTRACT", "PAY_RECORD"] as const).map((kind) => <option key={kind} value={kind}>{t(`terms.evidence.${kind}`)}</option>)}</select>
                    <button className="button small" type="submit">{t("employer.arrivals.confirm")}</button>
                  </form>
                ) : one.confirmedByUs ? (
                  <><span>✓ {t("employer.arrivals.confirmed")}</span>{one.state === "ON_THE_JOB" && <Leaving one={one} today={today} sent={sent?.values.placementId === one.placementId && sent.values.intent === "left" ? sent : emptyForm({ happenedOn: today })} />}</>
                ) : (
                  "—"
                ),
            },
          ]}
        />
      )}
    </>
  );
}

/** Somebody has left: the day, and why if it is known. */
function Leaving({ one, today, sent }: { one: { placementId: string; nameMasked: string; arrivedOn: string | null }; today: string; sent: FormState }) {
  const t = useT();
  return (
    <Fold summary={<>{t("offers.left.title")}<span className="visually-hidden"> {one.nameMasked}</span></>} open={sent.problems.length > 0}>
      <form method="post" className="stack">
        <input type="hidden" name="placementId" value={one.placementId} />
        <Field form={sent} id={`left-${one.placementId}`} name="happenedOn" type="date" short max={today} min={one.arrivedOn ?? undefined} label={t("offers.left.day")} />
        <Field form={sent} id={`why-${one.placementId}`} name="reason" maxLength={300} label={t("offers.left.reason")} />
        <Button kind="quiet" size="small" name="intent" value="left">{t("offers.left.send")}</Button>
      </form>
    </Fold>
  );
}

export const ErrorBoundary = PageError;
