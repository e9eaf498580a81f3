import type { RowDataPacket } from "mysql2";
import type { PersonalField } from "#app/platform/crypto.server.ts";
import { type Pool, streamRows } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { SEALED_TABLES } from "./keys/sealed-columns.ts";
import { type Holding, HOLDINGS } from "./holdings.ts";

/** A value as a person may read it. */
export type OwnValue = string | number | boolean | null | OwnValue[] | { [key: string]: OwnValue };
export type OwnRow = Record<string, OwnValue>;

/** Names of what a row only names by code, so that it can be read: `occupationCode` and what it is called. */
export type Naming = (column: string, value: OwnValue) => { zh: string; en: string } | null;

export interface OwnSection {
  table: string;
  rows: AsyncIterable<OwnRow>;
}

/** Keys of ours, hashes, secrets, and masks of what stands beside them in the clear. */
const OURS = /(?:Index|Hash|Token|Masked|Secret)$|^(?:openKey|onceKey|activeKey|contentKey|byteCount|slot|lastHash|requestId|demo|madeUp)$/;
const SEALED: Readonly<Record<string, PersonalField>> = { nameEnc: "person.name", idNumberEnc: "person.idNumber", phoneEnc: "person.phone", careEnc: "person.care", accountEnc: "bank.account", contactEnc: "emergency.contact", noteEnc: "case.note" };
const flagsOf = (table: string) => SEALED_TABLES.find((one) => one.table === table)?.flags ?? {};
const DAY = /(?:On|From|To|Date)$/;

/** Everything we hold of a person, table by table and row by row, decrypted for their own eyes; photos as data addresses. */
export async function* ownData(deps: Pick<Deps, "pool" | "crypto">, personId: string): AsyncGenerator<OwnSection> {
  for (const holding of HOLDINGS) {
    if (holding.download === true) yield { table: holding.table, rows: rowsOf(deps, holding, personId) };
  }
}

async function* rowsOf(deps: Pick<Deps, "pool" | "crypto">, { table, of, omit = [], masked = [] }: Holding, personId: string): AsyncGenerator<OwnRow> {
  const flags = await flagColumns(deps.pool, table);
  for await (const row of streamRows<RowDataPacket>(deps.pool, `SELECT * FROM ${table} WHERE ${of}`, [personId])) {
    const told: OwnRow = {};
    for (const [column, value] of Object.entries(row)) {
      if ((OURS.test(column) && !masked.includes(column)) || omit.includes(column) || column === "personId") continue;
      if (column.endsWith("Enc")) told[column.slice(0, -3)] = unseal(deps, table, column, value, row) ?? told[column.slice(0, -3)] ?? null;
      else told[column] = flags.has(column) && value !== null ? Boolean(value) : plain(column, value);
    }
    yield told;
  }
}

function unseal({ crypto }: Pick<Deps, "crypto">, table: string, column: string, value: unknown, row: RowDataPacket): OwnValue {
  if (value === null || value === "") return null;
  if (Buffer.isBuffer(value)) return `data:${String(row.mimeType)};base64,${Buffer.from(crypto.decryptBytes("person.file", String(row.id), value)).toString("base64")}`;
  const flag = flagsOf(table)[column];
  if (flag) return crypto.openFlag(flag, String(row.id), String(value));
  const field = SEALED[column];
  if (field === undefined) throw new Error(`${column} has no field to be read as`);
  const text = crypto.decrypt(field, String(value));
  return field === "person.care" || field === "emergency.contact" ? (JSON.parse(text) as OwnValue) : text;
}

function plain(column: string, value: unknown): OwnValue {
  if (value instanceof Date) return DAY.test(column) ? value.toISOString().slice(0, 10) : value.toISOString();
  if (typeof value === "string" && /^[[{]/.test(value)) {
    try {
      return JSON.parse(value) as OwnValue;
    } catch {
      return value;
    }
  }
  return value as OwnValue;
}

async function flagColumns(pool: Pool, table: string): Promise<Set<string>> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND COLUMN_TYPE LIKE 'tinyint%'", [table]);
  return new Set(rows.map((row) => row.name as string));
}

const NAMED = [
  ["occupationCode", "SELECT code AS id, nameZh AS zh, nameEn AS en FROM occupation WHERE code IN (?)"],
  ["occupationCodes", "SELECT code AS id, nameZh AS zh, nameEn AS en FROM occupation WHERE code IN (?)"],
  ["homeRegionCode", "SELECT code AS id, name AS zh, pinyin AS en FROM region WHERE code IN (?)"],
  ["homeCountyCode", "SELECT code AS id, name AS zh, pinyin AS en FROM region WHERE code IN (?)"],
  ["workRegionCode", "SELECT code AS id, name AS zh, pinyin AS en FROM region WHERE code IN (?)"],
  ["countyCode", "SELECT code AS id, name AS zh, pinyin AS en FROM region WHERE code IN (?)"],
  ["regionCode", "SELECT code AS id, name AS zh, pinyin AS en FROM region WHERE code IN (?)"],
  ["postId", "SELECT id, title AS zh, title AS en FROM post WHERE id IN (?)"],
  ["brandId", "SELECT id, name AS zh, nameEn AS en FROM labour_brand WHERE id IN (?)"],
  ["craftKey", "SELECT `key` AS id, nameZh AS zh, nameEn AS en FROM craft WHERE `key` IN (?)"],
] as const;

/** What the codes of a row are called; asks the database once for each code. */
export function namesFor(pool: Pool): (row: OwnRow) => Promise<Naming> {
  const known = new Map<string, { zh: string; en: string }>();
  return async (row) => {
    for (const [column, sql] of NAMED) {
      const codes = [row[column] ?? []].flat().filter((code): code is string => typeof code === "string" && !known.has(`${column} ${code}`));
      if (codes.length === 0) continue;
      const [found] = await pool.query<RowDataPacket[]>(sql, [codes]);
      for (const one of found) known.set(`${column} ${String(one.id)}`, { zh: one.zh as string, en: one.en as string });
    }
    return (column, value) => known.get(`${column} ${String(value)}`) ?? null;
  };
}
