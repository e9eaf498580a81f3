import { readRunPage, readRuns } from "#app/data/read-models/runs.server.ts";
import { type FairnessRow } from "#app/domain/matching/fairness.ts";
import { findText } from "../../ui/i18n/translate.ts";
import { DIMENSIONS, groupName } from "../../ui/views/run-result.tsx";
import { type Asked, MOST_ROWS, sheetOf, type TableFile } from "../table-file.ts";
import { partsSheet } from "./parts.ts";

const runOf = ({ deps, actor, query }: Asked, mostPeople = 0) => readRunPage(deps, actor, query.get("run") ?? "", mostPeople);
const term = ({ locale }: Asked, group: string, key: string) => findText(locale, `terms.${group}.${key}`) ?? key;

export const runs: TableFile = {
  name: "runs",
  async read({ deps, t, name }) {
    return sheetOf(t("runs.title"), await readRuns(deps, MOST_ROWS), [
      [t("runs.when"), (run) => ({ at: run.requestedAt })],
      [t("runs.region"), (run) => name(run.region)],
      [t("runs.by"), (run) => run.requestedBy ?? t("runs.system")],
      [t("runs.status"), (run) => t(`terms.runStatus.${run.stopping ? "STOPPING" : run.status}`)],
      [t("runs.asOf"), (run) => ({ day: run.asOf })],
      [t("runs.seekers"), (run) => run.result?.seekers ?? null],
      [t("runs.openings"), (run) => run.result?.openings ?? null],
      [t("runs.proposals"), (run) => run.result?.proposals ?? null],
      [t("runs.seconds"), (run) => run.result?.seconds ?? null],
    ]);
  },
};

export const runStages: TableFile = {
  name: "run-stages",
  async read(asked) {
    const { t } = asked;
    const run = await runOf(asked);
    return run && sheetOf(t("runs.page.stages"), (run.result?.stages ?? []).map((stage, index) => ({ ...stage, index })), [
      [t("runs.page.stage"), (stage) => stage.index + 1],
      [t("runs.page.streams"), (stage) => stage.streams.map((one) => t(`terms.stream.${one}`)).join(t("common.listed"))],
      [t("runs.page.considered"), (stage) => stage.considered],
      [t("runs.page.assigned"), (stage) => stage.assigned],
      [t("runs.page.value"), (stage) => stage.value],
    ]);
  },
};

export const runPhases: TableFile = {
  name: "run-phases",
  async read(asked) {
    const { t } = asked;
    const run = await runOf(asked);
    const phases = Object.entries(run?.result?.perPhaseSeconds ?? {});
    const total = phases.reduce((sum, [, seconds]) => sum + seconds, 0);
    return run && sheetOf(t("runs.page.phases"), phases, [
      [t("runs.page.phase"), ([phase]) => term(asked, "runPhase", phase)],
      [t("runs.seconds"), ([, seconds]) => seconds],
      [t("runs.page.phaseShare"), ([, seconds]) => (total > 0 ? { share: seconds / total } : null)],
    ]);
  },
};

/** Points reached and the bound proved, moment by moment: all of them, where the page shows some. */
export const runHistory: TableFile = {
  name: "run-history",
  async read(asked) {
    const { t } = asked;
    const run = await runOf(asked);
    return run && sheetOf(t("runs.page.historyTitle"), run.result?.history ?? [], [
      [t("runs.seconds"), (one) => one.seconds],
      [t("runs.page.phase"), (one) => term(asked, "runPhase", one.phase)],
      [t("runs.page.value"), (one) => one.value],
      [t("runs.page.bound"), (one) => one.bound],
    ]);
  },
};

/** How the run served each group of each kind, in one list that filters by kind. */
export const runGroups: TableFile = {
  name: "run-groups",
  async read(asked) {
    const { t, locale } = asked;
    const run = await runOf(asked);
    const rows = DIMENSIONS.flatMap((dimension) => (run?.result?.fairness?.[dimension.key] ?? []).map((row: FairnessRow) => ({ ...row, kind: t(dimension.title), name: groupName(dimension, row.group, locale) })));
    return run && sheetOf(t("runs.page.fairness"), rows, [
      [t("tables.kind"), (row) => row.kind],
      [t("runs.page.group"), (row) => row.name],
      [t("runs.page.people"), (row) => row.people],
      [t("runs.page.placed"), (row) => row.placed],
      [t("common.share"), (row) => (row.people > 0 ? { share: row.placed / row.people } : null)],
      [t("runs.page.meanScore"), (row) => row.meanScore],
    ]);
  },
};

export const runAnswers: TableFile = {
  name: "run-answers",
  async read(asked) {
    const { t } = asked;
    const run = await runOf(asked);
    return run && partsSheet(asked, { title: t("runs.page.decisions"), unit: t("runs.page.matches"), parts: run.decisions.map((one) => ({ label: term(asked, "matchStatus", one.status), value: one.matches })) });
  },
};

export const runStreams: TableFile = {
  name: "run-streams",
  async read(asked) {
    const { t } = asked;
    const run = await runOf(asked);
    return run && sheetOf(t("runs.page.byStream"), run.byStream, [
      [t("runs.page.streams"), (one) => term(asked, "stream", one.stream)],
      [t("runs.page.matches"), (one) => one.matches],
      [t("runs.page.meanScore"), (one) => one.meanScore],
    ]);
  },
};

export const runScores: TableFile = {
  name: "run-scores",
  async read(asked) {
    const { t } = asked;
    const run = await runOf(asked);
    return run && sheetOf(t("runs.page.scores"), run.scores.map((count, index) => ({ count, index })), [
      [t("runs.page.band"), (one) => `${one.index * 100}–${one.index === 9 ? 1000 : one.index * 100 + 99}`],
      [t("runs.page.matches"), (one) => one.count],
    ]);
  },
};

/** Everybody of the officer's region whom the run offered a post, where the page shows a few. */
export const runPeople: TableFile = {
  name: "run-people",
  async read(asked) {
    const { t, name } = asked;
    const run = await runOf(asked, MOST_ROWS + 1);
    return run && sheetOf(t("runs.page.offered"), run.people, [
      [t("runs.page.person"), (one) => one.nameMasked],
      [t("runs.page.home"), (one) => name(one.home)],
      [t("runs.page.post"), (one) => one.postTitle],
      [t("runs.page.band"), (one) => one.score],
    ]);
  },
};
