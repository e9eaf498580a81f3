import { Readable } from "node:stream";
import type { ResultSetHeader, RowDataPacket } from "mysql2/promise";
import type { Pool, Querier } from "./database.server.ts";

type Cell = string | number | boolean | Date | null;

const ROWS_PER_STATEMENT = 1_000;

/** Multi-row INSERTs, for a few rows or a server that takes no LOAD DATA LOCAL. Column names are those of the row. */
export async function insertRows(connection: Querier, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const cells = rows.slice(from, from + ROWS_PER_STATEMENT).map((row) => Object.values(row) as Cell[]);
    await connection.query(`INSERT INTO \`${table}\` (${columns.map((name) => `\`${name}\``).join(", ")}) VALUES ?`, [cells]);
  }
}

/** LOAD DATA LOCAL, twice as fast and more. It turns errors into warnings, so any warning or missing row throws. */
export async function loadRows(connection: Querier, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).map((name) => `\`${name}\``).join(", ");
  const [result] = await connection.query<ResultSetHeader>({
    sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE \`${table}\` CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' (${columns})`,
    infileStreamFactory: () => Readable.from(pieces(rows), { objectMode: false, highWaterMark: 1 << 20 }),
  });
  if (result.affectedRows === rows.length && result.warningStatus === 0) return;
  const [warnings] = await connection.query<RowDataPacket[]>("SHOW WARNINGS LIMIT 3");
  const why = warnings.map((warning) => String(warning.Message)).join("; ");
  throw new RowsNotTaken(`${table}: ${result.affectedRows} of ${rows.length} rows were taken: ${why}`);
}

/** The database left rows out or changed them; plain INSERTs tell which and why. */
export class RowsNotTaken extends Error {
  readonly code = "ROWS_NOT_TAKEN";
}

const ROWS_PER_PIECE = 500;

function* pieces(rows: readonly object[]): Generator<Buffer> {
  for (let from = 0; from < rows.length; from += ROWS_PER_PIECE) {
    let text = "";
    for (const row of rows.slice(from, from + ROWS_PER_PIECE)) {
      let separator = "";
      for (const cell of Object.values(row) as Cell[]) {
        text += separator + encodeCell(cell);
        separator = "\t";
      }
      text += "\n";
    }
    yield Buffer.from(text, "utf8");
  }
}

function encodeCell(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "1" : "0";
  if (cell instanceof Date) return cell.toISOString().slice(0, 23).replace("T", " ");
  return /[\\\t\n\r]/.test(cell) ? cell.replace(/[\\\t\n\r]/g, (char) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[char]!) : cell;
}

/** Whether the server takes LOAD DATA LOCAL (MariaDB does by default, MySQL 8 when told to). */
export async function takesLocalInfile(pool: Pool): Promise<boolean> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT @@local_infile AS allowed");
  return Number(rows[0]?.allowed) === 1;
}
