import type { RowDataPacket } from "mysql2";
import { loadCalibers, type NamedCaliber } from "#app/data/ledger/calibers.server.ts";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import { NOT_COUNTED, type NotCounted, whyNotCounted } from "#app/domain/target/why-not.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { readCalibersPage } from "./calibers-page.server.ts";

/** So many people's histories are read on each side; a larger difference is told from a sample of this size. */
export const MOST_READ = 10_000;
const AT_ONCE = 1_000;

/** People whom one rule counts and the other does not, by what keeps them out. */
export interface OneSide {
  persons: number;
  /** how many of them were read to tell why */
  read: number;
  reasons: { why: NotCounted; persons: number }[];
}

export interface DifferenceView {
  year: number;
  a: NamedCaliber;
  b: NamedCaliber;
  both: number;
  onlyA: OneSide;
  onlyB: OneSide;
}

/** Why two counting rules give different numbers of a year in a region: the ledger of everybody in one number and not in the other is read by both rules. */
export async function readDifference({ pool }: Pick<Deps, "pool">, query: { year: number; a: string; b: string; regionCode: string }): Promise<DifferenceView | null> {
  const calibers = await loadCalibers(pool);
  const a = calibers.find((one) => one.code === query.a);
  const b = calibers.find((one) => one.code === query.b);
  if (!a || !b) return null;
  const prefix = `${scopePrefix(query.regionCode)}%`;
  const [both] = await pool.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS n FROM target_count x JOIN target_count y ON y.year = x.year AND y.caliberCode = ? AND y.personId = x.personId
      WHERE x.year = ? AND x.caliberCode = ? AND x.countyCode LIKE ?`, [b.code, query.year, a.code, prefix]);
  const side = async (counts: NamedCaliber, other: NamedCaliber): Promise<OneSide> => {
    const from = "FROM target_count x LEFT JOIN target_count y ON y.year = x.year AND y.caliberCode = ? AND y.personId = x.personId WHERE x.year = ? AND x.caliberCode = ? AND x.countyCode LIKE ? AND y.personId IS NULL";
    const params = [other.code, query.year, counts.code, prefix];
    const [[total], [rows]] = await Promise.all([
      pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n ${from}`, params),
      pool.query<RowDataPacket[]>(`SELECT x.personId ${from} ORDER BY SHA2(x.personId, 256) LIMIT ?`, [...params, MOST_READ]),
    ]);
    const found = new Map<NotCounted, number>();
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const ledger = await loadEventsOfPersons(pool, rows.slice(at, at + AT_ONCE).map((row) => row.personId as string));
      for (const placements of ledger.values()) {
        const why = whyNotCounted(other, [...placements.values()], query.year);
        if (why !== null) found.set(why, (found.get(why) ?? 0) + 1);
      }
    }
    return { persons: Number(total[0]!.n), read: rows.length, reasons: NOT_COUNTED.flatMap((why) => (found.has(why) ? [{ why, persons: found.get(why)! }] : [])).sort((x, y) => y.persons - x.persons) };
  };
  return { year: query.year, a, b, both: Number(both[0]!.n), onlyA: await side(a, b), onlyB: await side(b, a) };
}

/** Unless something else is asked for: the official number beside what is claimed. */
const BESIDE = "claimed";

/** The two rules that an address asks for, in a reader's region; with every rule there is to choose from. */
export async function readAskedDifference(deps: Pick<Deps, "pool" | "clock">, query: URLSearchParams, regionCode: string): Promise<{ view: DifferenceView; calibers: NamedCaliber[] } | null> {
  const year = yearIn(query, deps.clock.today());
  const page = await readCalibersPage(deps, year, regionCode);
  if (!page) return null;
  const known = (code: string | null, otherwise: string) => page.calibers.find((one) => one.code === code)?.code ?? otherwise;
  const a = known(query.get("a"), page.official);
  const b = known(query.get("b"), a === BESIDE ? page.official : BESIDE);
  const view = await readDifference(deps, { year, a, b, regionCode });
  return view && { view, calibers: page.calibers };
}
