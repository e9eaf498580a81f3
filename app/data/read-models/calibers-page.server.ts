import type { RowDataPacket } from "mysql2";
import { loadCalibers, type NamedCaliber } from "#app/data/ledger/calibers.server.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface CalibersPageView {
  year: number;
  years: number[];
  official: string;
  calibers: (NamedCaliber & { counted: number })[];
  /** newest first */
  choices: { caliberCode: string; reason: string; chosenAt: Date }[];
}

/** Every counting rule with what it counts in a year, and how the official one was chosen; null when the year has no goal. */
export async function readCalibersPage({ pool }: Pick<Deps, "pool">, year: number, regionCode: string): Promise<CalibersPageView | null> {
  const [calibers, [targets], [counts], [choices]] = await Promise.all([
    loadCalibers(pool),
    pool.query<RowDataPacket[]>("SELECT year, caliberCode FROM target_year ORDER BY year"),
    pool.query<RowDataPacket[]>("SELECT caliberCode, SUM(persons) AS persons FROM target_counter WHERE year = ? AND countyCode LIKE ? GROUP BY caliberCode", [year, `${scopePrefix(regionCode)}%`]),
    pool.query<RowDataPacket[]>("SELECT caliberCode, reason, chosenAt FROM caliber_choice WHERE year = ? ORDER BY chosenAt DESC, id DESC", [year]),
  ]);
  const target = targets.find((row) => row.year === year);
  if (!target) return null;
  const counted = new Map(counts.map((row) => [row.caliberCode as string, Number(row.persons)]));
  return {
    year, years: targets.map((row) => row.year as number), official: target.caliberCode as string,
    calibers: calibers.map((one) => ({ ...one, counted: counted.get(one.code) ?? 0 })).sort((a, b) => b.counted - a.counted),
    choices: choices as unknown as CalibersPageView["choices"],
  };
}
