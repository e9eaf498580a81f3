import type { RowDataPacket } from "mysql2";
import type { Actor } from "#app/platform/actor.ts";
import type { Pool } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { readBrandOptions, readOccupationOptions, readRegionOptions } from "./options.server.ts";
import type { Name } from "./names.server.ts";

export interface SearchNames {
  regions: ReadonlyMap<string, Name>;
  occupations: ReadonlyMap<string, Name>;
  brands: ReadonlyMap<string, Name>;
}

const FRESH_MS = 5 * 60_000;
const kept = new WeakMap<Pool, { until: number; names: Promise<SearchNames> }>();

/** Names for a search's choices: a few hundred rows that hardly change, read once in five minutes for each process. */
export function readSearchNames(deps: Pick<Deps, "pool" | "clock">): Promise<SearchNames> {
  const now = deps.clock.now().getTime();
  const known = kept.get(deps.pool);
  if (known && known.until > now) return known.names;
  const names = load(deps.pool);
  kept.set(deps.pool, { until: now + FRESH_MS, names });
  names.catch(() => kept.delete(deps.pool));
  return names;
}

async function load(pool: Pool): Promise<SearchNames> {
  const [regions, occupations, brands] = await Promise.all([readRegionOptions(pool), readOccupationOptions(pool), readBrandOptions(pool)]);
  return {
    regions: new Map([...regions.provinces, ...regions.cities, ...regions.counties, ...regions.overseas].map((one) => [one.code, one.name])),
    occupations: new Map(occupations.map((one) => [one.code, one.name])),
    brands: new Map(brands.map((one) => [one.id, one.name])),
  };
}

/** The county from which a signed-in seeker's distances are measured. */
export async function readHomeCounty(deps: Pick<Deps, "pool">, actor: Actor | null): Promise<string | null> {
  if (actor?.role !== "SEEKER" || actor.personId === null) return null;
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT homeCountyCode FROM person WHERE id = ?", [actor.personId]);
  return (rows[0]?.homeCountyCode as string | undefined) ?? null;
}
