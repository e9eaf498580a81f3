import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { PoolConnection } from "mysql2/promise";
import { z } from "zod";
import { caliberRuleSchema } from "#app/domain/target/caliber.ts";
import { splitGoal } from "#app/domain/target/goal.ts";
import { addMissingNodes } from "#app/data/occupations/classification.server.ts";
import { parentCodeOf } from "#app/domain/occupation/classification.ts";
import { CRAFTS } from "#app/domain/occupation/crafts.ts";
import { OCCUPATIONS } from "#app/domain/occupation/occupations.ts";
import { EDITION, GROUPS_OF_CLASSIFICATION } from "#app/domain/occupation/structure.ts";
import { requireNumber } from "#app/domain/policy/parameter.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export type OnProgress = (step: string, done: number, total: number) => void;

const BATCH = 2_000;
const file = (name: string) => readFileSync(new URL(`./data/${name}`, import.meta.url));
const json = <S extends z.ZodType>(name: string, schema: S): z.output<S> => schema.parse(JSON.parse(file(name).toString("utf8")));
const orNull = (text: string) => (text === "" ? null : text);

const regionRow = z.object({ code: z.string(), name: z.string(), level: z.string(), parentCode: z.string(), pinyin: z.string(), lat: z.string(), lng: z.string() });
const countyRow = z.object({
  code: z.string(), povertyLiftedLevel: z.string(), deepPoverty: z.string(), evidence: z.string(), population2020: z.coerce.number(), populationKind: z.string(), areaKm2: z.coerce.number(),
});
const brandRow = z.object({
  name: z.string(), nameEn: z.string(), level: z.enum(["PROVINCE", "CITY", "COUNTY", "FIRM"]), regions: z.array(z.string()).min(1), occupationCodes: z.array(z.string()), evidence: z.string(),
  certainty: z.enum(["PLAN", "FOUND", "CHECKED", "MEMORY"]), storyZh: z.string().nullable(), storyEn: z.string().nullable(),
});
const caliberRow = z.object({
  code: z.string(), nameZh: z.string(), nameEn: z.string(), rule: caliberRuleSchema, documentNumber: z.string().nullable(), validFrom: z.iso.date(), validTo: z.iso.date().nullable(), note: z.string(),
});
const policyRow = z.object({
  key: z.string(), regionCode: z.string(), value: z.union([z.number(), z.array(z.unknown()), z.record(z.string(), z.unknown())]), unit: z.string(), article: z.string().nullable(),
  documentNumber: z.string().nullable(), source: z.string(), certainty: z.enum(["PLAN", "FOUND", "CHECKED", "MEMORY"]), validFrom: z.iso.date(), validTo: z.iso.date().nullable(), note: z.string().nullable(),
});

/** The first year of the plan and how far ahead goals are laid out. */
const FIRST_TARGET_YEAR = 2021;
const PLAN_ENDS = 2025;

/**
 * Loads what every installation needs: regions, county facts, occupations, brands, calibers, policy numbers and
 * the goals of each year. Rows that an officer may have changed since (policy, calibers, goals) are left alone, and so is what a brand tells of itself.
 */
export async function loadReference(deps: Pick<Deps, "pool" | "newId" | "clock">, onProgress: OnProgress = () => {}): Promise<void> {
  const connection = await deps.pool.getConnection();
  try {
    await connection.beginTransaction();
    await loadRegions(connection, onProgress);
    await loadOccupations(connection);
    await loadClassification(connection);
    await loadCrafts(connection);
    await loadBrands(connection, deps);
    await loadPolicy(connection, deps);
    await loadCalibers(connection);
    await loadTargets(connection, Number(deps.clock.today().slice(0, 4)));
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
  onProgress("reference", 1, 1);
}

async function loadRegions(connection: PoolConnection, onProgress: OnProgress) {
  const rows = z.array(regionRow).parse(parse(gunzipSync(file("regions.csv.gz")), { columns: true }));
  const depth = ["PROVINCE", "OVERSEAS", "CITY", "COUNTY", "TOWN", "VILLAGE"];
  const ordered = [...rows].sort((a, b) => depth.indexOf(a.level) - depth.indexOf(b.level));
  for (let from = 0; from < ordered.length; from += BATCH) {
    const batch = ordered.slice(from, from + BATCH);
    await connection.query(
      `INSERT INTO region (code, name, pinyin, level, parentCode, lat, lng) VALUES ?
         ON DUPLICATE KEY UPDATE name = VALUES(name), pinyin = VALUES(pinyin), level = VALUES(level), parentCode = VALUES(parentCode), lat = VALUES(lat), lng = VALUES(lng)`,
      [batch.map((row) => [row.code, row.name, row.pinyin, row.level, orNull(row.parentCode), orNull(row.lat), orNull(row.lng)])]);
    onProgress("regions", Math.min(from + BATCH, ordered.length), ordered.length);
  }
  const counties = readCounties();
  await connection.query(
    `INSERT INTO county (code, povertyLiftedLevel, deepPoverty, evidence, population2020, populationKind, areaKm2) VALUES ?
       ON DUPLICATE KEY UPDATE povertyLiftedLevel = VALUES(povertyLiftedLevel), deepPoverty = VALUES(deepPoverty), evidence = VALUES(evidence),
         population2020 = VALUES(population2020), populationKind = VALUES(populationKind), areaKm2 = VALUES(areaKm2)`,
    [counties.map((row) => [row.code, orNull(row.povertyLiftedLevel), row.deepPoverty === "1", orNull(row.evidence), row.population2020, row.populationKind, row.areaKm2])]);
}

function readCounties() {
  return z.array(countyRow).parse(parse(file("counties.csv"), { columns: true }));
}

async function loadOccupations(connection: PoolConnection) {
  await connection.query(
    `INSERT INTO occupation (code, nameZh, nameEn, groupKey, aliases) VALUES ?
       ON DUPLICATE KEY UPDATE nameZh = VALUES(nameZh), nameEn = VALUES(nameEn), groupKey = VALUES(groupKey), aliases = VALUES(aliases)`,
    [OCCUPATIONS.map((one) => [one.code, one.zh, one.en, one.group, JSON.stringify(one.aliases)])]);
}

/** The groups of the edition in force and the product's own occupations; a full list imported since keeps its names and definitions. */
async function loadClassification(connection: PoolConnection) {
  await connection.query("INSERT INTO classification_edition (code, nameZh, nameEn, validFrom) VALUES (?) ON DUPLICATE KEY UPDATE nameZh = VALUES(nameZh), nameEn = VALUES(nameEn)", [
    [EDITION.code, EDITION.nameZh, EDITION.nameEn, EDITION.validFrom],
  ]);
  const nodes = [
    ...GROUPS_OF_CLASSIFICATION.map(({ level, code, name }) => ({ level, code, name })),
    ...OCCUPATIONS.map(({ code, zh }) => ({ level: "OCCUPATION" as const, code, name: zh })),
  ];
  await addMissingNodes(connection, EDITION.code, nodes.map((node) => ({ ...node, parentCode: parentCodeOf(node.code), definition: null, green: false, digital: false })));
}

async function loadCrafts(connection: PoolConnection) {
  await connection.query(
    `INSERT INTO craft (\`key\`, nameZh, nameEn, kind, aliases, occupationCode, regionCodes, listed, certainty) VALUES ?
       ON DUPLICATE KEY UPDATE nameZh = VALUES(nameZh), nameEn = VALUES(nameEn), kind = VALUES(kind), aliases = VALUES(aliases), occupationCode = VALUES(occupationCode),
         regionCodes = VALUES(regionCodes), listed = VALUES(listed)`,
    [CRAFTS.map((one) => [one.key, one.zh, one.en, one.kind, JSON.stringify(one.aliases), one.occupationCode, JSON.stringify(one.regionCodes), one.listed, "MEMORY"])]);
}

async function loadBrands(connection: PoolConnection, deps: Pick<Deps, "newId">) {
  for (const brand of json("brands.json", z.array(brandRow))) {
    await connection.query(
      `INSERT INTO labour_brand (id, name, nameEn, level, occupationCodes, evidence, certainty, storyZh, storyEn) VALUES (?)
         ON DUPLICATE KEY UPDATE level = VALUES(level), occupationCodes = VALUES(occupationCodes), evidence = VALUES(evidence), certainty = VALUES(certainty),
           storyZh = COALESCE(storyZh, VALUES(storyZh)), storyEn = COALESCE(storyEn, VALUES(storyEn))`,
      [[deps.newId(), brand.name, brand.nameEn, brand.level, JSON.stringify(brand.occupationCodes), brand.evidence, brand.certainty, brand.storyZh, brand.storyEn]]);
    const [rows] = await connection.query("SELECT id FROM labour_brand WHERE name = ?", [brand.name]);
    const brandId = (rows as { id: string }[])[0]!.id;
    const levelOf = (code: string) => (brand.level === "FIRM" ? "FIRM" : code === "140000" ? "PROVINCE" : code.endsWith("00") ? "CITY" : "COUNTY");
    await connection.query("INSERT INTO brand_region (brandId, regionCode, level) VALUES ? ON DUPLICATE KEY UPDATE level = VALUES(level)", [
      brand.regions.map((code) => [brandId, code, levelOf(code)]),
    ]);
  }
}

async function loadPolicy(connection: PoolConnection, deps: Pick<Deps, "newId" | "clock">) {
  const rows = json("policy-parameters.json", z.array(policyRow));
  await connection.query(
    `INSERT IGNORE INTO policy_parameter (id, \`key\`, regionCode, value, unit, article, documentNumber, source, certainty, validFrom, validTo, note, recordedAt) VALUES ?`,
    [rows.map((row) => [deps.newId(), row.key, row.regionCode, JSON.stringify(row.value), row.unit, row.article, row.documentNumber, row.source, row.certainty, row.validFrom, row.validTo, row.note, deps.clock.now()])]);
}

async function loadCalibers(connection: PoolConnection) {
  await connection.query("INSERT IGNORE INTO caliber (code, nameZh, nameEn, rule, documentNumber, validFrom, validTo, note) VALUES ?", [
    json("calibers.json", z.array(caliberRow)).map((row) => [row.code, row.nameZh, row.nameEn, JSON.stringify(row.rule), row.documentNumber, row.validFrom, row.validTo, row.note]),
  ]);
}

/** The year's number from the policy rows, split over the 58 poverty-lifted counties by population, until the bureau enters its own split. */
async function loadTargets(connection: PoolConnection, thisYear: number) {
  const policy = json("policy-parameters.json", z.array(policyRow)).map((row) => ({ ...row, id: "" }));
  const weights = new Map(readCounties().filter((row) => row.povertyLiftedLevel !== "").map((row) => [row.code, row.population2020]));
  for (let year = FIRST_TARGET_YEAR; year <= Math.max(thisYear, PLAN_ENDS); year += 1) {
    const carriedOn = year > PLAN_ENDS;
    const goal = requireNumber(policy, "target.transfer.year", { regionCode: SHANXI, asOf: `${year}-06-30` });
    const [inserted] = await connection.query("INSERT IGNORE INTO target_year (year, goal, caliberCode, article, carriedOn, note) VALUES (?)", [
      [year, goal, "arrival", "20", carriedOn, carriedOn ? "2021–2025 年方案的目标，按配置沿用" : null],
    ]);
    if ((inserted as { affectedRows: number }).affectedRows === 0) continue;
    await connection.query("INSERT INTO target_county (year, countyCode, goal) VALUES ?", [[...splitGoal(goal, weights)].map(([code, part]) => [year, code, part])]);
  }
}
