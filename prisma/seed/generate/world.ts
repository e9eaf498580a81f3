import type { Day } from "#app/domain/dates.ts";
import { type Random, type WeightedChoice, randomFor, SUBJECT, ulidFrom, weighted } from "./random.ts";

export interface CountyPlace {
  code: string;
  name: string;
  cityCode: string;
  cityName: string;
  povertyLifted: boolean;
  population: number;
  /** village or community codes; township codes where there are none */
  homes: readonly string[];
  towns: readonly { code: string; name: string }[];
  sites: readonly { id: string; name: string }[];
  /** labour brands at home here, those of the province and firms among them */
  brands: readonly BrandPlace[];
}

export interface BrandPlace {
  id: string;
  name: string;
  occupationCodes: readonly string[];
  regionCodes: readonly string[];
}

/** A place in another province or abroad; `payFactor` is how much more it pays than Shanxi. */
export interface AwayPlace {
  code: string;
  name: string;
  payFactor: number;
}

/** Everything the generator knows of the place it makes people for; read once from the reference data. */
export interface World {
  seed: number;
  asOf: Day;
  /** the instant with which the ids of people and ledger begin: the day before `asOf` */
  idsFromMs: number;
  workers: number;
  counties: readonly CountyPlace[];
  liftedCounties: WeightedChoice<CountyPlace>;
  countyOf: ReadonlyMap<string, CountyPlace>;
  homeCounties: WeightedChoice<CountyPlace>;
  /** where people of other counties go to work */
  workCounties: WeightedChoice<CountyPlace>;
  /** the part of the people whose home is in a county that was poor, 0–1 */
  liftedShare: number;
  brands: readonly BrandPlace[];
  /** places in other provinces and abroad that the region table has */
  away: WeightedChoice<AwayPlace> | null;
  abroad: readonly AwayPlace[];
  /** fen per month; null where none is known */
  minimumWageFen(countyCode: string): number | null;
}

/** Registered labour comes from the country, and most from the counties that were poor. */
export function homeWeight(county: Pick<CountyPlace, "code" | "povertyLifted" | "population">): number {
  const urbanDistrict = /^14\d\d0[2-9]$|^14010[5-9]$|^140110$|^14\d\d03$/.test(county.code);
  return county.population * (county.povertyLifted ? 1.7 : urbanDistrict ? 0.35 : 0.9);
}

export function weighCounties(counties: readonly CountyPlace[]): WeightedChoice<CountyPlace> {
  return weighted(counties.map((county) => [county, homeWeight(county)] as const));
}

const PLACES_SITES = 2;
const SITE_NAMES = ["新民安置点（演示）", "惠民安置点（演示）", "幸福安置点（演示）"];

/** Resettlement sites of the counties that were poor; made up, like everything here. */
export function makeSites(seed: number, county: Pick<CountyPlace, "code" | "name" | "povertyLifted">): { id: string; name: string }[] {
  if (!county.povertyLifted) return [];
  const random = randomFor(seed, SUBJECT.SITE, Number(county.code));
  return Array.from({ length: PLACES_SITES + (random.chance(0.4) ? 1 : 0) }, (_, i) => ({
    id: ulidFrom(random, Date.UTC(2020, 11, 1)),
    name: `${county.name}${SITE_NAMES[i]!}`,
  }));
}

/** How far a county is ahead of or behind the others in a year, 0.7 to 1.2: officers should see differences. */
export function countyPace(world: Pick<World, "seed">, countyCode: string, year: number): number {
  const steady = randomFor(world.seed, SUBJECT.COUNTY, Number(countyCode) || 0).next();
  const ofYear = randomFor(world.seed, SUBJECT.COUNTY, Number(countyCode) || 0, year).next();
  return 0.72 + 0.36 * steady + 0.14 * ofYear;
}

export function pickHome(random: Random, county: CountyPlace): string {
  return county.homes.length > 0 ? random.pick(county.homes) : county.code;
}

/** Ids rise with the running number: rows then go to the end of the tables they are kept in. */
export function idTime(world: Pick<World, "idsFromMs">, index: number): number {
  return world.idsFromMs + Math.floor(index / 500);
}
