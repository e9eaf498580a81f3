import type { RowDataPacket } from "mysql2/promise";
import { buildRegionIndex, type RegionIndex } from "#app/domain/import/region-index.ts";
import type { Pool } from "#app/platform/database.server.ts";

export interface KnownRegions {
  index: RegionIndex;
  overseasCodes: ReadonlySet<string>;
}

export async function loadKnownRegions(pool: Pool): Promise<KnownRegions> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code, name, level, parentCode FROM region WHERE level <> 'VILLAGE' ORDER BY code");
  const regions = rows as { code: string; name: string; level: string; parentCode: string | null }[];
  return {
    index: buildRegionIndex(regions),
    overseasCodes: new Set(regions.filter((row) => row.level === "OVERSEAS").map((row) => row.code)),
  };
}

export type VillageFinder = (townCode: string, detail: string) => string | null;

/** Finds a village or community by what an address says below its township: 师范街社区居委会 also as 师范街社区 or 师范街. */
export async function loadVillageFinder(pool: Pool): Promise<VillageFinder> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code, name, parentCode FROM region WHERE level = 'VILLAGE'");
  const byTown = new Map<string, { short: string; code: string }[]>();
  for (const row of rows as { code: string; name: string; parentCode: string }[]) {
    const short = row.name.replace(/(?:社区)?(?:居民委员会|居委会|村民委员会|村委会|委会)$|社区$/, "").replace(/村$/, "");
    if (short.length < 2) continue;
    const list = byTown.get(row.parentCode);
    if (list) list.push({ short, code: row.code });
    else byTown.set(row.parentCode, [{ short, code: row.code }]);
  }
  for (const list of byTown.values()) list.sort((a, b) => b.short.length - a.short.length);
  return (townCode, detail) => {
    const text = detail.replace(/^(?:街道)?办事处|^街办|^[\s,，]+/, "").trim();
    return byTown.get(townCode)?.find((village) => text.startsWith(village.short))?.code ?? null;
  };
}
