import type { RowDataPacket } from "mysql2";
import { countyOf, scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

export const WORK_PAGE = 30;

export type Missing = "wish" | "phone" | "consent";

export interface VillagePerson {
  id: string;
  nameMasked: string;
  village: Name;
  state: "seeking" | "placed" | "resting";
  /** a proposal waits for the person's answer */
  proposal: boolean;
  missing: Missing[];
}

export interface AgentWork {
  people: VillagePerson[];
  total: number;
  seeking: number;
  unfinished: number;
  page: number;
  pages: number;
}

/** Everybody whose home lies in a region, as SQL; by county where there is one, for its index. */
function inRegion(code: string): { sql: string; params: string[] } {
  const prefix = scopePrefix(code);
  return prefix.length < 6 ? { sql: "p.homeRegionCode LIKE ?", params: [`${prefix}%`] } : { sql: "p.homeCountyCode = ? AND p.homeRegionCode LIKE ?", params: [countyOf(code), `${prefix}%`] };
}

const FACTS = `p.id, p.nameMasked, p.homeRegionCode, p.phoneEnc IS NULL AS noPhone,
  COALESCE(w.seeking, 1) AS seeking, COALESCE(JSON_LENGTH(w.occupationCodes), 0) = 0 AS noWish,
  NOT EXISTS (SELECT 1 FROM consent c WHERE c.openKey = CONCAT(p.id, ':SERVICE')) AS noConsent,
  EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = p.id) AS placed,
  EXISTS (SELECT 1 FROM job_match m WHERE m.openKey = p.id) AS proposal`;

/** The people of an agent's villages: answers waited for first, then who looks for work and lacks most. Masked. */
export async function readAgentWork(pool: Pool, { regionCode, page }: { regionCode: string; page: number }): Promise<AgentWork> {
  const { sql, params } = inRegion(regionCode);
  const from = `(SELECT ${FACTS} FROM person p LEFT JOIN wish w ON w.personId = p.id WHERE ${sql}) one`;
  const [[rows], [counts]] = await Promise.all([
    pool.query<RowDataPacket[]>(
      `SELECT * FROM ${from} ORDER BY proposal DESC, (seeking AND NOT placed) DESC, (noWish + noPhone + noConsent) DESC, id LIMIT ? OFFSET ?`,
      [...params, WORK_PAGE, (Math.max(1, page) - 1) * WORK_PAGE]),
    pool.query<RowDataPacket[]>(
      `SELECT COUNT(*) AS total, COALESCE(SUM(seeking AND NOT placed), 0) AS seeking, COALESCE(SUM(noWish OR noPhone OR noConsent), 0) AS unfinished FROM ${from}`, params),
  ]);
  const villages = await regionNames(pool, rows.map((row) => row.homeRegionCode as string));
  const total = Number(counts[0]?.total ?? 0);
  return {
    people: rows.map((row) => ({
      id: row.id as string, nameMasked: row.nameMasked as string, village: villages.get(row.homeRegionCode as string) ?? { zh: "", en: "" },
      state: row.placed ? "placed" : row.seeking ? "seeking" : "resting", proposal: Boolean(row.proposal),
      missing: (["wish", "phone", "consent"] as const).filter((one) => row[{ wish: "noWish", phone: "noPhone", consent: "noConsent" }[one]]),
    })),
    total, seeking: Number(counts[0]?.seeking ?? 0), unfinished: Number(counts[0]?.unfinished ?? 0), page: Math.max(1, page), pages: Math.max(1, Math.ceil(total / WORK_PAGE)),
  };
}

export interface RegistrationView {
  id: string;
  personId: string;
  receiptId: string;
  nameMasked: string;
  village: Name;
  outcome: "CREATED" | "CHANGED" | "UNCHANGED";
  hasPhone: boolean;
  ownWords: string | null;
  enteredAt: Date;
  recordedAt: Date;
}

/** What an agent registered, newest first; `id` asks for one of them. */
export async function readRegistrations(pool: Pool, userId: string, { id = null, limit = 10 }: { id?: string | null; limit?: number } = {}): Promise<RegistrationView[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT r.id, r.personId, r.receiptId, r.outcome, r.ownWords, r.enteredAt, r.recordedAt, p.nameMasked, p.homeRegionCode, p.phoneEnc IS NOT NULL AS hasPhone
       FROM registration r JOIN person p ON p.id = r.personId WHERE r.byUserId = ? ${id === null ? "" : "AND r.id = ?"} ORDER BY r.recordedAt DESC, r.id DESC LIMIT ?`,
    id === null ? [userId, limit] : [userId, id, limit]);
  const villages = await regionNames(pool, rows.map((row) => row.homeRegionCode as string));
  return rows.map((row) => ({
    id: row.id as string, personId: row.personId as string, receiptId: row.receiptId as string, nameMasked: row.nameMasked as string, outcome: row.outcome as RegistrationView["outcome"],
    village: villages.get(row.homeRegionCode as string) ?? { zh: "", en: "" }, hasPhone: Boolean(row.hasPhone), ownWords: row.ownWords as string | null,
    enteredAt: row.enteredAt as Date, recordedAt: row.recordedAt as Date,
  }));
}

/** Masked people of one village, by name: to choose who stands on a roster. */
export async function readVillagePeople(pool: Pool, regionCode: string): Promise<{ id: string; nameMasked: string; placed: boolean }[]> {
  const { sql, params } = inRegion(regionCode);
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT p.id, p.nameMasked, EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = p.id) AS placed FROM person p WHERE ${sql} ORDER BY placed DESC, p.nameMasked, p.id LIMIT 300`, params);
  return rows.map((row) => ({ id: row.id as string, nameMasked: row.nameMasked as string, placed: Boolean(row.placed) }));
}

/** Trades by how many people of a county look for them, most first. */
export async function readCommonTrades(pool: Pool, countyCode: string): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT w.occupationCodes FROM wish w JOIN person p ON p.id = w.personId WHERE p.homeCountyCode = ?", [countyCode]);
  const counts = new Map<string, number>();
  for (const row of rows) for (const code of readJson(row.occupationCodes) as string[]) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
}

export interface HeldPerson {
  id: string;
  nameMasked: string;
  home: Name;
}

/** Somebody of the region an actor acts for, masked; null for everybody else, whether they exist or not. */
export async function readHeldPerson(pool: Pool, actor: Actor, id: string): Promise<HeldPerson | null> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, nameMasked, homeRegionCode FROM person WHERE id = ?", [id]);
  const row = rows[0];
  if (!row || !actsForRegion(actor, row.homeRegionCode as string)) return null;
  const homes = await regionPaths(pool, [row.homeRegionCode as string]);
  return { id: row.id as string, nameMasked: row.nameMasked as string, home: homes.get(row.homeRegionCode as string) ?? { zh: "", en: "" } };
}
