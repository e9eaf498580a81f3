import { readAskedRestatement } from "#app/data/read-models/frozen-months-page.server.ts";
import { formatMonth } from "../../ui/i18n/format.ts";
import { restatementWhy } from "../../ui/views/restatement.ts";
import { type Asked, MOST_ROWS, type Sheet, sheetOf, type SheetColumn, type TableFile } from "../table-file.ts";

const asWas = async ({ deps, actor, query }: Asked, most = 0) => (await readAskedRestatement(deps, actor, { month: query.get("month") ?? "", query, most }))?.view ?? null;
type View = NonNullable<Awaited<ReturnType<typeof asWas>>>;

const titleOf = ({ t, locale }: Asked, view: View, of: string) => `${t("ledger.months.restatement", { year: view.year, month: formatMonth(view.month, locale) })} ${of}`;
const sums = <Row extends { come: number; gone: number }>({ t }: Asked): SheetColumn<Row>[] => [[t("ledger.months.come"), (one) => one.come], [t("ledger.months.gone"), (one) => one.gone]];
const notes = ({ t }: Asked, view: View): Sheet["notes"] => [[t("ledger.months.frozen"), view.inRegion.frozen], [t("ledger.months.now"), view.inRegion.now]];

export const restatementReasons: TableFile = {
  name: "restatement-reasons",
  async read(asked) {
    const { t } = asked;
    const view = await asWas(asked);
    const title = t("ledger.months.byReason");
    return view && sheetOf(titleOf(asked, view, title), view.byReason, [[title, (one) => t(`ledger.months.reason.${one.why}`)], ...sums<View["byReason"][number]>(asked)], notes(asked, view));
  },
};

export const restatementCounties: TableFile = {
  name: "restatement-counties",
  async read(asked) {
    const view = await asWas(asked);
    const title = asked.t("ledger.months.byCounty");
    return view && sheetOf(titleOf(asked, view, title), view.byCounty, [[title, (one) => asked.name(one.name)], ...sums<View["byCounty"][number]>(asked)], notes(asked, view));
  },
};

/** Everybody who came into or left the month since, not only the first of them. */
export const restatementPeople: TableFile = {
  name: "restatement-people",
  async read(asked) {
    const { t, locale, name } = asked;
    const view = await asWas(asked, MOST_ROWS);
    return view && sheetOf(titleOf(asked, view, t("ledger.months.people")), { rows: view.people, total: view.changes }, [
      [t("ledger.months.person"), (one) => one.nameMasked],
      [t("ledger.months.county"), (one) => name(one.county)],
      [t("ledger.months.direction"), (one) => t(one.change === 1 ? "ledger.months.plus" : "ledger.months.minus")],
      [t("ledger.months.why"), (one) => restatementWhy(one, locale)],
    ], notes(asked, view));
  },
};
