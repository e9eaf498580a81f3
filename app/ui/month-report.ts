import type { MonthReportView } from "#app/data/read-models/month-report.server.ts";
import type { Cell, Report } from "#app/platform/tables/report.ts";
import { formatInstant, formatMonth } from "./i18n/format.ts";
import { type Locale, translator } from "./i18n/translate.ts";

/** The monthly report in words, for a workbook or a printed page. */
export function monthReport(view: MonthReportView, locale: Locale, madeAt: Date): Report {
  const t = translator(locale);
  const region = view.region[locale] || view.region.zh;
  const month = formatMonth(view.month, locale);
  const share = (part: number, whole: number): Cell => (whole > 0 ? { share: part / whole } : null);
  const summary: [string, Cell][] = [
    [t("ledger.report.monthCounted"), view.inMonth], [t("ledger.report.frozen"), view.frozen ?? t("ledger.report.frozenNot")], [t("ledger.report.yearCounted"), view.inYear], [t("ledger.report.goal"), view.goal],
    [t("ledger.report.share"), share(view.inYear, view.goal)], [t("ledger.report.sameDay"), view.yearBefore],
  ];
  const parts = (title: string, rows: { label: string; inMonth: number; inYear: number }[]) => ({
    title, head: [title, t("ledger.report.monthCounted"), t("ledger.report.yearCounted")],
    rows: rows.map((one) => [one.label, one.inMonth, one.inYear]), total: [t("common.total"), view.inMonth, view.inYear],
  });
  return {
    title: t("ledger.report.title", { region, year: view.year, month }),
    notes: [`${t("ledger.report.caliber")}: ${locale === "zh" ? view.caliber.nameZh : view.caliber.nameEn}`, t("ledger.report.made", { time: formatInstant(madeAt, locale) })],
    tables: [
      { title: t("ledger.report.summary"), head: [t("ledger.report.item"), t("ledger.report.value")], rows: summary },
      parts(t("board.byPlace"), view.byPlaceClass.map((one) => ({ ...one, label: t(`terms.placeClass.${one.placeClass}`) }))),
      parts(t("board.byStream"), view.byStream.map((one) => ({ ...one, label: t(`terms.stream.${one.stream}`) }))),
      { title: t("ledger.report.months"), head: [t("ledger.months.month"), String(view.year), String(view.year - 1)], rows: view.months.map((one) => [formatMonth(one.month, locale), one.persons, one.yearBefore]) },
      {
        title: t("ledger.report.counties"), head: [t("board.county"), t("board.city"), t("ledger.report.goal"), t("ledger.report.monthCounted"), t("ledger.report.yearCounted"), t("ledger.report.share"), t("ledger.report.sameDay")],
        rows: view.counties.map((one) => [one.name[locale] || one.name.zh, one.cityName[locale] || one.cityName.zh, one.goal || null, one.inMonth, one.inYear, share(one.inYear, one.goal), one.yearBefore]),
        total: [t("common.total"), null, view.goal, view.inMonth, view.inYear, share(view.inYear, view.goal), view.yearBefore],
      },
    ],
    foot: t("ledger.report.signature"),
    pageText: (page) => t("ledger.report.page", { page }),
  };
}
