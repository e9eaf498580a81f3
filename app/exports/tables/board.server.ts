import { readAskedBoard } from "#app/data/read-models/board.server.ts";
import { publicRegion } from "#app/platform/permissions.ts";
import { paceOf } from "../../ui/charts/pace-chart.tsx";
import { formatMonth } from "../../ui/i18n/format.ts";
import { citiesOf, COUNTY_SORTS, sortCounties } from "../../ui/views/board-parts.tsx";
import { type Asked, type Sheet, sheetOf, type TableFile } from "../table-file.ts";
import { partsSheet } from "./parts.ts";

const boardOf = async ({ deps, actor, query }: Asked) => (await readAskedBoard(deps, query, publicRegion(actor))).board;
const share = (part: number, whole: number) => (whole > 0 ? { share: part / whole } : null);

function under({ t, locale }: Asked, board: NonNullable<Awaited<ReturnType<typeof boardOf>>>): Sheet["notes"] {
  return [[t("board.year"), String(board.year)], [t("ledger.report.caliber"), locale === "zh" ? board.caliber.nameZh : board.caliber.nameEn], [t("tables.total", { what: t("board.countyCounted") }), board.counted], [t("tables.total", { what: t("board.countyGoal") }), board.shownGoal]];
}

export const boardCounties: TableFile = {
  name: "board-counties",
  async read(asked) {
    const { t, name, query } = asked;
    const board = await boardOf(asked);
    if (!board) return null;
    const by = COUNTY_SORTS.find((one) => one === query.get("sort")) ?? "share";
    return sheetOf(`${t("board.counties")} ${board.year}`, sortCounties(board.counties, by, query.has("sort") ? query.get("dir") === "desc" : true), [
      [t("board.county"), (one) => name(one.name)],
      [t("board.city"), (one) => name(one.cityName)],
      [t("board.lifted"), (one) => (one.povertyLifted ? (one.deepPoverty ? t("board.countyPage.deep") : t("board.lifted")) : null)],
      [t("board.class"), (one) => (one.countyClass ? t(`terms.countyClass.${one.countyClass}`) : t("board.classUnset"))],
      [t("board.countyGoal"), (one) => one.goal || null],
      [t("board.countyCounted"), (one) => one.counted],
      [t("board.countyShare"), (one) => share(one.counted, one.goal)],
      [t("board.lastYear"), (one) => one.lastYearSameDay],
      [t("board.change"), (one) => one.counted - one.lastYearSameDay],
    ], under(asked, board));
  },
};

export const boardCities: TableFile = {
  name: "board-cities",
  async read(asked) {
    const { t, name } = asked;
    const board = await boardOf(asked);
    return board && sheetOf(`${t("board.byCity")} ${board.year}`, citiesOf(board.counties), [
      [t("board.city"), (one) => name(one.name)],
      [t("board.countyGoal"), (one) => one.goal || null],
      [t("board.countyCounted"), (one) => one.counted],
      [t("board.countyShare"), (one) => share(one.counted, one.goal)],
    ], under(asked, board));
  },
};

/** Running totals by month beside earlier years and the even pace, as beneath the chart. */
export const boardMonths: TableFile = {
  name: "board-months",
  async read(asked) {
    const { t, locale } = asked;
    const board = await boardOf(asked);
    if (!board) return null;
    const { lines, monthsGone } = paceOf(board.months, board.yearShare);
    return sheetOf(`${t("board.cumulative")} ${board.year}`, Array.from({ length: 12 }, (_, month) => month), [
      [t("board.month"), (month) => formatMonth(month + 1, locale)],
      ...[...lines].reverse().map((line) => [String(line.year), (month: number) => (line.year === board.year && month >= monthsGone ? null : (line.totals[month] ?? 0))] as const),
      [t("board.needed"), (month) => Math.round((board.shownGoal * (month + 1)) / 12)],
    ], under(asked, board));
  },
};

export const boardPlaces: TableFile = {
  name: "board-places",
  async read(asked) {
    const { t } = asked;
    const board = await boardOf(asked);
    return board && partsSheet(asked, { title: t("board.byPlace"), unit: t("board.persons"), notes: under(asked, board), parts: board.byPlaceClass.map((one) => ({ label: t(`terms.placeClass.${one.placeClass}`), value: one.persons })) });
  },
};

export const boardStreams: TableFile = {
  name: "board-streams",
  async read(asked) {
    const { t } = asked;
    const board = await boardOf(asked);
    return board && partsSheet(asked, { title: t("board.byStream"), unit: t("board.persons"), notes: under(asked, board), parts: board.byStream.map((one) => ({ label: t(`terms.stream.${one.stream}`), value: one.persons })) });
  },
};
