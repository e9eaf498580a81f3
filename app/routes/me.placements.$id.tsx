import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPlacementPage } from "#app/data/read-models/placement-page.server.ts";
import { findStationNear } from "#app/data/read-models/stations.server.ts";
import { ROLES } from "#app/domain/terms.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { answerCheckIn } from "#app/usecases/checkins/answer-check-in.server.ts";
import { reportDays, reportPay } from "#app/usecases/placements/report-pay.server.ts";
import { recordPlacementEvent, reversePlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Journey } from "../ui/components/journey.tsx";
import { tableFile, TableFileLink } from "../ui/components/table-file-link.tsx";
import { PlaceTag, StreamTag } from "../ui/components/tag.tsx";
import { ProofLadder, Timeline } from "../ui/components/timeline.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CheckInAnswers, useQuestion } from "../ui/views/check-in.tsx";
import { StationFacts } from "../ui/views/dispatch/station.tsx";
import { DaysForm, PayForm, ReportForms, ReverseForm } from "../ui/views/placement-forms.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "me.placement.title", { noIndex: true });

const PARTIES = ROLES.filter((role) => role !== "SYSTEM" && role !== "OPERATOR");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, PARTIES);
  const page = found(await readPlacementPage(context.deps, actor, params.id ?? ""));
  const station = actor.role === "SEEKER" && page.placeClass !== "IN_COUNTY" ? await findStationNear(context.deps, page.regionCode) : null;
  return { page, station, role: actor.role, today: context.deps.clock.today(), answered: new URL(request.url).searchParams.get("done") === "check-in" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, PARTIES);
  const values = formValues(await readForm(request));
  const input = { ...values, placementId: params.id };
  const result = values.intent === "check-in" ? await answerCheckIn(context.deps, actor, values) : values.intent === "pay" ? await reportPay(context.deps, actor, input) : values.intent === "days" ? await reportDays(context.deps, actor, input) : values.intent === "reverse" ? await reversePlacementEvent(context.deps, actor, input) : await recordPlacementEvent(context.deps, actor, input);
  return result.ok ? redirect(`${new URL(request.url).pathname}${values.intent === "check-in" ? "?done=check-in" : ""}`) : { values, problems: result.problems };
}

export default function Placement() {
  const { page, station, role, today, answered } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const question = useQuestion();
  const up = role === "SEEKER" ? { href: "/me", text: t("me.title") } : role === "EMPLOYER" ? { href: "/employer/placements", text: t("employer.arrivals.title") } : { href: "/board", text: t("board.title") };
  const title = page.post?.title ?? t("me.placement.headingNoPost");
  return (
    <>
      <PageHead title={title} crumbs={[up, { text: title }]}>
        <p className="lead">{role !== "SEEKER" && <>{t("me.placement.person", { name: page.person.nameMasked, home: name(page.person.home) })}<br /></>}{page.post && `${page.post.employerName} · `}{name(page.region)}</p>
        <p className="chips notice-after"><StreamTag stream={page.stream} /><PlaceTag placeClass={page.placeClass} />{page.post && <a href={`/jobs/${page.post.id}`}>{t("me.matches.more")}</a>}{page.hiringId !== null && <a href={`${role === "SEEKER" ? "/me/invitations" : "/employer/hiring"}/${page.hiringId}`}>{t(role === "SEEKER" ? "me.placement.callEmployer" : "me.placement.callPerson")}</a>}{role === "SEEKER" && page.post && <a href={`/me/questions/${page.post.id}`}>{t("offers.ask.link")}</a>}</p>
        <p className="notice-after"><strong>{t("me.placement.stateSays", { state: t(`terms.placementState.${page.state}`) })}</strong>{page.arrivedOn && <> · {t("me.placement.arrived", { day: formatDay(page.arrivedOn, locale) })}</>}{page.endedOn && <> · {t("me.placement.ended", { day: formatDay(page.endedOn, locale) })}</>}</p>
        {role === "SEEKER" && page.state === "ACCEPTED" && <p className="soft">{t("me.placement.acceptedNext")}</p>}
        {role === "SEEKER" && page.state === "ENDED" && <p className="notice-after"><a href="/me/matches">{t("me.placement.endedNext")}</a></p>}
      </PageHead>
      {page.placeClass === "OVERSEAS" && role === "SEEKER" && <p className="notice-after"><a href="/me/overseas">{t("overseas.mine.title")}</a></p>}
      {answered && <Notice><p>{t("offers.check.thanks")}</p></Notice>}
      <ErrorSummary form={form} />
      {page.asked && (
        <section className="panel" id="check-in">
          <h2>{t("offers.check.waiting")}{t("common.colon")}{question(page.asked.kind)}</h2>
          <p className="soft">{t("offers.check.once")}</p>
          <CheckInAnswers asked={page.asked} form={form} today={today} hidden={{ intent: "check-in", checkInId: page.asked.id }} />
        </section>
      )}
      <Section title={t("offers.journey.title")} says={t("offers.journey.says")}><Journey steps={page.journey} /></Section>
      <div className="section stack"><ReportForms actions={page.actions} form={form} role={role} today={today} /></div>
      {station && <Section title={t("dispatch.station.near")}><h3>{station.name}</h3><StationFacts station={station} /></Section>}
      {role === "SEEKER" && page.arrivedOn && page.post && <PayForm form={form} month={today.slice(0, 7)} days={page.stream === "MARKET" || page.stream === "WORKSHOP"} />}
      {role !== "SEEKER" && role !== "ADMIN" && page.arrivedOn && (page.stream === "MARKET" || page.stream === "WORKSHOP") && <DaysForm form={form} month={today.slice(0, 7)} />}
      <Section title={t("me.placement.ladder")} says={t("me.placement.ladderSays")}><ProofLadder rung={page.rung} /></Section>
      <Section title={t("me.placement.timeline")} says={t("me.placement.timelineSays")}>
        <Timeline lines={page.lines} extra={(line) => line.mayReverse && <ReverseForm eventId={line.id} form={form} />} />
        <TableFileLink file={tableFile("placement-ledger", { placement: page.id })} of={t("tables.placementLedger")} />
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
