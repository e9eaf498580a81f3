import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection, type Connection, type RowDataPacket } from "mysql2/promise";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate, readMigrations } from "#prisma/migrate.ts";

let folder: string;
let url: string;
let database: string;
let connection: Connection;

const put = (name: string, sql: string) => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
};
const run = () => migrate({ url, folder });
const history = async () => {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations ORDER BY started_at");
  return rows;
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
  database = `jingangtong_m${process.pid}${Date.now().toString(36)}`;
  const server = new URL(process.env.DATABASE_URL ?? "");
  server.pathname = "/";
  connection = await createConnection({ uri: server.href });
  await connection.query(`CREATE DATABASE ${database}`);
  await connection.query(`USE ${database}`);
  server.pathname = `/${database}`;
  url = server.href;
  put("20260101000000_first", "CREATE TABLE first (id INT PRIMARY KEY); INSERT INTO first VALUES (1);");
});

afterEach(async () => {
  await connection.query(`DROP DATABASE ${database}`);
  await connection.end();
  rmSync(folder, { recursive: true, force: true });
});

describe("applying migrations", () => {
  it("runs every statement of a file once, and nothing on the second run", async () => {
    expect((await run()).applied).toEqual(["20260101000000_first"]);
    expect((await run()).applied).toEqual([]);
    const [rows] = await connection.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM first");
    expect(rows[0]?.n).toBe(1);
  });

  it("keeps Prisma's record: the checksum is the sha256 of the file", async () => {
    await run();
    const [row] = await history();
    expect(row?.checksum).toBe(readMigrations(folder)[0]?.checksum);
    expect(row?.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.finished_at).toBeInstanceOf(Date);
  });

  it("refuses a file that was changed after it had been applied, and applies nothing", async () => {
    await run();
    put("20260101000000_first", "CREATE TABLE first (id BIGINT PRIMARY KEY);");
    put("20260102000000_second", "CREATE TABLE second (id INT PRIMARY KEY);");
    await expect(run()).rejects.toThrow(/was changed/);
    expect(await history()).toHaveLength(1);
  });

  it("a failing file leaves an unfinished row with the error, and the next run refuses to go on", async () => {
    put("20260102000000_second", "CREATE TABLE second (id INT PRIMARY KEY); INSERT INTO nowhere VALUES (1);");
    await expect(run()).rejects.toThrow(/second failed/);
    const rows = await history();
    expect(rows[1]?.finished_at).toBeNull();
    expect(rows[1]?.logs).toContain("nowhere");
    await expect(run()).rejects.toThrow(/never finished/);
  });

  it("two processes at once apply each file once", async () => {
    put("20260102000000_second", "DO SLEEP(0.2); CREATE TABLE second (id INT PRIMARY KEY);");
    const results = await Promise.all([run(), run(), run()]);
    expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 2]);
    expect(await history()).toHaveLength(2);
  });
});
