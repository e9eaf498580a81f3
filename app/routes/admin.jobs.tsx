import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readJobsDesk } from "#app/data/read-models/jobs-desk.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { retryDeliveries } from "#app/usecases/operations/retry-deliveries.server.ts";
import { RunMark, RunStrip } from "../ui/charts/run-strip.tsx";
import { ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "jobsDesk.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(context, request, ["ADMIN"]);
  return { ...(await readJobsDesk(context.deps)), now: context.deps.clock.now(), retried: Number(new URL(request.url).searchParams.get("retried")) || null };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await retryDeliveries(context.deps, actor, { ...values, eventId: values.eventId || undefined });
  return result.ok ? redirect(`/admin/jobs?retried=${result.value.count}`) : { values, problems: result.problems };
}

/** The name of a schedule that the catalogue knows. */
const SCHEDULE = { housekeeping: "jobsDesk.names.housekeeping", "nightly-match": "jobsDesk.names.nightly-match", "audit-check": "jobsDesk.names.audit-check" } as const;

export default function Jobs() {
  const { waiting, setAside, schedules, now, retried } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const locale = useLocale();
  const ago = (since: Date | null) => {
    if (since === null) return "—";
    const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000));
    return seconds < 120 ? t("jobsDesk.ago", { n: seconds }) : seconds < 7_200 ? t("jobsDesk.agoMinutes", { n: Math.round(seconds / 60) }) : t("jobsDesk.agoHours", { n: Math.round(seconds / 3_600) });
  };
  const nameOf = (name: string) => (name in SCHEDULE ? t(SCHEDULE[name as keyof typeof SCHEDULE]) : name);
  const several = waiting.filter((one) => one.setAside > 1);
  return (
    <>
      <PageHead title={t("jobsDesk.title")} lead={t("jobsDesk.lead")}><p className="notice-after"><a href="/admin/queues">{t("jobsDesk.dashboard")}</a></p></PageHead>
      {sent && <ErrorSummary form={sent} />}
      {retried !== null && !sent && <Notice><p>{t("jobsDesk.retried", { n: formatCount(retried) })}</p></Notice>}
      <Section title={t("jobsDesk.setAside")} says={setAside.length > 0 ? t("jobsDesk.setAsideSays") : undefined}>
        {setAside.length === 0 ? <EmptyState title={t("jobsDesk.allWell")} /> : (
          <>
            {several.map((one) => (
              <form method="post" key={one.consumer} className="notice-after"><input type="hidden" name="consumer" value={one.consumer} /><button className="button quiet small" type="submit">{t("jobsDesk.retryAll", { consumer: one.consumer, n: formatCount(one.setAside) })}</button></form>
            ))}
            <Table dense cards caption={t("jobsDesk.setAside")} rows={setAside} rowKey={(one) => `${one.eventId} ${one.consumer}`} columns={[
              { key: "consumer", head: t("jobsDesk.consumer"), rowHead: true, cell: (one) => one.consumer },
              { key: "event", head: t("jobsDesk.event"), cell: (one) => one.event },
              { key: "subject", head: t("jobsDesk.subject"), cell: (one) => <code>{one.subjectId}</code> },
              { key: "error", head: t("jobsDesk.error"), cell: (one) => <code>{one.error}</code> },
              { key: "attempts", head: t("jobsDesk.attempts"), number: true, cell: (one) => t("jobsDesk.times", { n: one.attempts }) },
              { key: "at", head: t("jobsDesk.since"), cell: (one) => formatInstant(one.at, locale) },
              { key: "retry", head: t("jobsDesk.retry"), cell: (one) => (
                <form method="post" className="cell-form"><input type="hidden" name="consumer" value={one.consumer} /><input type="hidden" name="eventId" value={one.eventId} />
                  <button className="button quiet small" type="submit" aria-label={t("jobsDesk.retryFor", { consumer: one.consumer, subject: one.subjectId })}>{t("jobsDesk.retry")}</button></form>
              ) },
            ]} />
          </>
        )}
      </Section>
      <Section title={t("jobsDesk.waiting")} says={t("jobsDesk.waitingSays")}>
        {waiting.length === 0 ? <p className="soft">{t("jobsDesk.waitingNone")}</p> : (
          <Table dense cards caption={t("jobsDesk.waiting")} rows={waiting} rowKey={(one) => one.consumer} columns={[
            { key: "consumer", head: t("jobsDesk.consumer"), rowHead: true, cell: (one) => one.consumer },
            { key: "count", head: t("jobsDesk.count"), number: true, cell: (one) => formatCount(one.waiting) },
            { key: "aside", head: t("jobsDesk.setAsideCount"), number: true, cell: (one) => formatCount(one.setAside) },
            { key: "oldest", head: t("jobsDesk.oldest"), number: true, cell: (one) => ago(one.oldest) },
          ]} />
        )}
      </Section>
      <Section title={t("jobsDesk.clock")} says={t("jobsDesk.clockSays")}>
        {schedules.some((one) => one.failed + one.missed > 0) && <Notice kind="danger"><p>{t("jobsDesk.missedSays")}</p></Notice>}
        <p className="soft run-legend"><RunMark state="done" /> {t("jobsDesk.legendDone")} <RunMark state="failed" /> {t("jobsDesk.legendFailed")} <RunMark state="missed" /> {t("jobsDesk.legendMissed")} <RunMark state="due" /> {t("jobsDesk.legendDue")}</p>
        {schedules.map((one) => (
          <figure key={one.name} className="figure notice-after">
            <figcaption>{nameOf(one.name)}</figcaption>
            {one.slots.length === 0 ? <p className="soft">{t("jobsDesk.clockNone")}</p> : <RunStrip slots={one.slots} label={t("jobsDesk.chart", { name: nameOf(one.name), expected: one.expected, done: one.done, failed: one.failed, missed: one.missed })} />}
          </figure>
        ))}
        <Table dense cards caption={t("jobsDesk.clock")} rows={schedules} rowKey={(one) => one.name} columns={[
          { key: "name", head: t("jobsDesk.schedule"), rowHead: true, cell: (one) => nameOf(one.name) },
          { key: "expected", head: t("jobsDesk.expected"), number: true, cell: (one) => formatCount(one.expected) },
          { key: "done", head: t("jobsDesk.done"), number: true, cell: (one) => formatCount(one.done) },
          { key: "failed", head: t("jobsDesk.failed"), number: true, cell: (one) => formatCount(one.failed) },
          { key: "missed", head: t("jobsDesk.missed"), number: true, cell: (one) => formatCount(one.missed) },
        ]} />
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
