import { distancePoints } from "#app/domain/matching/score.ts";
import { distanceKm } from "#app/domain/region/distance.ts";
import { placeClassOf } from "#app/domain/region/place-class.ts";
import { PLACE_CLASSES } from "#app/domain/terms.ts";
import { sharedFloat64, sharedInt32, sharedUint8 } from "./shared-arrays.ts";
import type { Vocabulary } from "./vocabulary.ts";

export const PLACE_CLASS = { IN_COUNTY: 0, IN_PROVINCE: 1, OUT_OF_PROVINCE: 2, OVERSEAS: 3 } as const;

/** What lies between every home and every place of work: entry home × works + work. */
export interface PlaceTables {
  homes: number;
  works: number;
  placeClass: Uint8Array;
  /** 1 where both have the very same county code, as local streams want */
  sameCounty: Uint8Array;
  /** whole kilometres, -1 where a place has no coordinates */
  km: Int32Array;
  /** points for nearness, a shared township left aside */
  points: Float64Array;
  /** homes of each place of work, most points first, the very same county before all: entry work × homes + rank */
  nearest: Int32Array;
}

export function placeTablesOf({ homes, works }: Vocabulary): PlaceTables {
  const size = homes.list.length * works.list.length;
  const tables: PlaceTables = {
    homes: homes.list.length, works: works.list.length, placeClass: sharedUint8(size), sameCounty: sharedUint8(size), km: sharedInt32(size), points: sharedFloat64(size),
    nearest: sharedInt32(size),
  };
  let at = 0;
  for (const home of homes.list) {
    for (const work of works.list) {
      const placeClass = placeClassOf(home.countyCode, work.countyCode);
      const km = home.point !== null && work.point !== null ? Math.round(distanceKm(home.point, work.point)) : null;
      tables.placeClass[at] = PLACE_CLASSES.indexOf(placeClass);
      tables.sameCounty[at] = home.countyCode === work.countyCode ? 1 : 0;
      tables.km[at] = km ?? -1;
      tables.points[at] = distancePoints(false, placeClass === "IN_COUNTY", km);
      at += 1;
    }
  }
  for (let work = 0; work < tables.works; work += 1) {
    const between = (home: number) => home * tables.works + work;
    const rank = (home: number) => tables.sameCounty[between(home)]! * 1_000 + tables.points[between(home)]!;
    const order = homes.list.map((_home, at) => at).sort((a, b) => rank(b) - rank(a));
    tables.nearest.set(order, work * tables.homes);
  }
  return tables;
}
