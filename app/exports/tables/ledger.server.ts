import { readCalibersPage } from "#app/data/read-models/calibers-page.server.ts";
import { type OneSide, readAskedDifference } from "#app/data/read-models/difference-page.server.ts";
import { readFrozenMonthsPage } from "#app/data/read-models/frozen-months-page.server.ts";
import { publicRegion } from "#app/platform/permissions.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { formatMonth } from "../../ui/i18n/format.ts";
import { caliberWords } from "../../ui/views/calibers.tsx";
import { sheetOf, type TableFile } from "../table-file.ts";

export const calibers: TableFile = {
  name: "calibers",
  async read({ deps, actor, query, t, locale }) {
    const view = await readCalibersPage(deps, yearIn(query, deps.clock.today()), publicRegion(actor));
    return view && sheetOf(`${t("ledger.caliber.title")} ${view.year}`, view.calibers, [
      [t("ledger.caliber.title"), (one) => (locale === "zh" ? one.nameZh : one.nameEn)],
      [t("ledger.caliber.official"), (one) => t(one.code === view.official ? "common.yes" : "common.no")],
      [t("ledger.caliber.counted", { year: view.year }), (one) => one.counted],
      [t("ledger.caliber.rule"), (one) => caliberWords(one, locale).join(locale === "zh" ? "；" : "; ")],
      [t("ledger.caliber.inForce"), (one) => (one.validTo ? t("ledger.caliber.until", { from: one.validFrom, to: one.validTo }) : t("ledger.caliber.from", { day: one.validFrom }))],
      [t("ledger.caliber.document"), (one) => one.documentNumber ?? t("ledger.caliber.none")],
    ]);
  },
};

/** What keeps people out of the other rule's number, on both sides. */
export const difference: TableFile = {
  name: "difference",
  async read({ deps, actor, query, t, locale }) {
    const asked = await readAskedDifference(deps, query, publicRegion(actor));
    if (!asked) return null;
    const { view } = asked;
    const nameOf = (one: { nameZh: string; nameEn: string }) => (locale === "zh" ? one.nameZh : one.nameEn);
    const linesOf = (side: string, { persons, read, reasons }: OneSide) => reasons.map((one) => ({ side, ...one, share: one.persons / read, sampled: read < persons }));
    const rows = [...linesOf(t("ledger.difference.onlyA", { name: nameOf(view.a) }), view.onlyA), ...linesOf(t("ledger.difference.onlyB", { name: nameOf(view.b) }), view.onlyB)];
    return sheetOf(t("ledger.difference.title"), rows, [
      [t("tables.side"), (one) => one.side],
      [t("ledger.difference.why"), (one) => t(`ledger.difference.reason.${one.why}`)],
      [t("board.persons"), (one) => (one.sampled ? null : one.persons)],
      [t("common.share"), (one) => ({ share: one.share })],
    ], [
      [nameOf(view.a), view.both + view.onlyA.persons], [nameOf(view.b), view.both + view.onlyB.persons], [t("ledger.difference.both"), view.both],
      ...[view.onlyA, view.onlyB].flatMap((side) => (side.read < side.persons ? [[t("tables.cut"), t("ledger.difference.sample", { read: side.read })] as const] : [])),
    ]);
  },
};

export const frozenMonths: TableFile = {
  name: "frozen-months",
  async read({ deps, actor, query, t, locale }) {
    const view = await readFrozenMonthsPage(deps, yearIn(query, deps.clock.today()), publicRegion(actor));
    return view && sheetOf(t("ledger.months.heading", { year: view.year }), view.months, [
      [t("ledger.months.month"), (one) => formatMonth(one.month, locale)],
      [t("ledger.months.frozen"), (one) => one.frozen?.persons ?? null],
      [t("ledger.months.now"), (one) => one.now],
      [t("ledger.months.change"), (one) => (one.frozen ? one.now - one.frozen.persons : null)],
      [t("ledger.months.at"), (one) => (one.frozen ? { at: one.frozen.frozenAt } : t(one.over ? "ledger.months.notYet" : "ledger.months.notOver"))],
    ]);
  },
};
