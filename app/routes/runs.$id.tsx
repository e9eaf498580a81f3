import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readRunPage } from "#app/data/read-models/runs.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { StackedBar } from "../ui/charts/stacked-bar.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { ProgressBar, Stat, Table } from "../ui/components/records.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatInstant } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ScoreBands } from "../ui/charts/score-bands.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "runs.page.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  requireActor(context, request, ["OFFICER", "ADMIN"]);
  return found(await readRunPage(context.deps, params.id ?? ""));
}

export default function Run() {
  const run = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const running = run.status === "QUEUED" || run.status === "RUNNING";
  const text = (group: string, key: string) => findText(locale, `terms.${group}.${key}`) ?? key;
  return (
    <div data-live={running ? "running" : "done"}>
      <PageHead title={t("runs.page.heading", { region: name(run.region), day: formatDay(run.asOf, locale) })} crumbs={[{ href: "/runs", text: t("runs.title") }, { text: t(`terms.runStatus.${run.status}`) }]}>
        <p className="soft">{formatInstant(run.requestedAt, locale)} · {run.requestedBy ?? t("runs.system")}</p>
      </PageHead>
      {run.status === "FAILED" && <Notice kind="danger"><p>{t("runs.page.failed", { error: run.error ?? "" })}</p></Notice>}
      {running && (
        <div className="stack">
          <ProgressBar label={text("runPhase", run.phase)} done={run.done} total={run.total} />
          <p className="faint"><a href={`/runs/${run.id}`}>{t("runs.page.refresh")}</a></p>
        </div>
      )}
      {run.result && (
        <>
          <div className="stats">
            <Stat small label={t("runs.proposals")} value={formatCount(run.result.proposals)} unit={t("board.person")} />
            <Stat small label={t("runs.seekers")} value={formatCount(run.result.seekers)} unit={t("board.person")} />
            <Stat small label={t("runs.openings")} value={formatCount(run.result.openings)} unit="" />
            <Stat small label={t("runs.pairs")} value={formatCount(run.result.pairs)} unit="" />
            <Stat small label={t("runs.seconds")} value={run.result.seconds.toFixed(1)} unit={locale === "zh" ? "秒" : "s"} />
          </div>
          <Section title={t("runs.page.stages")} says={t("runs.page.stageSays")}>
            <Table
              rows={run.result.stages.map((stage, index) => ({ ...stage, index }))}
              rowKey={(stage) => String(stage.index)}
              columns={[
                { key: "stage", head: t("runs.page.stage"), rowHead: true, cell: (stage) => stage.index + 1 },
                { key: "streams", head: t("runs.page.streams"), cell: (stage) => stage.streams.map((one) => t(`terms.stream.${one}`)).join(locale === "zh" ? "、" : ", ") },
                { key: "considered", head: t("runs.page.considered"), number: true, cell: (stage) => formatCount(stage.considered) },
                { key: "pairs", head: t("runs.pairs"), number: true, cell: (stage) => formatCount(stage.pairs) },
                { key: "assigned", head: t("runs.page.assigned"), number: true, cell: (stage) => formatCount(stage.assigned) },
              ]}
            />
            {run.result.skipped > 0 && <Facts rows={[[t("runs.page.skipped"), formatCount(run.result.skipped)]]} />}
          </Section>
          <div className="columns two section">
            <section>
              <div className="section-head"><h2>{t("runs.page.decisions")}</h2></div>
              <StackedBar id="decisions" head={t("runs.page.decisions")} unit={t("runs.page.matches")} parts={run.decisions.map((one) => ({ key: one.status, label: text("matchStatus", one.status), value: one.matches }))} />
            </section>
            <section>
              <div className="section-head"><h2>{t("runs.page.byStream")}</h2></div>
              <Table
                rows={run.byStream}
                rowKey={(one) => one.stream}
                columns={[
                  { key: "stream", head: t("runs.page.streams"), rowHead: true, cell: (one) => text("stream", one.stream) },
                  { key: "matches", head: t("runs.page.matches"), number: true, cell: (one) => formatCount(one.matches) },
                  { key: "mean", head: t("runs.page.meanScore"), number: true, cell: (one) => formatCount(one.meanScore) },
                ]}
              />
            </section>
          </div>
          <Section title={t("runs.page.scores")}><ScoreBands scores={run.scores} /></Section>
        </>
      )}
      {running && <script type="module" src="/enhance/live.js" />}
    </div>
  );
}

export const ErrorBoundary = PageError;
