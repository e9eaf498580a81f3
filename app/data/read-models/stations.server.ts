import type { RowDataPacket } from "mysql2";
import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import { provinceOf, regionsHolding, scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock">;

export interface StationView {
  id: string;
  name: string;
  region: Name;
  regionCode: string;
  province: Name;
  address: string;
  directions: string;
  hours: string;
  phone: string;
  runBy: string;
  openFrom: Day;
  openUntil: Day | null;
}
type Row = Awaited<ReturnType<Needs["db"]["serviceStation"]["findMany"]>>[number];

async function viewsOf({ pool }: Needs, rows: readonly Row[]): Promise<StationView[]> {
  const [paths, provinces] = await Promise.all([regionPaths(pool, rows.map((row) => row.regionCode)), regionNames(pool, rows.map((row) => provinceOf(row.regionCode)))]);
  const unknown = { zh: "", en: "" };
  return rows.map((row) => ({
    id: row.id, name: row.name, region: paths.get(row.regionCode) ?? unknown, regionCode: row.regionCode, province: provinces.get(provinceOf(row.regionCode)) ?? unknown, address: row.address, directions: row.directions, hours: row.hours,
    phone: row.phone, runBy: row.runBy, openFrom: toDay(row.openFrom), openUntil: row.openUntil && toDay(row.openUntil),
  }));
}

const openOn = (today: Day) => ({ openFrom: { lte: toDate(today) }, OR: [{ openUntil: null }, { openUntil: { gt: toDate(today) } }] });

/** Every station that is open, by the place it is at. */
export async function readOpenStations(deps: Needs): Promise<StationView[]> {
  return viewsOf(deps, await deps.db.serviceStation.findMany({ where: openOn(deps.clock.today()), orderBy: [{ regionCode: "asc" }, { name: "asc" }], take: 500 }));
}

/** The stations that a bureau keeps, with how many people of its region are at work within each one's region now; a person near two stands at both. */
export async function readStations(deps: Needs, actor: Actor): Promise<(StationView & { version: number; people: number; homeCode: string })[]> {
  const scope = scopePrefix(actor.regionCode ?? "-");
  const rows = await deps.db.serviceStation.findMany({ where: { homeCode: { startsWith: scope } }, orderBy: [{ regionCode: "asc" }, { name: "asc" }], take: 500 });
  const views = await viewsOf(deps, rows);
  const counted = new Map<string, number>();
  for (const code of new Set(rows.map((row) => row.regionCode))) {
    const [[row]] = await deps.pool.query<RowDataPacket[]>(
      `SELECT COUNT(DISTINCT a.personId) AS n FROM placement a WHERE a.workRegionCode LIKE ? AND a.homeCountyCode LIKE ? AND a.activeKey IS NOT NULL
          AND EXISTS (SELECT 1 FROM placement_event e LEFT JOIN placement_event r ON r.reversesId = e.id WHERE e.placementId = a.id AND e.kind = 'ON_THE_JOB' AND r.id IS NULL)`, [`${scopePrefix(code)}%`, `${scope}%`]);
    counted.set(code, Number(row!.n));
  }
  return views.map((view, at) => ({ ...view, version: rows[at]!.version, homeCode: rows[at]!.homeCode, people: counted.get(view.regionCode) ?? 0 }));
}

/** The open station nearest to a place by its region: one that is there for a region which holds the place, the smallest first; else one of the same city, else of the same province. */
export async function findStationNear(deps: Needs, regionCode: string): Promise<StationView | null> {
  const around = regionsHolding(regionCode);
  const rows = await deps.db.serviceStation.findMany({ where: { ...openOn(deps.clock.today()), regionCode: { startsWith: scopePrefix(provinceOf(regionCode)) } }, orderBy: { id: "asc" }, take: 500 });
  const rank = (row: Row) => {
    const holds = around.indexOf(row.regionCode);
    const shares = around.findIndex((code) => row.regionCode.startsWith(scopePrefix(code)));
    return holds !== -1 ? holds : around.length + (shares === -1 ? around.length : shares);
  };
  const [nearest] = [...rows].sort((a, b) => rank(a) - rank(b));
  return nearest === undefined ? null : (await viewsOf(deps, [nearest]))[0]!;
}
