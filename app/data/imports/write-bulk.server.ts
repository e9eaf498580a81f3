import type { PoolConnection } from "mysql2/promise";
import { loadRows } from "#app/platform/bulk.server.ts";

export type Cell = string | number | boolean | Date | null;
export type BulkRow = Record<string, Cell>;

/** Several rows in one statement; all rows have the first one's columns. */
export async function insertBulk(connection: Pick<PoolConnection, "query">, table: string, rows: readonly BulkRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { names, values } = columnsAndValues(rows);
  await connection.query(`INSERT INTO \`${table}\` (${names}) VALUES ?`, [values]);
}

/** How new rows go in: `insertBulk`, or `loadBulk` where the server takes it. */
export type InsertRows = (connection: Pick<PoolConnection, "query">, table: string, rows: readonly BulkRow[]) => Promise<void>;

const FEW = 100;

/** The database's own bulk load, twice as fast for many rows. Throws RowsNotTaken where a row can't go in as it is; the same rows by `insertBulk` then tell why. */
export const loadBulk: InsertRows = (connection, table, rows) => (rows.length < FEW ? insertBulk(connection, table, rows) : loadRows(connection, table, rows));

/** Changes rows by primary key. Each row is whole, so that one statement carries them all. */
export async function updateBulk(connection: Pick<PoolConnection, "query">, table: string, rows: readonly BulkRow[], changes: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const { names, values } = columnsAndValues(rows);
  await connection.query(`INSERT INTO \`${table}\` (${names}) VALUES ? ON DUPLICATE KEY UPDATE ${changes.join(", ")}`, [values]);
}

/** `a` becomes `a = VALUES(a)`. */
export function takeNew(columns: readonly string[]): string[] {
  return columns.map((column) => `\`${column}\` = VALUES(\`${column}\`)`);
}

function columnsAndValues(rows: readonly BulkRow[]) {
  const columns = Object.keys(rows[0]!);
  return { names: columns.map((column) => `\`${column}\``).join(", "), values: rows.map((row) => columns.map((column) => row[column] ?? null)) };
}

const DATA_FAULTS = new Set([
  "ER_DATA_TOO_LONG", "ER_TRUNCATED_WRONG_VALUE", "ER_TRUNCATED_WRONG_VALUE_FOR_FIELD", "ER_WARN_DATA_OUT_OF_RANGE", "ER_CONSTRAINT_FAILED",
  "ER_CHECK_CONSTRAINT_VIOLATED", "ER_BAD_NULL_ERROR", "WARN_DATA_TRUNCATED", "ER_NO_REFERENCED_ROW_2", "ER_INVALID_CHARACTER_STRING",
]);

/** The client has no name for this one. */
const MARIADB_CONSTRAINT_FAILED = 4_025;

/** The database refused a value: the row is at fault, not the moment. */
export function isDataFault(error: unknown): boolean {
  const { code, errno } = (error ?? {}) as { code?: unknown; errno?: unknown };
  return DATA_FAULTS.has(String(code)) || errno === MARIADB_CONSTRAINT_FAILED;
}

/** Another writer was quicker or held a lock: the same transaction may go through when tried again. */
export function isPassing(error: unknown): boolean {
  return ["ER_DUP_ENTRY", "ER_LOCK_DEADLOCK", "ER_LOCK_WAIT_TIMEOUT", "ER_CHECKREAD", "ROWS_NOT_TAKEN"].includes(String((error as { code?: unknown } | null)?.code));
}
