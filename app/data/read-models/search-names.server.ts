import type { RowDataPacket } from "mysql2";
import { COUNTING_MEMBERSHIP } from "#app/data/brands/members.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Pool } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { readBrandOptions, readOccupationOptions, readRegionOptions } from "./options.server.ts";
import { type Name, regionNames } from "./names.server.ts";

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

export interface SeekerPlace {
  homeCountyCode: string | null;
  /** the township of home, or the county where no township is known */
  near: string | null;
  /** brands the seeker belongs to today */
  brandIds: string[];
}

/** What a search knows of a signed-in seeker: where distances begin, and which brands are theirs. */
export async function readSeekerPlace(deps: Pick<Deps, "pool" | "clock">, actor: Actor | null): Promise<SeekerPlace> {
  if (actor?.role !== "SEEKER" || actor.personId === null) return { homeCountyCode: null, near: null, brandIds: [] };
  const today = deps.clock.today();
  const [[persons], [brands]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>("SELECT homeCountyCode, homeRegionCode FROM person WHERE id = ?", [actor.personId]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT DISTINCT c.brandId FROM brand_membership c WHERE c.personId = ? AND ${COUNTING_MEMBERSHIP} ORDER BY c.brandId`, [actor.personId, today, today]),
  ]);
  const home = persons[0];
  return {
    homeCountyCode: (home?.homeCountyCode as string | undefined) ?? null,
    near: (home?.homeRegionCode as string | undefined)?.slice(0, 9) ?? null,
    brandIds: brands.map((row) => row.brandId as string),
  };
}

export interface MyPlace extends Omit<SeekerPlace, "near"> {
  /** from where distances are measured: home, else the place a visitor chose; null while nobody said */
  near: { code: string; name: Name } | null;
  /** a brand of the seeker's that is known */
  brandId: string | null;
}

/** Where distances begin for whoever looks, by name. What is asked for (`chosen`) counts where there is no home, and `asked` above both. */
export async function readMyPlace(deps: Pick<Deps, "pool" | "clock">, actor: Actor | null, chosen: string | null, asked: string | null = null): Promise<MyPlace> {
  const [seeker, all] = await Promise.all([readSeekerPlace(deps, actor), readSearchNames(deps)]);
  const code = asked ?? seeker.near ?? chosen;
  const name = code === null ? undefined : (all.regions.get(code) ?? (await regionNames(deps.pool, [code])).get(code));
  return { ...seeker, near: code === null || name === undefined ? null : { code, name }, brandId: seeker.brandIds.find((id) => all.brands.has(id)) ?? null };
}

/** The counties of Shanxi by city, or the townships of one county: from where to measure. */
export async function readPlaceChoices(pool: Pool, county: string | null): Promise<{ code: string; parentCode: string; name: Name }[]> {
  const [rows] = county === null
    ? await pool.query<RowDataPacket[]>("SELECT code, parentCode, name, pinyin FROM region WHERE level = 'COUNTY' AND code LIKE '14%' ORDER BY code")
    : await pool.query<RowDataPacket[]>("SELECT code, parentCode, name, pinyin FROM region WHERE level = 'TOWN' AND parentCode = ? ORDER BY code", [county]);
  return rows.map((row) => ({ code: row.code as string, parentCode: row.parentCode as string, name: { zh: row.name as string, en: row.pinyin as string } }));
}
