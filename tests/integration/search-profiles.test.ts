import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "#app/platform/clock.ts";
import { indexProfiles } from "#search/apply.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { searchProfiles } from "#search/queries/search-profiles.ts";
import { createFactory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

let services: TestServices;
const people: Record<string, string> = {};
const WELDING = "6-18-02-04";
const CARE = "4-10-01-05";

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-23T02:00:00Z") });
  await ensureIndexes(services);
  const factory = createFactory(services, 4);
  const person = async (key: string, homeCountyCode: string, wish: Record<string, unknown>, certificate?: { occupationCode: string; level: "JUNIOR" | "SENIOR" | null }) => {
    const { id } = await factory.person({ homeRegionCode: homeCountyCode, homeCountyCode, wish: { willInCounty: 1, willInProvince: 1, willOutOfProvince: 0, minWageFen: 400_000, ...wish } });
    if (certificate) await factory.certificate(id, certificate);
    people[key] = id;
  };
  await person("near", "140105", { occupationCodes: [WELDING] }, { occupationCode: WELDING, level: "SENIOR" });
  await person("far", "141124", { occupationCodes: [WELDING, CARE], minWageFen: 600_000 }, { occupationCode: WELDING, level: "JUNIOR" });
  await person("stays", "141127", { occupationCodes: [WELDING], willInProvince: 0, needsHousing: 1 });
  await person("carer", "141124", { occupationCodes: [CARE], availableFrom: "2026-12-20" }, { occupationCode: CARE, level: null });
  await indexProfiles(services, Object.values(people));
});
afterAll(() => services?.close());

const who = async (input: Parameters<typeof searchProfiles>[1]) => {
  const names = new Map(Object.entries(people).map(([key, id]) => [id, key]));
  return (await searchProfiles(services, input)).hits.map(({ id }) => names.get(id)).sort();
};

describe("an employer finds people", () => {
  it("by the work they want", async () => {
    expect(await who({ occupation: WELDING })).toEqual(["far", "near", "stays"]);
    expect(await who({ q: "护理" })).toEqual(["carer", "far"]);
  });
  it("who would come to the place of work", async () => {
    expect(await who({ occupation: WELDING, workCounty: "140105" })).toEqual(["far", "near"]);
    expect(await who({ occupation: WELDING, workCounty: "141127" })).toEqual(["far", "near", "stays"]);
    expect(await who({ workCounty: "110105" })).toEqual([]);
  });
  it("with a certificate of at least a level", async () => {
    expect(await who({ certificate: WELDING })).toEqual(["far", "near"]);
    expect(await who({ certificate: WELDING, level: "INTERMEDIATE" })).toEqual(["near"]);
  });
  it("for a wage, from a day on, with and without housing", async () => {
    expect(await who({ occupation: WELDING, maxWage: 4_000 })).toEqual(["near", "stays"]);
    expect(await who({ availableBy: "2026-12-01" })).toEqual(["far", "near", "stays"]);
    expect(await who({ occupation: WELDING, housingOffered: false })).toEqual(["far", "near"]);
  });
  it("within a distance, nearest first, in kilometres", async () => {
    const { hits } = await searchProfiles(services, { occupation: WELDING, workCounty: "140105", sort: "distance" });
    expect(hits.map(({ id }) => id)).toEqual([people.near, people.far]);
    expect(hits[0]?.distanceKm).toBe(0);
    expect(hits[1]?.distanceKm).toBeGreaterThan(100);
    expect(await who({ occupation: WELDING, workCounty: "140105", withinKm: 50 })).toEqual(["near"]);
  });
  it("and is told nothing by which a person is known", async () => {
    const { hits } = await searchProfiles(services, {});
    expect(Object.keys(hits[0]!).sort()).toEqual([
      "availableFrom", "bornFrom", "brandIds", "certificates", "cityCode", "countyCode", "distanceKm", "education", "id", "minWageFen", "needsHousing",
      "placeClasses", "provinceCode", "wishCodes",
    ]);
  });
});
