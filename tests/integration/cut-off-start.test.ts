import { createConnection, type Connection } from "mysql2/promise";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate, MigrationUnfinished } from "#prisma/migrate.ts";
import { migrateStack } from "#scripts/product/database.ts";
import { createProgress } from "#scripts/progress.ts";

const progress = createProgress({ silent: true });
let connection: Connection;
let env: { DATABASE_URL: string };
let database: string;

beforeEach(async () => {
  database = `jingangtong_c${process.pid}${Date.now().toString(36)}`;
  const server = new URL(process.env.DATABASE_URL ?? "");
  server.pathname = "/";
  connection = await createConnection({ uri: server.href });
  await connection.query(`CREATE DATABASE ${database}`);
  await connection.query(`USE ${database}`);
  server.pathname = `/${database}`;
  env = { DATABASE_URL: server.href };
  const { applied } = await migrate({ url: server.href });
  await connection.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ?", [applied.at(-1)]);
});

afterEach(async () => {
  await connection.query(`DROP DATABASE ${database}`);
  await connection.end();
});

describe("a first start that was cut off in its migrations", () => {
  it("is made anew in the private stack while the database is empty", async () => {
    const { applied, total } = await migrateStack({ env, external: false }, progress);
    expect(applied).toHaveLength(total);
  });

  it("is refused when somebody's data is there", async () => {
    await connection.query("INSERT INTO user_account (id, username, passwordHash, role, displayName, recordedAt) VALUES ('01JD0000000000000000000000', 'a', 'x', 'ADMIN', 'a', NOW(3))");
    await expect(migrateStack({ env, external: false }, progress)).rejects.toThrow(MigrationUnfinished);
  });

  it("is refused on a server that is not ours, empty or not", async () => {
    await expect(migrateStack({ env, external: true }, progress)).rejects.toThrow(MigrationUnfinished);
  });
});
