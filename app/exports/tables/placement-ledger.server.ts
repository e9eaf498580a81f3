import { readPlacementPage } from "#app/data/read-models/placement-page.server.ts";
import { sheetOf, type TableFile } from "../table-file.ts";

/** A placement's ledger as it grew; lines taken back stay in it. */
export const placementLedger: TableFile = {
  name: "placement-ledger",
  async read({ deps, actor, query, t, name }) {
    const page = await readPlacementPage(deps, actor, query.get("placement") ?? "");
    return page && sheetOf(`${t("tables.placementLedger")} ${page.person.nameMasked}`, page.lines, [
      [t("tables.seq"), (line) => line.seq],
      [t("tables.event"), (line) => t(`terms.eventKind.${line.kind}`)],
      [t("tables.happened"), (line) => ({ day: line.happenedOn })],
      [t("tables.recorded"), (line) => ({ at: line.recordedAt })],
      [t("tables.by"), (line) => t(`terms.role.${line.saidByRole}`)],
      [t("tables.evidence"), (line) => (line.evidence === "NONE" ? null : t(`terms.evidence.${line.evidence}`))],
      [t("tables.reason"), (line) => line.reason],
      [t("tables.takenBack"), (line) => t(line.reversed ? "common.yes" : "common.no")],
      [t("tables.seal"), (line) => line.seal],
    ], [[t("seek.reports.post"), page.post?.title ?? null], [t("seek.reports.place"), name(page.region)]]);
  },
};
