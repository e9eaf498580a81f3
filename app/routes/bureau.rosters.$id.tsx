import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRosterPage } from "#app/data/read-models/rosters-page.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { cancelRoster } from "#app/usecases/rosters/cancel-roster.server.ts";
import { mapColumns } from "#app/usecases/rosters/map-columns.server.ts";
import { takeRoster } from "#app/usecases/rosters/take-roster.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { ProgressBar } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useProblemText, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { RosterColumns, RosterTake } from "../ui/views/roster-forms.tsx";
import { RosterCounts, RosterDifferences, RosterFacts, RosterRejects } from "../ui/views/roster.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "rosters.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return found(await readRosterPage(context.deps, actor, params.id ?? ""));
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const rosterId = params.id ?? "";
  const form = await readForm(request);
  const values = formValues(form);
  const all = (name: string) => form.getAll(name).map(String);
  const asked = { rosterId, version: values.version };
  const result = values.intent === "take" ? await takeRoster(context.deps, actor, { ...asked, keep: all("keep") })
    : values.intent === "cancel" ? await cancelRoster(context.deps, actor, { rosterId })
      : await mapColumns(context.deps, actor, { ...asked, columns: all("column") });
  if (result.ok) return redirect(`/bureau/rosters/${rosterId}`);
  orNotFound(result);
  return { values: { ...values, column: all("column"), keep: all("keep") }, problems: result.problems };
}

export default function Roster() {
  const roster = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const say = useProblemText();
  const locale = useLocale();
  const { state, checked, result } = roster;
  const summary = result ?? checked;
  const canMap = state === "MAPPING" || state === "CHECKED";
  const canCancel = roster.working || canMap || state === "RECEIVING";
  return (
    <>
      <ErrorSummary form={form} />
      <div data-live={roster.working ? "running" : "done"} data-live-ms="1500">
        <PageHead title={roster.fileName} lead={t(`rosters.leads.${state}`)} crumbs={[{ href: "/bureau/rosters", text: t("rosters.title") }, { text: t(`rosters.states.${state}`) }]}>
          <p className="soft">{formatInstant(roster.uploadedAt, locale)}</p>
        </PageHead>
        {state === "FAILED" && <Notice kind="danger"><p>{say({ code: roster.problem ?? "roster-failed" })}</p><p><a href="/bureau/rosters">{t("rosters.again")}</a></p></Notice>}
        {roster.stopping && <Notice kind="counted"><p>{t("rosters.stopping")}</p></Notice>}
        {roster.working && (
          <div className="stack">
            <ProgressBar label={t("rosters.progress", { rows: formatCount(roster.progress.rows) })} done={Math.round(roster.progress.done / 1_024)} total={Math.round(roster.progress.total / 1_024)} />
            <p className="faint"><a href={`/bureau/rosters/${roster.id}`}>{t("rosters.refresh")}</a></p>
          </div>
        )}
        {summary && !roster.working && <RosterCounts summary={summary} done={result !== null} />}
        {summary?.brokenAt && <Notice kind="danger"><p>{t("rosters.broken", { line: formatCount(summary.brokenAt.line ?? 0) })}</p></Notice>}
        {state === "CHECKED" && checked && <RosterTake form={form} checked={checked} version={roster.version} />}
        {roster.differences.length > 0 && !roster.working && (
          <Section title={t("rosters.differences")} says={t("rosters.differencesSays", { n: formatCount(summary?.differing ?? 0), shown: formatCount(roster.differences.length) })}>
            <RosterDifferences lines={roster.differences} file={roster.reports.includes("DIFFERENCES") ? tableFile("roster-differences", { roster: roster.id }) : undefined} />
            {roster.reports.includes("DIFFERENCES") && <p className="notice-after"><a href={`/bureau/rosters/${roster.id}/reports/differences`}>{t("rosters.reports.DIFFERENCES")}</a></p>}
          </Section>
        )}
        {summary && summary.rejected > 0 && !roster.working && (
          <Section title={t("rosters.rejected")} says={t("rosters.rejectedSays")}>
            <RosterRejects summary={summary} file={tableFile("roster-rejects", { roster: roster.id })} />
            <ul className="plain-list notice-after">
              {roster.reports.includes("REJECTS") && <li><a href={`/bureau/rosters/${roster.id}/reports/rejects`}>{t("rosters.reports.REJECTS")}</a></li>}
              {roster.reports.includes("NOTES") && <li><a href={`/bureau/rosters/${roster.id}/reports/notes`}>{t("rosters.reports.NOTES")}</a></li>}
            </ul>
          </Section>
        )}
        {canMap && <Section title={t("rosters.columns")} says={t("rosters.columnsSays")}><RosterColumns form={form} roster={roster} again={state === "CHECKED"} /></Section>}
        <Section title={t("rosters.about")}><RosterFacts roster={roster} /></Section>
      </div>
      {canCancel && !roster.stopping && (
        <div className="notice-after">
          <Fold summary={t("rosters.cancel")}>
            <form method="post" className="stack"><p>{t("rosters.cancelSays")}</p><p><Button kind="danger" name="intent" value="cancel">{t("rosters.cancelButton")}</Button></p></form>
          </Fold>
        </div>
      )}
      {roster.working && <script type="module" src="/enhance/live.js" />}
    </>
  );
}

export const ErrorBoundary = PageError;
