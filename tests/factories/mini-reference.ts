import type { Pool } from "#app/platform/database.server.ts";
import { TRADES } from "#prisma/seed/generate/trades.ts";

/** code, name, pinyin, level, parent, lat, lng */
const REGIONS = [
  ["140000", "山西省", "shanxisheng", "PROVINCE", null, 37.87, 112.55],
  ["140100", "太原市", "taiyuanshi", "CITY", "140000", 37.87, 112.55],
  ["141100", "吕梁市", "lvliangshi", "CITY", "140000", 37.52, 111.14],
  ["140105", "小店区", "xiaodianqu", "COUNTY", "140100", 37.74, 112.57],
  ["141124", "临县", "linxian", "COUNTY", "141100", 37.95, 110.99],
  ["141127", "岚县", "lanxian", "COUNTY", "141100", 38.28, 111.67],
  ["141181", "孝义市", "xiaoyishi", "COUNTY", "141100", 37.15, 111.78],
  ["141124100", "临泉镇", "linquanzhen", "TOWN", "141124", 37.95, 110.99],
  ["141124100001", "前青塘村", "qianqingtangcun", "VILLAGE", "141124100", 37.95, 110.99],
  ["110000", "北京市", "beijingshi", "PROVINCE", null, 39.9, 116.4],
  ["110100", "市辖区", "shixiaqu", "CITY", "110000", 39.9, 116.4],
  ["110105", "朝阳区", "chaoyangqu", "COUNTY", "110100", 39.92, 116.44],
  ["JP0000", "日本", "riben", "OVERSEAS", null, 35.68, 139.69],
] as const;

/** code, level of lifting, deep, population */
const COUNTIES = [
  ["140105", null, 0, 1_357_200],
  ["141124", "NATIONAL", 1, 480_000],
  ["141127", "NATIONAL", 0, 150_000],
  ["141181", null, 0, 480_000],
] as const;

/** A handful of places and occupations, for a database without reference data. A loaded one is left as it is. */
export async function loadMiniReference(pool: Pool): Promise<void> {
  const [rows] = await pool.query("SELECT (SELECT COUNT(*) FROM region) AS regions, (SELECT COUNT(*) FROM occupation) AS occupations");
  const { regions, occupations } = (rows as { regions: number; occupations: number }[])[0]!;
  if (Number(regions) === 0) {
    await pool.query("INSERT IGNORE INTO region (code, name, pinyin, level, parentCode, lat, lng) VALUES ?", [REGIONS.map((row) => [...row])]);
    await pool.query("INSERT IGNORE INTO county (code, povertyLiftedLevel, deepPoverty, population2020) VALUES ?", [COUNTIES.map((row) => [...row])]);
  }
  if (Number(occupations) === 0) {
    await pool.query("INSERT IGNORE INTO occupation (code, nameZh, nameEn, groupKey, aliases) VALUES ?", [
      TRADES.map(({ code, titles }) => [code, titles[0], titles[0], code.slice(0, 4), JSON.stringify(titles)]),
    ]);
  }
}
