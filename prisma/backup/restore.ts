import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { createConnection, type Connection, type RowDataPacket } from "mysql2/promise";
import { migrate, readMigrations, RESTORE_MARK } from "../migrate.ts";
import { BackupRefused, type BackedUpTable, type Manifest, readBackup } from "./manifest.ts";
import { type Cell, ledgerOf, type OnProgress } from "./take.ts";

export interface RestoreOptions {
  url: string;
  dataKey: string;
  folder: string;
  /** what is in the database goes first; without it only one that holds nothing of value is filled */
  replace: boolean;
}

export interface Restored {
  tables: number;
  rows: number;
  ledgerHash: string;
  /** tables whose rows are not as many as in the backup, and `ledger` where its hash differs */
  differences: string[];
  /** migrations newer than the backup, which were applied to it */
  migrated: string[];
}

/** Tables that hold what people entered; the rest comes back by itself. */
const OF_VALUE = ["person", "employer", "post", "user_account", "placement_event"];
const ROWS_AT_ONCE = 500;
const BYTES_AT_ONCE = 4_000_000;

/**
 * Brings a database back to a backup: reads all of it first, empties the database, applies the migrations it had, loads every table, and brings it forward to this
 * version. From the first change to the last the database carries a mark with which nothing starts on it; cut off in between, the restore is begun again.
 */
export async function restoreBackup({ url, dataKey, folder, replace }: RestoreOptions, onProgress: OnProgress = () => undefined): Promise<Restored> {
  const manifest = await readBackup(folder, dataKey, (done, total) => onProgress("校验备份 Checking the backup", done, total));
  refuseUnknownMigrations(manifest);
  const connection = await createConnection({ uri: url, charset: "utf8mb4", multipleStatements: false });
  try {
    await connection.query("SET time_zone = '+00:00'");
    if (!replace && !(await holdsMark(connection)) && (await holdsAnything(connection))) {
      throw new BackupRefused("数据库里已有数据，没有动它。确实要用备份替换，请加 --replace。The database holds data and was left alone: to replace it with the backup, add --replace.");
    }
    await emptyDatabase(connection);
    await connection.query(`CREATE TABLE ${RESTORE_MARK} (startedAt DATETIME(3) NOT NULL, takenAt VARCHAR(30) NOT NULL)`);
    await connection.query(`INSERT INTO ${RESTORE_MARK} VALUES (UTC_TIMESTAMP(3), ?)`, [manifest.takenAt]);
    const had = new Set(manifest.migrations.map(({ name }) => name));
    await migrate({ url, which: (name) => had.has(name), despiteRestore: true });
    const rows = await loadTables(connection, folder, manifest, onProgress);
    const differences = await compare(connection, manifest);
    const { applied } = await migrate({ url, despiteRestore: true, onProgress: (done, total) => onProgress("升级到本版本 Migrations", done, total) });
    // what was under way at that moment is nobody's now
    await connection.query("UPDATE outbox_delivery SET claimedUntil = NULL WHERE doneAt IS NULL");
    await connection.query(`DROP TABLE ${RESTORE_MARK}`);
    return { tables: manifest.tables.length, rows, ledgerHash: manifest.ledger.hash, differences, migrated: applied };
  } finally {
    await connection.end();
  }
}

function refuseUnknownMigrations(manifest: Manifest): void {
  const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]));
  const unknown = manifest.migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (unknown) throw new BackupRefused(`备份来自更新的或改动过的版本（${unknown.name}）。请用那时的版本恢复。The backup is of a newer or changed version (${unknown.name}): restore it with that version.`);
}

async function tablesIn(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'");
  return rows.map((row) => String(row.name));
}

const holdsMark = async (connection: Connection) => (await tablesIn(connection)).includes(RESTORE_MARK);

async function holdsAnything(connection: Connection): Promise<boolean> {
  const there = new Set(await tablesIn(connection));
  for (const name of OF_VALUE.filter((one) => there.has(one))) {
    const [[row]] = await connection.query<RowDataPacket[]>(`SELECT EXISTS (SELECT 1 FROM \`${name}\`) AS held`);
    if (Number(row?.held) === 1) return true;
  }
  return false;
}

async function emptyDatabase(connection: Connection): Promise<void> {
  await connection.query("SET FOREIGN_KEY_CHECKS = 0");
  for (const name of await tablesIn(connection)) await connection.query(`DROP TABLE \`${name}\``);
}

async function loadTables(connection: Connection, folder: string, manifest: Manifest, onProgress: OnProgress): Promise<number> {
  const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  await connection.query("SET FOREIGN_KEY_CHECKS = 0");
  for (const table of manifest.tables) {
    // a migration may have put rows in
    await connection.query(`DELETE FROM \`${table.name}\``);
    await loadTable(connection, folder, table, (rows) => onProgress("恢复 Restoring", (done += rows), total));
  }
  await connection.query("SET FOREIGN_KEY_CHECKS = 1");
  return done;
}

async function loadTable(connection: Connection, folder: string, { name, columns, file }: BackedUpTable, onRows: (rows: number) => void): Promise<void> {
  const sql = `INSERT INTO \`${name}\` (${columns.map((column) => `\`${column}\``).join(", ")}) VALUES ?`;
  const lines = createInterface({ input: createReadStream(join(folder, file)).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY });
  let rows: (string | Buffer | null)[][] = [];
  let bytes = 0;
  const flush = async () => {
    if (rows.length === 0) return;
    await connection.query(sql, [rows]);
    onRows(rows.length);
    rows = [];
    bytes = 0;
  };
  for await (const line of lines) {
    rows.push((JSON.parse(line) as Cell[]).map((cell) => (cell !== null && typeof cell === "object" ? Buffer.from(cell.b, "base64") : cell)));
    bytes += line.length;
    if (rows.length >= ROWS_AT_ONCE || bytes >= BYTES_AT_ONCE) await flush();
  }
  await flush();
}

async function compare(connection: Connection, manifest: Manifest): Promise<string[]> {
  const differences: string[] = [];
  for (const { name, rows } of manifest.tables) {
    const [[row]] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM \`${name}\``);
    if (Number(row?.n) !== rows) differences.push(name);
  }
  const ledger = await ledgerOf(connection);
  if (ledger.hash !== manifest.ledger.hash || ledger.events !== manifest.ledger.events) differences.push("ledger");
  return differences;
}
