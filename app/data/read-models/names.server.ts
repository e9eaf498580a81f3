import type { RowDataPacket } from "mysql2";
import { cityOf, countyOf, provinceOf } from "#app/domain/region/codes.ts";
import type { Pool } from "#app/platform/database.server.ts";

/** A thing's name in both languages; the page picks. */
export interface Name {
  zh: string;
  en: string;
}

const FRESH_MS = 5 * 60_000;

/** Names hardly change and every page asks for some: those that were read stay known for five minutes. A thing that is not there is asked for each time. */
function remembering(sql: string): (pool: Pool, keys: Iterable<string | null>) => Promise<Map<string, Name>> {
  const kept = new WeakMap<Pool, { until: number; names: Map<string, Name> }>();
  return async (pool, keys) => {
    let known = kept.get(pool);
    if (!known || known.until < performance.now()) kept.set(pool, (known = { until: performance.now() + FRESH_MS, names: new Map() }));
    const { names } = known;
    const wanted = [...new Set(keys)].filter((key): key is string => key !== null && key !== "");
    const missing = wanted.filter((key) => !names.has(key));
    if (missing.length > 0) {
      const [rows] = await pool.query<RowDataPacket[]>(sql, [missing]);
      for (const row of rows) names.set(row.id as string, { zh: row.zh as string, en: row.en as string });
    }
    return new Map(wanted.flatMap((key) => (names.has(key) ? [[key, names.get(key)!]] : [])));
  };
}

/** Names of regions by code, each as it stands alone. */
export const regionNames = remembering("SELECT code AS id, name AS zh, pinyin AS en FROM region WHERE code IN (?)");

/** Names of occupations by code; those without a code are left out. */
export const occupationNames = remembering("SELECT code AS id, nameZh AS zh, nameEn AS en FROM occupation WHERE code IN (?)");

/** Names of labour brands by id. */
export const brandNames = remembering("SELECT id, name AS zh, nameEn AS en FROM labour_brand WHERE id IN (?)");

/** From the largest region down: 山西省 吕梁市 临县 … ; English the other way round, with commas. */
export async function regionPaths(pool: Pool, codes: Iterable<string>): Promise<Map<string, Name>> {
  const wanted = [...new Set(codes)];
  const names = await regionNames(pool, wanted.flatMap(regionLine));
  return new Map(
    wanted.map((code) => {
      // 市辖区 stands between a municipality and its districts and is no name of a place
      const path = [...new Set(regionLine(code))].flatMap((one) => names.get(one) ?? []).filter((one) => one.zh !== "市辖区");
      return [code, { zh: path.map((one) => one.zh).join(""), en: path.map((one) => one.en).reverse().join(", ") }];
    }),
  );
}

/** A region with those it lies in, the widest first. */
export function regionLine(code: string): string[] {
  const line = [provinceOf(code), cityOf(code), countyOf(code)];
  if (code.length >= 9) line.push(code.slice(0, 9));
  if (code.length >= 12) line.push(code);
  return line;
}
