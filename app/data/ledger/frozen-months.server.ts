import { createHash } from "node:crypto";
import type { RowDataPacket } from "mysql2/promise";
import { addDays, addMonths, type Day } from "#app/domain/dates.ts";
import type { CountedIn, LateEvent } from "#app/domain/target/restatement.ts";
import { isUniqueViolation, type Pool, type Querier } from "#app/platform/database.server.ts";

/** First day of a month and of the next: [from, to). */
export function monthRange(year: number, month: number): { from: Day; to: Day } {
  const from = `${year}-${String(month).padStart(2, "0")}-01`;
  return { from, to: addMonths(from, 1) };
}

export interface FrozenMonthRow {
  year: number;
  month: number;
  caliberCode: string;
  persons: number;
  listHash: string;
  frozenAt: Date;
}

/** Fixes who counts in a month under a caliber, in one transaction; null when the month has been fixed already. */
export async function freezeMonth(pool: Pool, { year, month, caliberCode, by, at }: { year: number; month: number; caliberCode: string; by: string | null; at: Date }): Promise<{ persons: number } | null> {
  const { from, to } = monthRange(year, month);
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query("INSERT INTO frozen_month (year, month, caliberCode, persons, listHash, frozenBy, frozenAt) VALUES (?)", [[year, month, caliberCode, 0, "", by, at]]);
    await connection.query(
      `INSERT INTO frozen_person (year, month, personId, placementId, eventId, countyCode, placeClass, stream, rung)
       SELECT year, ?, personId, placementId, eventId, countyCode, placeClass, stream, rung FROM target_count
        WHERE year = ? AND caliberCode = ? AND countedOn >= ? AND countedOn < ?`, [month, year, caliberCode, from, to]);
    const { persons, listHash } = await hashOf(connection, year, month);
    await connection.query("UPDATE frozen_month SET persons = ?, listHash = ? WHERE year = ? AND month = ?", [persons, listHash, year, month]);
    await connection.commit();
    return { persons };
  } catch (error) {
    await connection.rollback();
    if (isUniqueViolation(error)) return null;
    throw error;
  } finally {
    connection.release();
  }
}

/** The fingerprint of a frozen list: its people and their proof, in the order of their ids. */
export async function hashOf(connection: Querier, year: number, month: number): Promise<{ persons: number; listHash: string }> {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT personId, eventId, countyCode FROM frozen_person WHERE year = ? AND month = ? ORDER BY personId", [year, month]);
  const hash = createHash("sha256");
  for (const row of rows) hash.update(`${row.personId}|${row.eventId}|${row.countyCode}\n`);
  return { persons: rows.length, listHash: hash.digest("base64url") };
}

export async function readFrozenMonths(pool: Pool, year: number): Promise<FrozenMonthRow[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT year, month, caliberCode, persons, listHash, frozenAt FROM frozen_month WHERE year = ? ORDER BY month", [year]);
  return rows as unknown as FrozenMonthRow[];
}

export interface CountedOfCounty extends CountedIn {
  countyCode: string;
}

/** Who of a region has left or joined a frozen month since, with what was recorded about them after it. */
export async function loadChanges(pool: Pool, frozen: FrozenMonthRow, prefix: string): Promise<{ was: CountedOfCounty[]; is: CountedOfCounty[]; late: LateEvent[] }> {
  const { year, month, caliberCode } = frozen;
  const { from, to } = monthRange(year, month);
  const [[gone], [come]] = await Promise.all([
    pool.query<RowDataPacket[]>(
      `SELECT f.personId, f.placementId, f.countyCode, c.placementId AS placementNow, c.countyCode AS countyNow, c.countedOn FROM frozen_person f
         LEFT JOIN target_count c ON c.year = f.year AND c.caliberCode = ? AND c.personId = f.personId
        WHERE f.year = ? AND f.month = ? AND f.countyCode LIKE ? AND (c.personId IS NULL OR c.countedOn < ? OR c.countedOn >= ?)`, [caliberCode, year, month, `${prefix}%`, from, to]),
    pool.query<RowDataPacket[]>(
      `SELECT c.personId, c.placementId, c.countyCode FROM target_count c LEFT JOIN frozen_person f ON f.year = c.year AND f.month = ? AND f.personId = c.personId
        WHERE c.year = ? AND c.caliberCode = ? AND c.countyCode LIKE ? AND c.countedOn >= ? AND c.countedOn < ? AND f.personId IS NULL`, [month, year, caliberCode, `${prefix}%`, from, to]),
  ]);
  const was = gone.map((row) => ({ personId: row.personId as string, placementId: row.placementId as string, month, countyCode: row.countyCode as string }));
  const is = [
    ...gone.filter((row) => row.countedOn !== null).map((row) => ({ personId: row.personId as string, placementId: row.placementNow as string, month: Number((row.countedOn as string).slice(5, 7)), countyCode: row.countyNow as string })),
    ...come.map((row) => ({ personId: row.personId as string, placementId: row.placementId as string, month, countyCode: row.countyCode as string })),
  ];
  const placements = [...new Set([...was, ...is].map((one) => one.placementId))];
  if (placements.length === 0) return { was, is, late: [] };
  const [late] = await pool.query<RowDataPacket[]>("SELECT placementId, kind, reason FROM placement_event WHERE placementId IN (?) AND recordedAt > ? ORDER BY placementId, seq", [placements, frozen.frozenAt]);
  return { was, is, late: late as unknown as LateEvent[] };
}

/** Whether a month is over on a day in China. */
export function isOver(year: number, month: number, today: Day): boolean {
  return addDays(monthRange(year, month).to, -1) < today;
}
