import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRunPage } from "#app/data/read-models/runs.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { cancelMatchRun } from "#app/usecases/matching/cancel-run.server.ts";
import { Button, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { ProgressBar } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatInstant } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { Answers, Fairness, Offered, Outcome, Proof, Stages } from "../ui/views/run-result.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "runs.page.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return found(await readRunPage(context.deps, actor, params.id ?? ""));
}

/** The page's one act: to call the run off. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const result = await cancelMatchRun(context.deps, actor, { runId: params.id });
  return result.ok ? redirect(`/runs/${result.value.runId}`) : { values: {}, problems: result.problems };
}

export default function Run() {
  const run = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const file = (part: string) => tableFile(`run-${part}`, { run: run.id });
  const running = run.status === "QUEUED" || run.status === "RUNNING";
  return (
    <>
      {sent && <ErrorSummary form={sent} />}
      <div data-live={running ? "running" : "done"}>
        <PageHead title={t("runs.page.heading", { region: name(run.region), day: formatDay(run.asOf, locale) })} crumbs={[{ href: "/runs", text: t("runs.title") }, { text: t(`terms.runStatus.${run.stopping ? "STOPPING" : run.status}`) }]}>
          <p className="soft">{formatInstant(run.requestedAt, locale)} · {run.requestedBy ?? t("runs.system")}</p>
        </PageHead>
        {run.status === "FAILED" && <Notice kind="danger"><p>{t("runs.page.failed", { error: run.error ?? "" })}</p></Notice>}
        {run.status === "CANCELLED" && <Notice><p>{t("runs.page.cancelled")}</p></Notice>}
        {run.stopping && <Notice kind="counted"><p>{t("runs.page.stopping")}</p></Notice>}
        {running && (
          <div className="stack">
            <ProgressBar label={findText(locale, `terms.runPhase.${run.phase}`) ?? run.phase} done={run.done} total={run.total} />
            <p className="faint"><a href={`/runs/${run.id}`}>{t("runs.page.refresh")}</a></p>
          </div>
        )}
        {run.result && run.status === "DONE" && (
          <>
            <Outcome result={run.result} previous={run.previous} />
            <Proof result={run.result} file={file} />
            <Stages result={run.result} file={file("stages")} />
            {run.decisions.length > 0 && <Answers run={run} file={file} />}
            {run.result.fairness && <Fairness report={run.result.fairness} file={file("groups")} />}
            {run.people.length > 0 && <Offered people={run.people} file={file("people")} />}
          </>
        )}
      </div>
      {running && !run.stopping && run.inScope && (
        <div className="notice-after">
          <Fold summary={t("runs.page.stop")}>
            <form method="post" className="stack"><p>{t("runs.page.stopSays")}</p><Button kind="danger">{t("runs.page.stopButton")}</Button></form>
          </Fold>
        </div>
      )}
      {running && <script type="module" src="/enhance/live.js" />}
    </>
  );
}

export const ErrorBoundary = PageError;
