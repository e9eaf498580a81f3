import { createConnection, type Connection, type RowDataPacket } from "mysql2/promise";
import { migrate, MigrationUnfinished, type MigrateOptions, type MigrateResult } from "#prisma/migrate.ts";
import type { Progress } from "../progress.ts";
import type { Stack } from "../stack/index.ts";

/** Tables that hold what people entered or the seed made; the rest comes back by itself. */
const OF_VALUE = ["person", "employer", "post", "user_account", "placement_event"];

async function holdsAnything(connection: Connection): Promise<boolean> {
  const [tables] = await connection.query<RowDataPacket[]>("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (?)", [OF_VALUE]);
  for (const { name } of tables) {
    const [rows] = await connection.query<RowDataPacket[]>("SELECT EXISTS (SELECT 1 FROM ??) AS held", [name]);
    if (Number(rows[0]?.held) === 1) return true;
  }
  return false;
}

/** Makes an empty database of the same name; false when there was something in it to lose. */
async function startOver(url: string): Promise<boolean> {
  const connection = await createConnection({ uri: url });
  try {
    if (await holdsAnything(connection)) return false;
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    await connection.query("DROP DATABASE ??", [name]);
    await connection.query("CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci", [name]);
    return true;
  } finally {
    await connection.end();
  }
}

/**
 * Applies the migrations. Cut off in the first start (a kill, a power cut) they cannot go on, but nothing is lost
 * either: an empty database of the private stack is made anew. Anybody else's is left to its owner.
 */
export async function migrateStack(stack: Pick<Stack, "env" | "external">, progress: Progress, onProgress?: MigrateOptions["onProgress"]): Promise<MigrateResult> {
  const url = stack.env.DATABASE_URL ?? "";
  try {
    return await migrate({ url, onProgress });
  } catch (error) {
    if (!(error instanceof MigrationUnfinished) || stack.external || !(await startOver(url))) throw error;
    progress.note("上次建库被中断，重新建立 The first start was cut off while the database was empty; it is made anew.");
    return migrate({ url, onProgress });
  }
}
