import type { RowDataPacket } from "mysql2";
import type { Pool } from "#app/platform/database.server.ts";
import type { Name } from "./names.server.ts";

export interface RegionOption {
  code: string;
  parentCode: string | null;
  name: Name;
}

/** Shanxi's cities and counties, other provinces, and places abroad: what a select offers. */
export async function readRegionOptions(pool: Pool): Promise<{ cities: RegionOption[]; counties: RegionOption[]; provinces: RegionOption[]; overseas: RegionOption[] }> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT code, parentCode, name, pinyin, level FROM region
      WHERE level IN ('PROVINCE', 'OVERSEAS') OR (level IN ('CITY', 'COUNTY') AND code LIKE '14%') ORDER BY code`);
  const of = (level: string) =>
    rows.filter((row) => row.level === level).map((row) => ({ code: row.code as string, parentCode: row.parentCode as string | null, name: { zh: row.name as string, en: row.pinyin as string } }));
  return { cities: of("CITY"), counties: of("COUNTY"), provinces: of("PROVINCE").filter((one) => one.code !== "140000"), overseas: of("OVERSEAS") };
}

export interface OccupationOption {
  code: string;
  groupKey: string;
  name: Name;
}

export async function readOccupationOptions(pool: Pool): Promise<OccupationOption[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code, groupKey, nameZh, nameEn FROM occupation ORDER BY groupKey, code");
  return rows.map((row) => ({ code: row.code as string, groupKey: row.groupKey as string, name: { zh: row.nameZh as string, en: row.nameEn as string } }));
}

export async function readBrandOptions(pool: Pool): Promise<{ id: string; name: Name }[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, name, nameEn FROM labour_brand WHERE state <> 'ENDED' ORDER BY name");
  return rows.map((row) => ({ id: row.id as string, name: { zh: row.name as string, en: row.nameEn as string } }));
}
