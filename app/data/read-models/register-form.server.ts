import type { RowDataPacket } from "mysql2";
import { countyOf, isWithin } from "#app/domain/region/codes.ts";
import type { Pool } from "#app/platform/database.server.ts";
import { readCommonTrades } from "./agent-work.server.ts";
import { type Name, regionNames } from "./names.server.ts";
import { type OccupationOption, readOccupationOptions } from "./options.server.ts";

/** So many trades are offered by touch; the others in a list. */
const BY_TOUCH = 12;

export interface Place {
  code: string;
  name: Name;
}

export interface RegisterFormView {
  /** the township whose villages are offered; null while a larger region's agent has not chosen one */
  town: Place | null;
  villages: Place[];
  /** larger region: the parts to choose from */
  parts: Place[];
  common: OccupationOption[];
  others: OccupationOption[];
  lastVillage: string | null;
}

/**
 * What the form offers to whoever acts for a region. An agent of a township sees its villages; an officer of a larger region
 * first goes down to a township (`asked`, which counts only inside their region).
 */
export async function readRegisterForm(pool: Pool, { userId, scope, asked }: { userId: string; scope: string; asked: string | null }): Promise<RegisterFormView> {
  const at = asked !== null && /^\d{6}(\d{3})?$/.test(asked) && isWithin(asked, scope) ? asked : scope;
  const town = at.length >= 9 ? at.slice(0, 9) : null;
  const [children, occupations, common, [last]] = await Promise.all([
    at.length === 12 ? [] : readParts(pool, at),
    readOccupationOptions(pool),
    readCommonTrades(pool, countyOf(at)),
    pool.query<RowDataPacket[]>("SELECT p.homeRegionCode FROM registration r JOIN person p ON p.id = r.personId WHERE r.byUserId = ? ORDER BY r.recordedAt DESC LIMIT 1", [userId]),
  ]);
  const names = town === null ? new Map<string, Name>() : await regionNames(pool, [town, at]);
  const place = (code: string): Place => ({ code, name: names.get(code) ?? { zh: code, en: code } });
  const first = common.slice(0, BY_TOUCH).flatMap((code) => occupations.find((one) => one.code === code) ?? []);
  const touch = [...first, ...occupations.filter((one) => !first.includes(one))].slice(0, BY_TOUCH);
  return {
    town: town === null ? null : place(town), parts: town === null ? children : [],
    villages: town === null ? [] : at.length === 12 ? [place(at)] : children.length > 0 ? children : [place(town)],
    common: touch, others: occupations.filter((one) => !touch.includes(one)), lastVillage: (last[0]?.homeRegionCode as string | undefined) ?? null,
  };
}

async function readParts(pool: Pool, code: string): Promise<Place[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code, name, pinyin FROM region WHERE parentCode = ? ORDER BY code", [code]);
  return rows.map((row) => ({ code: row.code as string, name: { zh: row.name as string, en: row.pinyin as string } }));
}
