import type { RowDataPacket } from "mysql2";
import { loadCalibers, type NamedCaliber } from "#app/data/ledger/calibers.server.ts";
import { readFrozenMonths } from "#app/data/ledger/frozen-months.server.ts";
import { isWithin, scopePrefix } from "#app/domain/region/codes.ts";
import { scaleGoal } from "#app/domain/target/goal.ts";
import { PLACE_CLASSES, type PlaceClass, STREAMS, type Stream } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames } from "./names.server.ts";

export interface ReportCounty {
  code: string;
  name: Name;
  cityName: Name;
  goal: number;
  inMonth: number;
  inYear: number;
  /** counted in the year before by the end of the same month */
  yearBefore: number;
}

export interface MonthReportView {
  year: number;
  month: number;
  region: Name;
  caliber: NamedCaliber;
  /** the region's number as it was frozen; null before that */
  frozen: number | null;
  goal: number;
  inMonth: number;
  inYear: number;
  yearBefore: number;
  months: { month: number; persons: number; yearBefore: number }[];
  byPlaceClass: { placeClass: PlaceClass; inMonth: number; inYear: number }[];
  byStream: { stream: Stream; inMonth: number; inYear: number }[];
  counties: ReportCounty[];
}

/** A month of a region for the report that is handed up: under the rule it was frozen by, else the official one; null for a year without a goal. */
export async function readMonthReport({ pool }: Pick<Deps, "pool">, { year, month, regionCode }: { year: number; month: number; regionCode: string }): Promise<MonthReportView | null> {
  const prefix = scopePrefix(regionCode);
  const [[targets], calibers, frozenMonths] = await Promise.all([
    pool.query<RowDataPacket[]>("SELECT goal, caliberCode, sampleRatio FROM target_year WHERE year = ?", [year]), loadCalibers(pool), readFrozenMonths(pool, year),
  ]);
  const target = targets[0];
  const frozen = frozenMonths.find((one) => one.month === month);
  const caliber = calibers.find((one) => one.code === (frozen?.caliberCode ?? target?.caliberCode));
  if (!target || !caliber) return null;
  const ratio = target.sampleRatio === null ? null : Number(target.sampleRatio);
  const [[cells], [counties], [parts]] = await Promise.all([
    pool.query<RowDataPacket[]>("SELECT year, month, countyCode, placeClass, stream, persons FROM target_counter WHERE caliberCode = ? AND year IN (?) AND countyCode LIKE ? AND persons <> 0", [caliber.code, [year - 1, year], `${prefix}%`]),
    pool.query<RowDataPacket[]>("SELECT c.code, COALESCE(t.goal, 0) AS goal FROM county c LEFT JOIN target_county t ON t.countyCode = c.code AND t.year = ? WHERE c.code LIKE ? ORDER BY c.code", [year, `${prefix}%`]),
    pool.query<RowDataPacket[]>("SELECT COUNT(*) AS persons FROM frozen_person WHERE year = ? AND month = ? AND countyCode LIKE ?", [year, month, `${prefix}%`]),
  ]);
  const sum = (of: (cell: RowDataPacket) => boolean) => cells.reduce((total, cell) => total + (of(cell) ? Number(cell.persons) : 0), 0);
  const isMonth = (cell: RowDataPacket) => cell.year === year && cell.month === month;
  const isYear = (cell: RowDataPacket) => cell.year === year && cell.month <= month;
  const isBefore = (cell: RowDataPacket) => cell.year === year - 1 && cell.month <= month;
  const codes = counties.map((row) => row.code as string);
  const names = await regionNames(pool, [regionCode, ...codes, ...codes.map((code) => `${code.slice(0, 4)}00`)]);
  const nameOf = (code: string) => names.get(code) ?? { zh: "", en: "" };
  const goalOf = (row: RowDataPacket) => (Number(row.goal) === 0 ? 0 : scaleGoal(Number(row.goal), ratio));
  return {
    year, month, region: nameOf(regionCode), caliber, frozen: frozen ? Number(parts[0]!.persons) : null,
    goal: prefix === "14" ? scaleGoal(Number(target.goal), ratio) : counties.reduce((total, row) => total + goalOf(row), 0),
    inMonth: sum(isMonth), inYear: sum(isYear), yearBefore: sum(isBefore),
    months: Array.from({ length: 12 }, (_, at) => ({ month: at + 1, persons: sum((cell) => cell.year === year && cell.month === at + 1), yearBefore: sum((cell) => cell.year === year - 1 && cell.month === at + 1) })),
    byPlaceClass: PLACE_CLASSES.map((placeClass) => ({ placeClass, inMonth: sum((cell) => isMonth(cell) && cell.placeClass === placeClass), inYear: sum((cell) => isYear(cell) && cell.placeClass === placeClass) })),
    byStream: STREAMS.map((stream) => ({ stream, inMonth: sum((cell) => isMonth(cell) && cell.stream === stream), inYear: sum((cell) => isYear(cell) && cell.stream === stream) })),
    counties: counties.map((row) => {
      const code = row.code as string;
      const own = (of: (cell: RowDataPacket) => boolean) => sum((cell) => cell.countyCode === code && of(cell));
      return { code, name: nameOf(code), cityName: nameOf(`${code.slice(0, 4)}00`), goal: goalOf(row), inMonth: own(isMonth), inYear: own(isYear), yearBefore: own(isBefore) };
    }),
  };
}

/** The report that an address asks for; what it leaves out or may not ask for is this month, and the reader's own region. */
export async function readAskedReport(deps: Pick<Deps, "pool" | "clock">, query: URLSearchParams, scope: string): Promise<MonthReportView | null> {
  const today = deps.clock.today();
  const number = (name: string, form: RegExp, otherwise: string) => Number(form.exec(query.get(name) ?? "")?.[0] ?? otherwise);
  const asked = /^14\d{4}$/.exec(query.get("region") ?? "")?.[0] ?? scope;
  return readMonthReport(deps, { year: number("year", /^20\d{2}$/, today.slice(0, 4)), month: number("month", /^(?:[1-9]|1[0-2])$/, today.slice(5, 7)), regionCode: isWithin(asked, scope) ? asked : scope });
}
