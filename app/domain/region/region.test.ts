import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { cityOf, countyOf, isWithin, provinceOf, scopePrefix } from "./codes.ts";
import { distanceKm } from "./distance.ts";
import { placeClassOf, postScopeOf } from "./place-class.ts";
import { TILE_COLUMNS, TILE_ROWS, TILES } from "./tiles.ts";

const read = (file: string) => readFileSync(new URL(`../../../prisma/seed/data/${file}`, import.meta.url));
const regions = parse(gunzipSync(read("regions.csv.gz")), { columns: true }) as { code: string; name: string; level: string; parentCode: string; pinyin: string; lat: string; lng: string }[];
const counties = parse(read("counties.csv"), { columns: true }) as { code: string; povertyLiftedLevel: string; deepPoverty: string }[];
const shanxi = regions.filter((one) => one.code.startsWith("14"));
const point = (code: string) => {
  const region = regions.find((one) => one.code === code)!;
  return { lat: Number(region.lat), lng: Number(region.lng) };
};

describe("the region tree that ships", () => {
  it("has 11 cities, 117 counties, 1,352 townships and 21,895 villages and communities of Shanxi", () => {
    const count = (level: string) => shanxi.filter((one) => one.level === level).length;
    expect([count("PROVINCE"), count("CITY"), count("COUNTY"), count("TOWN"), count("VILLAGE")]).toEqual([1, 11, 117, 1_352, 21_895]);
  });

  it("has no orphan, no code twice and no statistics-only zone", () => {
    const codes = new Set(regions.map((one) => one.code));
    expect(codes.size).toBe(regions.length);
    expect(regions.filter((one) => one.parentCode !== "" && !codes.has(one.parentCode))).toEqual([]);
    expect(["140171", "140271", "140671", "140971"].filter((code) => codes.has(code))).toEqual([]);
  });

  it("names every place in both languages, with Shanxi and Shaanxi apart", () => {
    expect(regions.filter((one) => one.name === "" || one.pinyin === "")).toEqual([]);
    const english = (code: string) => regions.find((one) => one.code === code)?.pinyin;
    expect([english("140000"), english("610000"), english("141100"), english("141024"), english("140428"), english("140924")]).toEqual([
      "Shanxi", "Shaanxi", "Lüliang City", "Hongtong County", "Zhangzi County", "Fanshi County",
    ]);
  });

  it("holds the tree and the codes together: countyOf of any town or village is its parent county", () => {
    const parents = new Map(regions.map((one) => [one.code, one.parentCode]));
    for (const one of shanxi.filter((region) => region.level === "TOWN")) expect(countyOf(one.code)).toBe(one.parentCode);
    for (const one of shanxi.filter((region) => region.level === "VILLAGE")) expect(countyOf(one.code)).toBe(parents.get(one.parentCode));
  });

  it("marks 58 poverty-lifted counties, 36 national and 22 provincial, 10 of them deep", () => {
    expect(counties).toHaveLength(117);
    expect(counties.filter((one) => one.povertyLiftedLevel === "NATIONAL")).toHaveLength(36);
    expect(counties.filter((one) => one.povertyLiftedLevel === "PROVINCIAL")).toHaveLength(22);
    expect(counties.filter((one) => one.deepPoverty === "1")).toHaveLength(10);
  });

  it("puts every county inside Shanxi, and distances where a map has them", () => {
    for (const one of shanxi.filter((region) => region.level === "COUNTY")) {
      expect(Number(one.lat), one.name).toBeGreaterThan(34.5);
      expect(Number(one.lat), one.name).toBeLessThan(40.8);
      expect(Number(one.lng), one.name).toBeGreaterThan(110.2);
      expect(Number(one.lng), one.name).toBeLessThan(114.6);
    }
    expect(distanceKm(point("140106"), point("140213"))).toBeGreaterThan(230);
    expect(distanceKm(point("140106"), point("140213"))).toBeLessThan(280);
    expect(distanceKm(point("140106"), point("140802"))).toBeGreaterThan(310);
    expect(distanceKm(point("140106"), point("140802"))).toBeLessThan(375);
  });
});

describe("the counties of a city", () => {
  it("lie within 150 km of their middle", () => {
    const seats = shanxi.filter((region) => region.level === "COUNTY");
    for (const city of new Set(seats.map((one) => one.parentCode))) {
      const own = seats.filter((one) => one.parentCode === city);
      const mean = (of: "lat" | "lng") => own.reduce((sum, one) => sum + Number(one[of]), 0) / own.length;
      const middle = { lat: mean("lat"), lng: mean("lng") };
      for (const one of own) expect(distanceKm(middle, point(one.code)), one.name).toBeLessThan(150);
    }
  });
});

describe("region codes", () => {
  it.each([
    ["140000", "14"], ["141100", "1411"], ["141124", "141124"], ["141124101", "141124101"],
  ])("scope %s begins with %s", (code, prefix) => expect(scopePrefix(code)).toBe(prefix));

  it("a province holds its villages, a county not its neighbour's", () => {
    expect(isWithin("141124101001", "140000")).toBe(true);
    expect(isWithin("141124101001", "141125")).toBe(false);
    expect(isWithin("JP0000", "140000")).toBe(false);
  });

  it("the towns of the statistics-only zones belong to the county they lie in", () => {
    expect(countyOf("140971100")).toBe("140922");
    expect(isWithin("140971100", "140922")).toBe(true);
    expect(isWithin("140971100", "140900")).toBe(true);
    expect(isWithin("140171401", "140105")).toBe(true);
  });

  it("lead from any village to its city and province", () => {
    expect([cityOf("141124101001"), provinceOf("141124101001")]).toEqual(["141100", "140000"]);
  });
});

describe("the place class", () => {
  it.each([
    ["141124101", "IN_COUNTY"], ["140105", "IN_PROVINCE"], ["110105", "OUT_OF_PROVINCE"], ["JP0000", "OVERSEAS"],
  ])("of work in %s for someone from Lin County is %s", (code, placeClass) => expect(placeClassOf("141124", code)).toBe(placeClass));

  it("of a post without a home county is seen from Shanxi", () => {
    expect([postScopeOf("140105"), postScopeOf("440300"), postScopeOf("JP0000")]).toEqual(["IN_PROVINCE", "OUT_OF_PROVINCE", "OVERSEAS"]);
  });
});

describe("distance", () => {
  const anywhere = fc.record({ lat: fc.double({ min: -85, max: 85, noNaN: true }), lng: fc.double({ min: -179, max: 179, noNaN: true }) });
  it("is nothing to oneself, the same both ways, and never longer by a detour", () => {
    fc.assert(fc.property(anywhere, anywhere, anywhere, (a, b, c) => {
      expect(distanceKm(a, a)).toBeCloseTo(0, 6);
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6);
    }));
  });
});

describe("the tile cartogram", () => {
  it("has one cell for each county and no cell twice", () => {
    expect(TILES.map((tile) => tile.code).sort()).toEqual(counties.map((one) => one.code).sort());
    expect(new Set(TILES.map((tile) => `${tile.col},${tile.row}`)).size).toBe(117);
  });

  it("keeps each city's cells in one piece", () => {
    for (const city of new Set(TILES.map((tile) => cityOf(tile.code)))) {
      const cells = TILES.filter((tile) => cityOf(tile.code) === city);
      const seen = new Set([cells[0]!]);
      for (const cell of seen) {
        for (const other of cells) if (Math.abs(other.col - cell.col) + Math.abs(other.row - cell.row) === 1) seen.add(other);
      }
      expect(seen.size, city).toBe(cells.length);
    }
  });

  it("has no empty cell inside the province", () => {
    const filled = new Set(TILES.map((tile) => `${tile.col},${tile.row}`));
    const outside = new Set<string>(["-1,-1"]);
    for (const cell of outside) {
      const [col = 0, row = 0] = cell.split(",").map(Number);
      for (const [dCol, dRow] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) {
        const [c, r] = [col + dCol, row + dRow];
        if (c >= -1 && r >= -1 && c <= TILE_COLUMNS && r <= TILE_ROWS && !filled.has(`${c},${r}`)) outside.add(`${c},${r}`);
      }
    }
    expect(outside.size + filled.size).toBe((TILE_COLUMNS + 2) * (TILE_ROWS + 2));
  });

  it("puts near what is near: nine of ten counties have a true neighbour beside them", () => {
    const near = (code: string) =>
      [...counties].sort((a, b) => distanceKm(point(code), point(a.code)) - distanceKm(point(code), point(b.code))).slice(1, 7).map((one) => one.code);
    const beside = TILES.filter((tile) => {
      const known = new Set(near(tile.code));
      return TILES.some((other) => known.has(other.code) && Math.abs(other.col - tile.col) + Math.abs(other.row - tile.row) === 1);
    });
    expect(beside.length).toBeGreaterThan(0.9 * 117);
  });

  it("puts north above south", () => {
    const meanRow = (city: string) => {
      const rows = TILES.filter((tile) => cityOf(tile.code) === city).map((tile) => tile.row);
      return rows.reduce((sum, row) => sum + row, 0) / rows.length;
    };
    const order = ["140200", "140900", "140100", "141000", "140800"].map(meanRow);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
