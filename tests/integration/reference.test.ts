import type { RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OCCUPATIONS } from "#app/domain/occupation/occupations.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
const rows = async (sql: string, values: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, values))[0];
const counts = async () =>
  (await rows(`SELECT (SELECT COUNT(*) FROM region) AS regions, (SELECT COUNT(*) FROM county) AS counties, (SELECT COUNT(*) FROM occupation) AS occupations,
     (SELECT COUNT(*) FROM labour_brand) AS brands, (SELECT COUNT(*) FROM brand_region) AS brandRegions, (SELECT COUNT(*) FROM policy_parameter) AS policy,
     (SELECT COUNT(*) FROM caliber) AS calibers, (SELECT COUNT(*) FROM target_year) AS years, (SELECT COUNT(*) FROM target_county) AS goals`))[0]!;

beforeAll(async () => {
  services = await openTestServices();
  await loadReference(services);
});
afterAll(() => services.close());

describe("loading the reference data", () => {
  it("brings in the whole of Shanxi and the list of occupations", async () => {
    const levels = await rows("SELECT level, COUNT(*) AS n FROM region WHERE code LIKE '14%' GROUP BY level ORDER BY level");
    expect(Object.fromEntries(levels.map(({ level, n }) => [level, Number(n)]))).toEqual({ PROVINCE: 1, CITY: 11, COUNTY: 117, TOWN: 1_352, VILLAGE: 21_895 });
    expect(Number((await counts()).occupations)).toBe(OCCUPATIONS.length);
  });

  it("keeps every place under its parent and every county of Shanxi with its facts", async () => {
    expect(await rows("SELECT code FROM region WHERE code LIKE '14%' AND parentCode IS NULL AND level <> 'PROVINCE'")).toEqual([]);
    expect(await rows("SELECT r.code FROM region r LEFT JOIN county c ON c.code = r.code WHERE r.code LIKE '14%' AND r.level = 'COUNTY' AND c.code IS NULL")).toEqual([]);
  });

  it("splits each year's goal over the 58 poverty-lifted counties without losing one person", async () => {
    const years = await rows(`SELECT y.year, y.goal, y.carriedOn, COUNT(c.countyCode) AS counties, SUM(c.goal) AS parts FROM target_year y JOIN target_county c ON c.year = y.year GROUP BY y.year, y.goal, y.carriedOn ORDER BY y.year`);
    expect(years.length).toBeGreaterThanOrEqual(5);
    for (const year of years) {
      expect([Number(year.counties), Number(year.parts)]).toEqual([58, Number(year.goal)]);
      expect(Boolean(year.carriedOn)).toBe(Number(year.year) > 2025);
    }
  });

  it("leaves what an officer changed alone when it is loaded again, and doubles nothing", async () => {
    await services.pool.query("UPDATE policy_parameter SET value = '61' WHERE `key` = 'welfare.age.max'");
    await services.pool.query("UPDATE county SET countyClass = 'KEY_SUPPORT' WHERE code = '141124'");
    await services.pool.query("UPDATE region SET name = '旧名' WHERE code = '141124'");
    const before = await counts();
    const steps: string[] = [];
    await loadReference(services, (step) => steps.push(step));
    expect(await counts()).toEqual(before);
    expect((await rows("SELECT value FROM policy_parameter WHERE `key` = 'welfare.age.max'")).map(({ value }) => Number(value))).toEqual([61]);
    expect((await rows("SELECT countyClass FROM county WHERE code = '141124'"))[0]!.countyClass).toBe("KEY_SUPPORT");
    expect((await rows("SELECT name FROM region WHERE code = '141124'"))[0]!.name).toBe("临县");
    expect(steps).toContain("regions");
  });
});
