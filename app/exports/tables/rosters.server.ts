import { differencesIn, openRosterReport, readRosterPage, readRosters, readSiteCounts, type ShownDifferenceLine } from "#app/data/read-models/rosters-page.server.ts";
import { REASONS, type ReasonCode } from "#app/domain/import/reasons.ts";
import { differenceWord, fieldWord } from "../../ui/roster-words.ts";
import { type Asked, MOST_ROWS, sheetOf, type TableFile } from "../table-file.ts";

const rosterOf = ({ deps, actor, query }: Asked) => readRosterPage(deps, actor, query.get("roster") ?? "");

export const rosters: TableFile = {
  name: "rosters",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("rosters.list"), await readRosters(deps, actor, MOST_ROWS), [
      [t("rosters.fileName"), (one) => one.fileName],
      [t("rosters.state"), (one) => t(`rosters.states.${one.state}`)],
      [t("rosters.at"), (one) => ({ at: one.uploadedAt })],
      [t("rosters.region"), (one) => name(one.region)],
      [t("rosters.rows"), (one) => one.rows],
      [t("rosters.imported"), (one) => one.imported],
      [t("rosters.updated"), (one) => one.updated],
      [t("rosters.rejected"), (one) => one.rejected],
    ]);
  },
};

export const rosterRejects: TableFile = {
  name: "roster-rejects",
  async read(asked) {
    const { t, locale } = asked;
    const roster = await rosterOf(asked);
    if (!roster) return null;
    const reasons = Object.entries((roster.result ?? roster.checked)?.rejectReasons ?? {}) as [ReasonCode, number][];
    return sheetOf(`${roster.fileName} ${t("rosters.reasons")}`, reasons.sort((a, b) => b[1] - a[1]), [
      [t("rosters.why"), ([code]) => REASONS[code][locale === "zh" ? 0 : 1]],
      [t("rosters.lines"), ([, lines]) => lines],
    ]);
  },
};

/** Every difference the roster brings, not only the first fifty. */
export const rosterDifferences: TableFile = {
  name: "roster-differences",
  async read({ deps, actor, query, t, locale }) {
    const report = await openRosterReport(deps, actor, query.get("roster") ?? "", "differences");
    if (!report) return null;
    const rows: (ShownDifferenceLine["differences"][number] & { line: number; nameMasked: string })[] = [];
    for await (const lines of differencesIn(deps, report.pieces)) {
      if (rows.length <= MOST_ROWS) rows.push(...lines.flatMap((one) => one.differences.map((each) => ({ ...each, line: one.line, nameMasked: one.nameMasked }))));
    }
    return sheetOf(`${report.fileName} ${t("rosters.differences")}`, rows, [
      [t("rosters.line"), (one) => one.line],
      [t("rosters.person"), (one) => one.nameMasked],
      [t("rosters.field"), (one) => fieldWord(one.field, locale)],
      [t("rosters.ours"), (one) => differenceWord(one, "before", locale)],
      [t("rosters.theirs"), (one) => differenceWord(one, "after", locale)],
    ]);
  },
};

export const resettlementSites: TableFile = {
  name: "resettlement-sites",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("tables.sites"), await readSiteCounts(deps, actor), [
      [t("tables.site"), (one) => one.name],
      [t("tables.county"), (one) => name(one.county)],
      [t("tables.households"), (one) => one.households],
      [t("tables.people"), (one) => one.people],
    ]);
  },
};
