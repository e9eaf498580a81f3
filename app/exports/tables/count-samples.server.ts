import { readSample, readSamples } from "#app/data/read-models/count-samples-page.server.ts";
import { RUNGS } from "#app/domain/placement/proof.ts";
import { type Asked, MOST_ROWS, sheetOf, type TableFile } from "../table-file.ts";

const sampleOf = ({ deps, actor, query }: Asked) => readSample(deps, actor, query.get("sample") ?? "");
const rungName = ({ t }: Asked, rung: number) => t(`terms.rung.${RUNGS[rung] ?? "NONE"}`);

export const countSamples: TableFile = {
  name: "count-samples",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("ledger.samples.list"), await readSamples(deps, actor, MOST_ROWS), [
      [t("ledger.samples.drawnAt"), (one) => ({ at: one.drawnAt })],
      [t("ledger.samples.region"), (one) => name(one.region)],
      [t("ledger.samples.year"), (one) => String(one.year)],
      [t("ledger.samples.drawn"), (one) => one.drawn],
      [t("ledger.samples.checked"), (one) => one.checked],
      [t("ledger.samples.wrong"), (one) => one.wrong],
    ]);
  },
};

export const sampleRungs: TableFile = {
  name: "sample-rungs",
  async read(asked) {
    const { t, name } = asked;
    const view = await sampleOf(asked);
    const share = (value: number | undefined) => (value === undefined ? null : { share: value });
    return view && sheetOf(t("ledger.samples.heading", { region: name(view.region), year: view.year }), view.rungs, [
      [t("ledger.samples.rung"), (one) => rungName(asked, one.rung)],
      [t("ledger.samples.population"), (one) => one.population],
      [t("ledger.samples.drawn"), (one) => one.drawn],
      [t("ledger.samples.checked"), (one) => one.checked],
      [t("ledger.samples.wrong"), (one) => one.wrong],
      [t("ledger.samples.unreached"), (one) => one.unreached],
      [t("ledger.samples.share"), (one) => share(one.interval?.share)],
      [`${t("ledger.samples.interval")} ↓`, (one) => share(one.interval?.low)],
      [`${t("ledger.samples.interval")} ↑`, (one) => share(one.interval?.high)],
    ]);
  },
};

export const samplePeople: TableFile = {
  name: "sample-people",
  async read(asked) {
    const { t, name } = asked;
    const view = await sampleOf(asked);
    return view && sheetOf(`${t("ledger.samples.heading", { region: name(view.region), year: view.year })} ${t("ledger.samples.people")}`, view.draws, [
      [t("tables.seq"), (one) => one.nr],
      [t("board.countyPage.name"), (one) => one.nameMasked],
      [t("seek.sms.to"), (one) => one.phoneMasked],
      [t("board.countyPage.home"), (one) => name(one.home)],
      [t("ledger.samples.rung"), (one) => rungName(asked, one.rung)],
      [t("seek.reports.post"), (one) => one.postTitle],
      [t("board.countyPage.employer"), (one) => one.employerName],
      [t("ledger.samples.finding"), (one) => t(`ledger.samples.findings.${one.finding}`)],
      [t("ledger.samples.note"), (one) => one.note],
    ], [[t("ledger.samples.seed", { seed: view.seed }), null]]);
  },
};
