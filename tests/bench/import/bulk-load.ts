import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import type { RowDataPacket } from "mysql2";
import { createConnection, type Connection, type ResultSetHeader } from "mysql2/promise";
import type { Query, QueryOptions } from "mysql2";
import type { Pool } from "#app/platform/database.server.ts";

/** Every table that an import of people writes people, households and news into, in an order in which rows find what they name. */
export const TABLES = ["resettlement_site", "household", "person", "wish", "person_category", "certificate", "brand_membership", "person_craft", "outbox_event"] as const;

export interface TableFile { table: string; path: string; columns: string; rows: number }

/** Writes what stands in the tables into files that LOAD DATA reads, in the order of their keys. */
export async function unloadTables(url: string, folder: string): Promise<TableFile[]> {
  const connection = await createConnection({ uri: url, dateStrings: true, timezone: "Z", charset: "utf8mb4" });
  try {
    const files: TableFile[] = [];
    for (const table of TABLES) {
      const [columns] = await connection.query<RowDataPacket[]>("SELECT COLUMN_NAME AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position", [table]);
      const path = `${folder}/${table}.tsv`;
      files.push({ table, path, columns: columns.map((row) => `\`${String(row.name)}\``).join(", "), rows: await unload(connection, `SELECT * FROM ${table} ORDER BY 1`, path) });
    }
    return files;
  } finally {
    await connection.end();
  }
}

async function unload(connection: Connection, sql: string, path: string): Promise<number> {
  const file = createWriteStream(path);
  await once(file, "open");
  let rows = 0;
  const core = (connection as unknown as { connection: { query(options: QueryOptions): Query } }).connection;
  for await (const row of core.query({ sql, rowsAsArray: true }).stream({ highWaterMark: 2_000 })) {
    rows += 1;
    const text = (row as unknown[]).map((cell) => (cell === null ? "\\N" : textOf(cell).replace(/[\\\t\n\r]/g, (one) => `\\${one}`))).join("\t");
    if (!file.write(`${text}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
  return rows;
}

const textOf = (cell: unknown) => (typeof cell === "object" ? JSON.stringify(cell) : String(cell));

/** LOAD DATA LOCAL INFILE, one statement a table; throws where a row is missing. */
export async function loadTables(pool: Pool, files: readonly TableFile[]): Promise<void> {
  for (const { table, path, columns, rows } of files) {
    if (rows === 0) continue;
    const [result] = await pool.query<ResultSetHeader>({
      sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE \`${table}\` CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' (${columns})`,
      infileStreamFactory: () => createReadStream(path, { highWaterMark: 1 << 20 }),
    });
    if (result.affectedRows !== rows || result.warningStatus !== 0) throw new Error(`${table}: ${result.affectedRows} of ${rows} rows`);
  }
}
