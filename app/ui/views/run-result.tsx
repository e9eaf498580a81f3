import type { RunPageView } from "#app/data/read-models/runs.server.ts";
import type { FairnessReport, FairnessRow } from "#app/domain/matching/fairness.ts";
import type { StoredRunResult } from "#app/domain/matching/read-run-result.ts";
import { Bars } from "../charts/bars.tsx";
import { BoundChart } from "../charts/bound-chart.tsx";
import { ScoreBands } from "../charts/score-bands.tsx";
import { StackedBar } from "../charts/stacked-bar.tsx";
import { Facts, Section } from "../components/page.tsx";
import { Stat, Table } from "../components/records.tsx";
import { TableFileLink } from "../components/table-file-link.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatCount, formatInstant, formatLimit, formatPercent } from "../i18n/format.ts";
import { findText, type Locale, translator } from "../i18n/translate.ts";

const countOr = (value: number | null) => (value === null ? "—" : formatCount(value));

function useTerm(group: string): (key: string) => string {
  const locale = useLocale();
  return (key) => findText(locale, `terms.${group}.${key}`) ?? key;
}

/** What came of the run and how good that provably is, in one sentence first. */
export function Outcome({ result, previous }: { result: StoredRunResult; previous: RunPageView["previous"] }) {
  const t = useT();
  const locale = useLocale();
  const { gapPct } = result;
  const change = (result.proposals ?? 0) - (previous?.result.proposals ?? 0);
  return (
    <section className="stack">
      <p className="lead"><strong>{gapPct === null ? t("runs.page.proofNone") : gapPct <= 0 ? t("runs.page.proofBest") : t("runs.page.proofGap", { gap: formatLimit(gapPct) })}</strong></p>
      {previous && previous.result.proposals !== null && (
        <p className="soft">
          {t("runs.page.previous", { at: formatInstant(previous.requestedAt, locale), before: formatCount(previous.result.proposals), change: change === 0 ? t("runs.page.previousSame") : t(change > 0 ? "runs.page.previousMore" : "runs.page.previousFewer", { n: formatCount(Math.abs(change)) }) })}
          {previous.result.gapPct !== null && ` ${t("runs.page.previousGap", { gap: formatLimit(previous.result.gapPct) })}`} <a href={`/runs/${previous.id}`}>{t("runs.page.previousLink")}</a>
        </p>
      )}
      <div className="stats">
        <Stat small label={t("runs.page.matched")} value={countOr(result.matched)} unit={t("board.person")} />
        <Stat small label={t("runs.seekers")} value={countOr(result.seekers)} unit={t("board.person")} />
        <Stat small label={t("runs.openings")} value={countOr(result.openings)} unit="" note={result.allowedPairs === null ? undefined : `${t("runs.pairs")} ${formatCount(result.allowedPairs)}`} />
        {result.value !== null && <Stat small label={t("runs.page.value")} value={formatCount(result.value)} unit="" note={result.bound === null ? undefined : `${t("runs.page.bound")} ${formatCount(result.bound)}`} />}
        {result.seconds !== null && <Stat small label={t("runs.seconds")} value={result.seconds.toFixed(1)} unit={locale === "zh" ? "秒" : "s"} note={result.peakRssMb === null ? undefined : t("runs.page.memory", { mb: formatCount(result.peakRssMb) })} />}
      </div>
      {gapPct !== null && <p className="soft prose">{t("runs.page.proofSays")}</p>}
    </section>
  );
}

export function Proof({ result, file }: { result: StoredRunResult; file(part: string): string }) {
  const t = useT();
  const phaseName = useTerm("runPhase");
  const phases = Object.entries(result.perPhaseSeconds);
  const total = phases.reduce((sum, [, seconds]) => sum + seconds, 0);
  return (
    <>
      {result.history.length > 1 && <Section title={t("runs.page.historyTitle")}><BoundChart history={result.history} phaseName={phaseName} file={file("history")} /></Section>}
      {phases.length > 0 && (
        <Section title={t("runs.page.phases")}>
          <figure className="figure">
            <Bars label={t("runs.page.phases")} bars={phases.map(([phase, seconds]) => ({ key: phase, label: phaseName(phase), value: seconds, text: t("runs.secondsValue", { n: seconds.toFixed(1) }) }))} />
            <Table
              file={file("phases")}
              dense
              rows={phases}
              rowKey={([phase]) => phase}
              columns={[
                { key: "phase", head: t("runs.page.phase"), rowHead: true, cell: ([phase]) => phaseName(phase) },
                { key: "seconds", head: t("runs.seconds"), number: true, cell: ([, seconds]) => t("runs.secondsValue", { n: seconds.toFixed(1) }) },
                { key: "share", head: t("runs.page.phaseShare"), number: true, cell: ([, seconds]) => (total > 0 ? formatPercent(seconds / total) : "—") },
              ]}
            />
          </figure>
        </Section>
      )}
    </>
  );
}

export function Stages({ result, file }: { result: StoredRunResult; file: string }) {
  const t = useT();
  return (
    <Section title={t("runs.page.stages")} says={t("runs.page.stageSays")}>
      <Table
        file={file}
        rows={result.stages.map((stage, index) => ({ ...stage, index }))}
        rowKey={(stage) => String(stage.index)}
        columns={[
          { key: "stage", head: t("runs.page.stage"), rowHead: true, cell: (stage) => stage.index + 1 },
          { key: "streams", head: t("runs.page.streams"), cell: (stage) => stage.streams.map((one) => t(`terms.stream.${one}`)).join(t("common.listed")) },
          { key: "considered", head: t("runs.page.considered"), number: true, cell: (stage) => formatCount(stage.considered) },
          { key: "assigned", head: t("runs.page.assigned"), number: true, cell: (stage) => formatCount(stage.assigned) },
          { key: "value", head: t("runs.page.value"), number: true, cell: (stage) => countOr(stage.value) },
        ]}
      />
      <Facts rows={[
        result.kept !== null && [t("runs.page.kept"), formatCount(result.kept)],
        result.skipped !== null && result.skipped > 0 && [t("runs.page.skipped"), formatCount(result.skipped)],
      ]} />
    </Section>
  );
}

export const DIMENSIONS = [
  { key: "category", title: "runs.page.byCategory", group: "personCategory" },
  { key: "countyClass", title: "runs.page.byCountyClass", group: "countyClass" },
  { key: "sex", title: "runs.page.bySex", group: "sex" },
  { key: "ageBand", title: "runs.page.byAgeBand", group: null },
] as const;

/** The longest list beside the three short ones. */
const COLUMNS = [DIMENSIONS.slice(0, 1), DIMENSIONS.slice(1)];

const shareOf = (row: FairnessRow) => (row.people > 0 ? row.placed / row.people : 0);

/** A group's name within its dimension. */
export function groupName({ group }: (typeof DIMENSIONS)[number], key: string, locale: Locale): string {
  return group === null ? translator(locale)("runs.page.ageBand", { band: key }) : (findText(locale, `terms.${group}.${key}`) ?? key);
}

function FairnessFigure({ dimension, rows, most }: { dimension: (typeof DIMENSIONS)[number]; rows: readonly FairnessRow[]; most: number }) {
  const t = useT();
  const locale = useLocale();
  const { title } = dimension;
  const name = (row: FairnessRow) => groupName(dimension, row.group, locale);
  if (rows.length === 0) return null;
  return (
    <figure className="figure">
      <h3>{t(title)}</h3>
      <Bars label={`${t(title)}: ${t("runs.page.rate")}`} most={most} bars={rows.map((row) => ({ key: row.group, label: name(row), value: shareOf(row), text: formatPercent(shareOf(row)) }))} />
      <Table
        dense
        rows={rows}
        rowKey={(row) => row.group}
        columns={[
          { key: "group", head: t("runs.page.group"), rowHead: true, cell: name },
          { key: "people", head: t("runs.page.people"), number: true, cell: (row) => formatCount(row.people) },
          { key: "placed", head: t("runs.page.placed"), number: true, cell: (row) => formatCount(row.placed) },
          { key: "rate", head: t("common.share"), number: true, cell: (row) => formatPercent(shareOf(row)) },
          { key: "mean", head: t("runs.page.meanScore"), number: true, cell: (row) => countOr(row.meanScore) },
        ]}
      />
    </figure>
  );
}

/** How the run served each group, and what that does and does not tell. */
export function Fairness({ report, file }: { report: FairnessReport; file: string }) {
  const t = useT();
  const most = Math.max(1e-9, ...DIMENSIONS.flatMap(({ key }) => report[key].map(shareOf)));
  return (
    <Section title={t("runs.page.fairness")} says={t("runs.page.fairnessSays")}>
      <div className="prose"><p>{t("runs.page.fairnessMay")}</p><p>{t("runs.page.fairnessMayNot")}</p></div>
      <div className="columns two notice-after">
        {COLUMNS.map((dimensions) => (
          <div className="stack" key={dimensions[0]?.key}>{dimensions.map((one) => <FairnessFigure key={one.key} dimension={one} rows={report[one.key]} most={most} />)}</div>
        ))}
      </div>
      <TableFileLink file={file} of={t("runs.page.fairness")} />
    </Section>
  );
}

/** What people answered, by what kind of post, and how well the offers match. */
export function Answers({ run, file }: { run: Pick<RunPageView, "decisions" | "byStream" | "scores">; file(part: string): string }) {
  const t = useT();
  const status = useTerm("matchStatus");
  const stream = useTerm("stream");
  return (
    <>
      <div className="columns two section">
        <section>
          <div className="section-head"><h2>{t("runs.page.decisions")}</h2></div>
          <StackedBar file={file("answers")} id="decisions" head={t("runs.page.decisions")} unit={t("runs.page.matches")} parts={run.decisions.map((one) => ({ key: one.status, label: status(one.status), value: one.matches }))} />
        </section>
        <section>
          <div className="section-head"><h2>{t("runs.page.byStream")}</h2></div>
          <Table
            file={file("streams")}
            rows={run.byStream}
            rowKey={(one) => one.stream}
            columns={[
              { key: "stream", head: t("runs.page.streams"), rowHead: true, cell: (one) => stream(one.stream) },
              { key: "matches", head: t("runs.page.matches"), number: true, cell: (one) => formatCount(one.matches) },
              { key: "mean", head: t("runs.page.meanScore"), number: true, cell: (one) => formatCount(one.meanScore) },
            ]}
          />
        </section>
      </div>
      <Section title={t("runs.page.scores")}><ScoreBands scores={run.scores} file={file("scores")} /></Section>
    </>
  );
}

export function Offered({ people, file }: { people: RunPageView["people"]; file: string }) {
  const t = useT();
  const name = useName();
  return (
    <Section title={t("runs.page.offered")} says={t("runs.page.offeredSays", { n: people.length })}>
      <Table
        file={file}
        dense
        cards
        caption={t("runs.page.offered")}
        rows={people}
        rowKey={(one) => one.personId}
        columns={[
          { key: "name", head: t("runs.page.person"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "home", head: t("runs.page.home"), cell: (one) => name(one.home) },
          { key: "post", head: t("runs.page.post"), cell: (one) => <a href={`/jobs/${one.postId}`}>{one.postTitle}</a> },
          { key: "score", head: t("runs.page.band"), number: true, cell: (one) => formatCount(one.score) },
          { key: "why", head: t("runs.page.why"), cell: (one) => <a href={`/matches/why?${new URLSearchParams({ worker: one.personId, post: one.postId })}`} aria-label={`${t("runs.page.why")}: ${one.nameMasked}, ${one.postTitle}`}>{t("common.open")}</a> },
        ]}
      />
    </Section>
  );
}
