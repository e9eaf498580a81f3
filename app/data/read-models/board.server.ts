import type { RowDataPacket } from "mysql2";
import { loadCalibers, type NamedCaliber } from "#app/data/ledger/calibers.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { isWithin, scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import { type Forecast, forecastYear } from "#app/domain/target/forecast.ts";
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
  /** counted last year up to this calendar day, as a share of that year's whole; null without history */
  seasonShare: number | null;
  /** the year's end at the pace of up to three earlier seasons; null in a year that is over, or without history */
  forecast: Forecast | null;
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
  const earlier = [year - 3, year - 2, year - 1];
  const [[cells], [counties], [partMonths]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(
      `SELECT year, month, countyCode, placeClass, stream, persons FROM target_counter
        WHERE caliberCode = ? AND year BETWEEN ? AND ? AND countyCode LIKE ? AND persons <> 0`, [caliber.code, year - 3, year, `${prefix}%`]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT c.code, c.povertyLiftedLevel, c.deepPoverty, c.countyClass, COALESCE(t.goal, 0) AS goal
         FROM county c LEFT JOIN target_county t ON t.countyCode = c.code AND t.year = ? WHERE c.code LIKE ? ORDER BY c.code`, [year, `${prefix}%`]),
    deps.pool.query<RowDataPacket[]>(
      earlier.map(() => "SELECT year, countyCode, COUNT(*) AS persons FROM target_count WHERE year = ? AND caliberCode = ? AND countedOn >= ? AND countedOn <= ? AND countyCode LIKE ? GROUP BY year, countyCode").join(" UNION ALL "),
      earlier.flatMap((one) => [one, caliber.code, `${one}${day.slice(4, 7)}-01`, sameDayOf(one, day), `${prefix}%`])),
  ]);
  const codes = counties.map((row) => row.code as string);
  const names = await regionNames(deps.pool, [...codes, ...codes.map((code) => `${code.slice(0, 4)}00`)]);
  const thisYear = cells.filter((cell) => cell.year === year);
  const perCounty = sumBy(thisYear, (cell) => cell.countyCode as string);
  // whole months come from the counters, so that only the days of one month are counted
  const month = Number(day.slice(5, 7));
  const byNow = [...cells.filter((cell) => cell.year < year && cell.month < month), ...partMonths];
  const before = sumBy(byNow.filter((row) => row.year === year - 1), (row) => row.countyCode as string);
  const unknown = { zh: "", en: "" };
  const wholeGoal = prefix === "14" ? (target.goal as number) : counties.reduce((sum, row) => sum + Number(row.goal), 0);
  const months = [year - 3, year - 2, year - 1, year].map((one) => {
    const perMonth = sumBy(cells.filter((cell) => cell.year === one), (cell) => Number(cell.month));
    return { year: one, persons: Array.from({ length: 12 }, (_, index) => perMonth.get(index + 1) ?? 0) };
  });
  const counted = thisYear.reduce((sum, cell) => sum + Number(cell.persons), 0);
  const soFar = sumBy(byNow, (row) => row.year as number);
  const shares = new Map(months.flatMap(({ year: one, persons }) => {
    const whole = persons.reduce((sum, each) => sum + each, 0);
    return one < year && whole > 0 ? [[one, (soFar.get(one) ?? 0) / whole] as const] : [];
  }));
  return {
    year, years: targets.map((row) => row.year as number), today, goal: wholeGoal, shownGoal: wholeGoal === 0 ? 0 : scaleGoal(wholeGoal, sampleRatio), sampleRatio,
    carriedOn: Boolean(target.carriedOn), article: target.article as string | null, caliber, calibers, official: caliber.code === target.caliberCode,
    counted,
    yearShare: calendarShare(day),
    seasonShare: shares.get(year - 1) ?? null,
    forecast: day === today && day.slice(5) !== "12-31" ? forecastYear(counted, [...shares.values()]) : null,
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

/** The board that an address asks for: a region outside the reader's own gives way to their own. */
export async function readAskedBoard(deps: Pick<Deps, "pool" | "clock">, query: URLSearchParams, scope: string | null): Promise<{ board: BoardView | null; regionCode: string }> {
  const asked = query.get("region");
  const regionCode = scope !== null && asked !== null && /^14\d{4}$/.test(asked) && isWithin(asked, scope) ? asked : (scope ?? SHANXI);
  const year = /^20\d{2}$/.test(query.get("year") ?? "") ? Number(query.get("year")) : undefined;
  return { board: await readBoard(deps, { year, caliberCode: query.get("caliber") ?? undefined, regionCode }), regionCode };
}

/** The same calendar day of another year; 29 February is the 28th where there is none. */
function sameDayOf(year: number, day: Day): Day {
  const date = day.slice(4);
  return date === "-02-29" && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1 ? `${year}-02-28` : `${year}${date}`;
}

function sumBy<K>(cells: readonly RowDataPacket[], key: (cell: RowDataPacket) => K): Map<K, number> {
  const sums = new Map<K, number>();
  for (const cell of cells) sums.set(key(cell), (sums.get(key(cell)) ?? 0) + Number(cell.persons));
  return sums;
}
