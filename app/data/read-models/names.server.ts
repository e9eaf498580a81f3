import type { RowDataPacket } from "mysql2";
import { cityOf, countyOf, provinceOf } from "#app/domain/region/codes.ts";
import type { Pool } from "#app/platform/database.server.ts";

/** A thing's name in both languages; the page picks. */
export interface Name {
  zh: string;
  en: string;
}

/** Names of regions by code, each as it stands alone. */
export async function regionNames(pool: Pool, codes: Iterable<string>): Promise<Map<string, Name>> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code, name, pinyin FROM region WHERE code IN (?)", [wanted]);
  return new Map(rows.map((row) => [row.code as string, { zh: row.name as string, en: row.pinyin as string }]));
}

/** From the largest region down: 山西省 吕梁市 临县 … ; English the other way round, with commas. */
export async function regionPaths(pool: Pool, codes: Iterable<string>): Promise<Map<string, Name>> {
  const wanted = [...new Set(codes)];
  const names = await regionNames(pool, wanted.flatMap(regionLine));
  return new Map(
    wanted.map((code) => {
      const path = [...new Set(regionLine(code))].flatMap((one) => names.get(one) ?? []);
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

export async function occupationNames(pool: Pool, codes: Iterable<string | null>): Promise<Map<string, Name>> {
  const wanted = [...new Set(codes)].filter((code): code is string => code !== null && code !== "");
  if (wanted.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code, nameZh, nameEn FROM occupation WHERE code IN (?)", [wanted]);
  return new Map(rows.map((row) => [row.code as string, { zh: row.nameZh as string, en: row.nameEn as string }]));
}

export async function brandNames(pool: Pool, ids: Iterable<string | null>): Promise<Map<string, Name>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null && id !== "");
  if (wanted.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, name, nameEn FROM labour_brand WHERE id IN (?)", [wanted]);
  return new Map(rows.map((row) => [row.id as string, { zh: row.name as string, en: row.nameEn as string }]));
}
