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

/** The villages that whoever acts for a region may name, or the parts of a larger region to go down to a township (`asked`, which counts only inside it). */
export async function readRegisterPlaces(pool: Pool, scope: string, asked: string | null): Promise<Pick<RegisterFormView, "town" | "villages" | "parts"> & { at: string }> {
  const at = asked !== null && /^\d{6}(\d{3})?$/.test(asked) && isWithin(asked, scope) ? asked : scope;
  const children = at.length === 12 ? [] : await readParts(pool, at);
  if (at.length < 9) return { at, town: null, villages: [], parts: children };
  const names = await regionNames(pool, [at.slice(0, 9), at]);
  const place = (code: string): Place => ({ code, name: names.get(code) ?? { zh: code, en: code } });
  return { at, town: place(at.slice(0, 9)), parts: [], villages: children.length > 0 ? children : [place(at)] };
}

/** What the form offers: villages, trades with those of the county first, and the village of last time. */
export async function readRegisterForm(pool: Pool, { userId, scope, asked }: { userId: string; scope: string; asked: string | null }): Promise<RegisterFormView> {
  const { at, ...places } = await readRegisterPlaces(pool, scope, asked);
  const [occupations, common, [last]] = await Promise.all([
    readOccupationOptions(pool),
    readCommonTrades(pool, countyOf(at)),
    pool.query<RowDataPacket[]>("SELECT p.homeRegionCode FROM registration r JOIN person p ON p.id = r.personId WHERE r.byUserId = ? ORDER BY r.recordedAt DESC LIMIT 1", [userId]),
  ]);
  const first = common.slice(0, BY_TOUCH).flatMap((code) => occupations.find((one) => one.code === code) ?? []);
  const touch = [...first, ...occupations.filter((one) => !first.includes(one))].slice(0, BY_TOUCH);
  return { ...places, common: touch, others: occupations.filter((one) => !touch.includes(one)), lastVillage: (last[0]?.homeRegionCode as string | undefined) ?? null };
}

async function readParts(pool: Pool, code: string): Promise<Place[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT code, name, pinyin FROM region WHERE parentCode = ? ORDER BY code", [code]);
  return rows.map((row) => ({ code: row.code as string, name: { zh: row.name as string, en: row.pinyin as string } }));
}
