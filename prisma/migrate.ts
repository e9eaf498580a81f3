import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createConnection, type Connection, type RowDataPacket } from "mysql2/promise";

export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), "migrations");
const LOCK_WAIT_SECONDS = 120;

export class MigrationRefused extends Error {}
/** A migration was cut off: its statements may be half applied. */
export class MigrationUnfinished extends MigrationRefused {}

export interface MigrationFile {
  name: string;
  sql: string;
  checksum: string;
}

export interface MigrateResult {
  applied: string[];
  total: number;
}

/** A database that carries this table is in the middle of being restored. */
export const RESTORE_MARK = "_restore_under_way";

export interface MigrateOptions {
  url: string;
  folder?: string;
  /** only those of a name; all of them unless given */
  which?: (name: string) => boolean;
  /** for the restore itself */
  despiteRestore?: boolean;
  onProgress?: (done: number, total: number, name: string) => void;
}

interface AppliedRow extends RowDataPacket {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
}

/** Prisma Migrate's own table, column for column, so that either can go on where the other stopped. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at DATETIME(3) NULL,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT NULL,
  rolled_back_at DATETIME(3) NULL,
  started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  applied_steps_count INT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`;

export function readMigrations(folder: string = migrationsFolder): MigrationFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => {
      const sql = readFileSync(join(folder, entry.name, "migration.sql"), "utf8");
      return { name: entry.name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Which files are still to be applied; refuses whenever history and files do not tell the same story. */
export function planMigrations(
  files: readonly MigrationFile[],
  rows: readonly Pick<AppliedRow, "migration_name" | "checksum" | "finished_at" | "rolled_back_at">[],
): MigrationFile[] {
  const history = rows.filter((row) => row.rolled_back_at === null);
  for (const row of history) {
    const file = files.find((one) => one.name === row.migration_name);
    if (row.finished_at === null) {
      throw new MigrationUnfinished(
        `Migration ${row.migration_name} was begun and never finished. Look at the database, repair what is half done, ` +
          "then set rolled_back_at (to run it again) or finished_at (it is whole) in _prisma_migrations.",
      );
    }
    if (!file) throw new MigrationRefused(`The database has migration ${row.migration_name}, which this version does not know. Is the code older than the data?`);
    if (file.checksum !== row.checksum) {
      throw new MigrationRefused(`Migration ${row.migration_name} was changed after it had been applied. Undo the change and write a new migration.`);
    }
  }
  const done = new Set(history.map((row) => row.migration_name));
  const pending = files.filter((file) => !done.has(file.name));
  const last = [...done].sort().at(-1);
  const late = pending.find((file) => last !== undefined && file.name < last);
  if (late) throw new MigrationRefused(`Migration ${late.name} sorts before ${last}, which is applied already. Give it a later time stamp.`);
  return pending;
}

async function withLock<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  // Locks belong to the server, not to a database: the name carries the database's.
  const lock = "LEFT(CONCAT('migrate:', DATABASE()), 64)";
  const [rows] = await connection.query<RowDataPacket[]>(`SELECT GET_LOCK(${lock}, ?) AS got`, [LOCK_WAIT_SECONDS]);
  if (Number(rows[0]?.got) !== 1) {
    throw new MigrationRefused(`Another process has been applying migrations for ${LOCK_WAIT_SECONDS} s; nothing was done.`);
  }
  try {
    return await work();
  } finally {
    await connection.query(`SELECT RELEASE_LOCK(${lock})`);
  }
}

async function applyOne(connection: Connection, file: MigrationFile): Promise<void> {
  const id = randomUUID();
  await connection.query("INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES (?, ?, ?, UTC_TIMESTAMP(3))", [id, file.checksum, file.name]);
  try {
    await connection.query(file.sql);
  } catch (error) {
    await connection.query("UPDATE _prisma_migrations SET logs = ? WHERE id = ?", [String(error), id]);
    throw new MigrationRefused(`Migration ${file.name} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  await connection.query("UPDATE _prisma_migrations SET finished_at = UTC_TIMESTAMP(3), applied_steps_count = 1 WHERE id = ?", [id]);
}

async function refuseHalfRestored(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?", [RESTORE_MARK]);
  if (rows.length > 0) throw new MigrationRefused("上次恢复没有做完，数据不全：请再运行一次 npm run restore。A restore was cut off and the data is not whole: run npm run restore again.");
}

/** Applies what is missing, in order, under a lock. Running it again does nothing. */
export async function migrate({ url, folder = migrationsFolder, which = () => true, despiteRestore = false, onProgress }: MigrateOptions): Promise<MigrateResult> {
  const files = readMigrations(folder).filter(({ name }) => which(name));
  const connection = await createConnection({ uri: url, multipleStatements: true, timezone: "Z" });
  try {
    await connection.query("SET time_zone = '+00:00'");
    return await withLock(connection, async () => {
      if (!despiteRestore) await refuseHalfRestored(connection);
      await connection.query(BOOKKEEPING);
      const [rows] = await connection.query<AppliedRow[]>("SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations");
      const pending = planMigrations(files, rows);
      for (const [index, file] of pending.entries()) {
        onProgress?.(index, pending.length, file.name);
        await applyOne(connection, file);
      }
      onProgress?.(pending.length, pending.length, "");
      return { applied: pending.map((file) => file.name), total: files.length };
    });
  } finally {
    await connection.end();
  }
}
