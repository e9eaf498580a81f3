import type { RowDataPacket } from "mysql2/promise";
import type { CountedPerson } from "#app/domain/target/caliber.ts";
import type { PlaceClass, Stream } from "#app/domain/terms.ts";
import type { Pool, Querier } from "#app/platform/database.server.ts";

export type CountRow = CountedPerson & { caliberCode: string };

const COLUMNS = "year, caliberCode, personId, placementId, eventId, countedOn, countyCode, placeClass, stream, rung";

export async function readCounts(connection: Querier, personIds: readonly string[]): Promise<CountRow[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`SELECT ${COLUMNS} FROM target_count WHERE personId IN (?)`, [personIds]);
  return rows.map(toCountRow);
}

export async function* streamCounts(pool: Pool, batchSize = 20_000): AsyncGenerator<CountRow[]> {
  let after = { year: 0, caliberCode: "", personId: "" };
  for (;;) {
    const [rows] = await pool.query<RowDataPacket[]>(
      `SELECT ${COLUMNS} FROM target_count
        WHERE year > ? OR (year = ? AND caliberCode > ?) OR (year = ? AND caliberCode = ? AND personId > ?)
        ORDER BY year, caliberCode, personId LIMIT ?`,
      [after.year, after.year, after.caliberCode, after.year, after.caliberCode, after.personId, batchSize],
    );
    if (rows.length === 0) return;
    const counts = rows.map(toCountRow);
    yield counts;
    after = counts[counts.length - 1]!;
  }
}

export async function insertCounts(connection: Querier, rows: readonly CountRow[]): Promise<void> {
  if (rows.length === 0) return;
  await connection.query(`INSERT INTO target_count (${COLUMNS}) VALUES ?`, [
    rows.map((row) => [row.year, row.caliberCode, row.personId, row.placementId, row.eventId, row.countedOn, row.countyCode, row.placeClass, row.stream, row.rung]),
  ]);
}

export async function deleteCounts(connection: Querier, rows: readonly CountRow[]): Promise<void> {
  if (rows.length === 0) return;
  await connection.query("DELETE FROM target_count WHERE (year, caliberCode, personId) IN (?)", [
    rows.map((row) => [row.year, row.caliberCode, row.personId]),
  ]);
}

/** One cell of the counters: where a counted person is summed. */
export interface CounterCell {
  year: number;
  caliberCode: string;
  countyCode: string;
  month: number;
  placeClass: PlaceClass;
  stream: Stream;
  persons: number;
}

export function cellKey(cell: Omit<CounterCell, "persons">): string {
  return [cell.year, cell.caliberCode, cell.countyCode, cell.month, cell.placeClass, cell.stream].join("|");
}

/** Adds to cells, in key order so that two writers never wait for each other crosswise. */
export async function addToCounters(connection: Querier, cells: readonly CounterCell[]): Promise<void> {
  for (const cell of [...cells].sort((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1))) {
    if (cell.persons === 0) continue;
    const values = [cell.year, cell.caliberCode, cell.countyCode, cell.month, cell.placeClass, cell.stream];
    const [updated] = await connection.query(
      `UPDATE target_counter SET persons = persons + ?
        WHERE year = ? AND caliberCode = ? AND countyCode = ? AND month = ? AND placeClass = ? AND stream = ?`,
      [cell.persons, ...values],
    );
    if ((updated as { affectedRows: number }).affectedRows === 0) {
      await connection.query(
        `INSERT INTO target_counter (year, caliberCode, countyCode, month, placeClass, stream, persons) VALUES (?)
           ON DUPLICATE KEY UPDATE persons = persons + VALUES(persons)`,
        [[...values, cell.persons]],
      );
    }
  }
}

export async function readCounters(connection: Querier): Promise<CounterCell[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SELECT year, caliberCode, countyCode, month, placeClass, stream, persons FROM target_counter WHERE persons <> 0");
  return rows.map((row) => ({ ...(row as unknown as CounterCell), persons: Number(row.persons) }));
}

function toCountRow(row: RowDataPacket): CountRow {
  const countedOn = row.countedOn as string;
  return { ...(row as unknown as CountRow), countedOn, month: Number(countedOn.slice(5, 7)) };
}
