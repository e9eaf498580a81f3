import type { RowDataPacket } from "mysql2";
import { loadCalibers, type NamedCaliber } from "#app/data/ledger/calibers.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import { calendarShare, scaleGoal } from "#app/domain/target/goal.ts";
import { PLACE_CLASSES, type PlaceClass, STREAMS, type Stream } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames } from "./names.server.ts";

export interface BoardCounty {
  code: string;
  name: Name;
  cityCode: string;
  cityName: Name;
  povertyLifted: "NATIONAL" | "PROVINCIAL" | null;
  deepPoverty: boolean;
  countyClass: "DEMONSTRATION" | "GENERAL" | "KEY_SUPPORT" | null;
  /** this county's part of the goal, scaled like `shownGoal`; 0 for a county without duty */
  goal: number;
  counted: number;
  lastYearSameDay: number;
}

export interface BoardView {
  year: number;
  years: number[];
  today: Day;
  /** the provincial number, 300,000 */
  goal: number;
  /** what the bars measure against: the goal, or its share for a sample of the province */
  shownGoal: number;
  sampleRatio: number | null;
  carriedOn: boolean;
  article: string | null;
  caliber: NamedCaliber;
  calibers: NamedCaliber[];
  official: boolean;
  counted: number;
  /** share of the year gone by, 0–1 */
  yearShare: number;
  /** counted in earlier years up to this calendar day, as a share of that year's whole; null without history */
  seasonShare: number | null;
  /** counted persons by month, for this year and the three before */
  months: { year: number; persons: number[] }[];
  byPlaceClass: { placeClass: PlaceClass; persons: number }[];
  byStream: { stream: Stream; persons: number }[];
  counties: BoardCounty[];
}

/** The target board of a year under a caliber, for a region's part of the province; null when the year has no goal. */
export async function readBoard(deps: Pick<Deps, "pool" | "clock">, query: { year?: number; caliberCode?: string; regionCode?: string }): Promise<BoardView | null> {
  const today = deps.clock.today();
  const year = query.year ?? Number(today.slice(0, 4));
  const prefix = scopePrefix(query.regionCode ?? "140000");
  const [[targets], calibers] = await Promise.all([
    deps.pool.query<RowDataPacket[]>("SELECT year, goal, caliberCode, article, carriedOn, sampleRatio FROM target_year ORDER BY year"),
    loadCalibers(deps.pool),
  ]);
  const target = targets.find((row) => row.year === year);
  const caliber = calibers.find((one) => one.code === (query.caliberCode ?? target?.caliberCode));
  if (!target || !caliber) return null;
  const sampleRatio = target.sampleRatio === null ? null : Number(target.sampleRatio);
  const day = year === Number(today.slice(0, 4)) ? today : `${year}-12-31`;
  const lastYearDay = `${year - 1}${day.slice(4)}`;
  const [[cells], [counties], [lastYear]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(
      `SELECT year, month, countyCode, placeClass, stream, persons FROM target_counter
        WHERE caliberCode = ? AND year BETWEEN ? AND ? AND countyCode LIKE ? AND persons <> 0`, [caliber.code, year - 3, year, `${prefix}%`]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT c.code, c.povertyLiftedLevel, c.deepPoverty, c.countyClass, COALESCE(t.goal, 0) AS goal
         FROM county c LEFT JOIN target_county t ON t.countyCode = c.code AND t.year = ? WHERE c.code LIKE ? ORDER BY c.code`, [year, `${prefix}%`]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT countyCode, COUNT(*) AS persons FROM target_count
        WHERE year = ? AND caliberCode = ? AND countyCode LIKE ? AND countedOn <= ? GROUP BY countyCode`, [year - 1, caliber.code, `${prefix}%`, lastYearDay]),
  ]);
  const codes = counties.map((row) => row.code as string);
  const names = await regionNames(deps.pool, [...codes, ...codes.map((code) => `${code.slice(0, 4)}00`)]);
  const thisYear = cells.filter((cell) => cell.year === year);
  const perCounty = sumBy(thisYear, (cell) => cell.countyCode as string);
  const before = new Map(lastYear.map((row) => [row.countyCode as string, Number(row.persons)]));
  const unknown = { zh: "", en: "" };
  const wholeGoal = prefix === "14" ? (target.goal as number) : counties.reduce((sum, row) => sum + Number(row.goal), 0);
  const months = [year - 3, year - 2, year - 1, year].map((one) => {
    const perMonth = sumBy(cells.filter((cell) => cell.year === one), (cell) => Number(cell.month));
    return { year: one, persons: Array.from({ length: 12 }, (_, index) => perMonth.get(index + 1) ?? 0) };
  });
  return {
    year, years: targets.map((row) => row.year as number), today, goal: wholeGoal, shownGoal: scaleGoal(wholeGoal, sampleRatio), sampleRatio,
    carriedOn: Boolean(target.carriedOn), article: target.article as string | null, caliber, calibers, official: caliber.code === target.caliberCode,
    counted: thisYear.reduce((sum, cell) => sum + Number(cell.persons), 0),
    yearShare: calendarShare(day),
    seasonShare: seasonShare(months.slice(0, 3), [...before.values()].reduce((sum, one) => sum + one, 0)),
    months,
    byPlaceClass: PLACE_CLASSES.map((placeClass) => ({ placeClass, persons: sumBy(thisYear, (cell) => cell.placeClass as string).get(placeClass) ?? 0 })),
    byStream: STREAMS.map((stream) => ({ stream, persons: sumBy(thisYear, (cell) => cell.stream as string).get(stream) ?? 0 })),
    counties: counties.map((row) => {
      const code = row.code as string;
      const goal = Number(row.goal);
      return {
        code, name: names.get(code) ?? unknown, cityCode: `${code.slice(0, 4)}00`, cityName: names.get(`${code.slice(0, 4)}00`) ?? unknown,
        povertyLifted: row.povertyLiftedLevel as BoardCounty["povertyLifted"], deepPoverty: Boolean(row.deepPoverty),
        countyClass: row.countyClass as BoardCounty["countyClass"], goal: goal === 0 ? 0 : scaleGoal(goal, sampleRatio),
        counted: perCounty.get(code) ?? 0, lastYearSameDay: before.get(code) ?? 0,
      };
    }),
  };
}

/** How much of last year had come in by this calendar day: what the season lets one expect of this year. */
function seasonShare(earlier: readonly { persons: number[] }[], lastYearByNow: number): number | null {
  const whole = (earlier[earlier.length - 1]?.persons ?? []).reduce((sum, one) => sum + one, 0);
  return whole === 0 ? null : lastYearByNow / whole;
}

function sumBy<K>(cells: readonly RowDataPacket[], key: (cell: RowDataPacket) => K): Map<K, number> {
  const sums = new Map<K, number>();
  for (const cell of cells) sums.set(key(cell), (sums.get(key(cell)) ?? 0) + Number(cell.persons));
  return sums;
}
