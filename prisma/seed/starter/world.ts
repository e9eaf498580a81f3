import type { RowDataPacket } from "mysql2";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { addDays, type Day, toDate } from "#app/domain/dates.ts";
import { countyOf, isWithin } from "#app/domain/region/codes.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";
import { weighted } from "../generate/random.ts";
import { findTrade, TRADES } from "../generate/trades.ts";
import { type AwayPlace, type CountyPlace, homeWeight, makeSites, weighCounties, type World } from "../generate/world.ts";

export class StarterRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StarterRefused";
  }
}

/** Where people of Shanxi go, how often, and how much more it pays than at home. */
const AWAY: readonly (readonly [code: string, weight: number, payFactor: number])[] = [
  ["110105", 7, 1.25], ["110106", 5, 1.25], ["110108", 5, 1.25], ["110112", 5, 1.22], ["110114", 5, 1.22], ["110115", 6, 1.22], ["120111", 3, 1.18], ["120113", 3, 1.18],
  ["120116", 5, 1.2], ["130102", 3, 1.08], ["130109", 2, 1.06], ["130602", 2, 1.05], ["131082", 2, 1.1], ["150602", 3, 1.25], ["150622", 3, 1.25], ["610112", 3, 1.08],
  ["610802", 3, 1.15], ["310114", 3, 1.32], ["310115", 4, 1.34], ["310117", 3, 1.32], ["320505", 4, 1.28], ["320583", 6, 1.3], ["320206", 2, 1.26], ["320412", 2, 1.25],
  ["330110", 3, 1.28], ["330206", 3, 1.28], ["330782", 3, 1.22], ["440306", 4, 1.32], ["440307", 4, 1.32], ["440606", 2, 1.25], ["440605", 2, 1.25], ["440113", 2, 1.26],
];
const ABROAD: Record<string, number> = { JP0000: 2.1, SG0000: 2.1, SA0000: 1.7, DE0000: 2.6, KR0000: 2.2, AE0000: 1.7, AU0000: 3 };

interface RegionRow extends RowDataPacket {
  code: string;
  name: string;
  level: "PROVINCE" | "CITY" | "COUNTY" | "TOWN" | "VILLAGE" | "OVERSEAS";
}
interface CountyRow extends RowDataPacket {
  code: string;
  name: string;
  povertyLiftedLevel: string | null;
  population2020: number | null;
}

/** Reads what the generator must know of Shanxi; refuses when the reference data is not there. */
export async function loadWorld(pool: Pool, options: { seed: number; workers: number; asOf: Day }): Promise<World> {
  const [rows] = await pool.query<CountyRow[]>(
    "SELECT r.code, r.name, c.povertyLiftedLevel, c.population2020 FROM county c JOIN region r ON r.code = c.code WHERE r.code LIKE '14%' ORDER BY r.code");
  if (rows.length === 0) throw new StarterRefused("没有行政区划数据，There are no regions in the database");
  await requireOccupations(pool);
  const [regions] = await pool.query<RegionRow[]>("SELECT code, name, level FROM region ORDER BY code");
  const named = new Map(regions.map((region) => [region.code, region.name]));
  const inside = group(regions.filter(({ level }) => level === "TOWN" || level === "VILLAGE"));
  const brands = await loadBrands(pool);
  const counties = rows.map((row): CountyPlace => {
    const place = { code: row.code, name: row.name, povertyLifted: row.povertyLiftedLevel !== null };
    const towns = (inside.get(row.code) ?? []).filter(({ level }) => level === "TOWN").map(({ code, name }) => ({ code, name }));
    const villages = (inside.get(row.code) ?? []).filter(({ level }) => level === "VILLAGE").map(({ code }) => code);
    return {
      ...place,
      cityCode: `${row.code.slice(0, 4)}00`,
      cityName: named.get(`${row.code.slice(0, 4)}00`) ?? "",
      population: row.population2020 ?? 100_000,
      homes: villages.length > 0 ? villages : towns.map(({ code }) => code),
      towns,
      sites: makeSites(options.seed, place),
      brands: brands.filter((brand) => brand.regionCodes.some((code) => isWithin(row.code, code))),
    };
  });
  const lifted = counties.filter(({ povertyLifted }) => povertyLifted);
  const weightOf = (list: readonly CountyPlace[]) => list.reduce((sum, county) => sum + homeWeight(county), 0);
  const away = AWAY.filter(([code]) => named.has(code));
  return {
    ...options,
    idsFromMs: toDate(addDays(options.asOf, -1)).getTime(),
    counties,
    countyOf: new Map(counties.map((county) => [county.code, county])),
    homeCounties: weighCounties(counties),
    liftedCounties: weighCounties(lifted.length > 0 ? lifted : counties),
    workCounties: weighted(counties.map((county) => [county, county.population] as const)),
    liftedShare: Math.max(0.05, weightOf(lifted) / weightOf(counties)),
    away: away.length === 0 ? null : weighted(away.map(([code, weight, payFactor]) => [{ code, name: placeName(named, code), payFactor } satisfies AwayPlace, weight] as const)),
    abroad: Object.entries(ABROAD).filter(([code]) => named.has(code)).map(([code, payFactor]) => ({ code, name: named.get(code)!, payFactor })),
    brands,
    minimumWageFen: (await loadMatchingRules(pool, options.asOf)).minimumWageFen,
  };
}

/** 北京市 and 朝阳区 together, because many cities have a district of the same name. */
function placeName(named: ReadonlyMap<string, string>, code: string): string {
  const municipality = ["11", "12", "31", "50"].includes(code.slice(0, 2));
  const above = named.get(municipality ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`) ?? "";
  return `${above.replace(/市$/, "")}${named.get(code) ?? ""}`;
}

function group(regions: readonly RegionRow[]): Map<string, RegionRow[]> {
  const byCounty = new Map<string, RegionRow[]>();
  for (const region of regions) {
    const county = countyOf(region.code);
    const list = byCounty.get(county);
    if (list) list.push(region);
    else byCounty.set(county, [region]);
  }
  return byCounty;
}

async function loadBrands(pool: Pool): Promise<World["brands"]> {
  const [brands] = await pool.query<RowDataPacket[]>("SELECT id, name, occupationCodes FROM labour_brand ORDER BY name");
  const [regions] = await pool.query<RowDataPacket[]>("SELECT brandId, regionCode FROM brand_region ORDER BY brandId, regionCode");
  return brands.map((brand) => ({
    id: String(brand.id),
    name: String(brand.name),
    occupationCodes: (readJson(brand.occupationCodes) as string[]).filter((code) => findTrade(code) !== null),
    regionCodes: regions.filter((one) => one.brandId === brand.id).map((one) => String(one.regionCode)),
  }));
}

async function requireOccupations(pool: Pool): Promise<void> {
  const codes = TRADES.map(({ code }) => code);
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code FROM occupation WHERE code IN (?)", [codes]);
  const known = new Set(rows.map(({ code }) => code as string));
  const missing = codes.filter((code) => !known.has(code));
  if (missing.length > 0) throw new StarterRefused(`职业分类缺少 The occupation table lacks ${missing.join(", ")}`);
}
