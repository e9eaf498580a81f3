import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection, type Connection, type RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate, migrationsFolder, readMigrations } from "#prisma/migrate.ts";
import { BEFORE_FOUR_EYES, BEFORE_WORKFARE, OLD } from "#tests/factories/older-data.ts";

const FIRST = "20261126000300_bank_accounts";
const SECOND = "20261126000540_job_months";

type Rows = Record<string, unknown>[];
interface Held {
  columns: string[];
  rows: Rows;
}

let connection: Connection;
let url: string;
let database: string;
const folder = mkdtempSync(join(tmpdir(), "older-"));
const before = new Map<string, Held>();

const query = async (sql: string, values?: unknown[]) => (await connection.query<RowDataPacket[]>(sql, values))[0] as Rows;

/** As a release did that knew the migrations up to this one. */
async function bringTo(last: string) {
  for (const { name } of readMigrations()) if (name <= last) cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });
  return migrate({ url, folder });
}

async function put(tables: [string, Record<string, unknown>[]][]) {
  for (const [table, rows] of tables) {
    for (const row of rows) await connection.query("INSERT INTO ?? SET ?", [table, row]);
    const columns = Object.keys(rows[0]!);
    before.set(table, { columns, rows: await query("SELECT ?? FROM ?? ORDER BY 1", [columns, table]) });
  }
}

beforeAll(async () => {
  database = `jingangtong_o${process.pid}${Date.now().toString(36)}`;
  const server = new URL(process.env.DATABASE_URL ?? "");
  server.pathname = "/";
  connection = await createConnection({ uri: server.href, timezone: "Z", dateStrings: true, supportBigNumbers: true });
  await connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await connection.query(`USE ${database}`);
  server.pathname = `/${database}`;
  url = server.href;
  await bringTo(FIRST);
  await put(BEFORE_WORKFARE);
  await bringTo(SECOND);
  await put(BEFORE_FOUR_EYES);
});
afterAll(async () => {
  await connection?.query(`DROP DATABASE ${database}`);
  await connection?.end();
  rmSync(folder, { recursive: true, force: true });
});

describe("a database of an older release, with data in it, is brought forward", () => {
  it("by exactly the migrations that are younger", async () => {
    const younger = readMigrations().map(({ name }) => name).filter((name) => name > SECOND);
    expect(younger.length).toBeGreaterThan(10);
    expect((await migrate({ url })).applied).toEqual(younger);
  });

  it("and every row says what it said, in the columns that are still there", async () => {
    const kept = [...before].filter(([table]) => table !== "brand_claim");
    expect(kept.length).toBeGreaterThan(8);
    for (const [table, { columns, rows }] of kept) {
      const now = (await query("SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?", [table])).map(({ name }) => name as string);
      const left = columns.filter((column) => now.includes(column));
      expect(columns.filter((column) => !now.includes(column)), table).toEqual(table === "workfare_project" ? ["fundLine", "fiscalFundsFen"] : []);
      const wanted = rows.map((row) => Object.fromEntries(left.map((column) => [column, row[column]])));
      expect(await query("SELECT ?? FROM ?? ORDER BY 1", [left, table]), table).toEqual(wanted);
    }
  });

  it("the money of a workfare project moved to its funds, to the fen", async () => {
    expect(await query("SELECT projectId, line, amountFen FROM workfare_fund")).toEqual([{ projectId: OLD.funded, line: "PROVINCIAL", amountFen: 9_007_199_254 }]);
  });

  it("a recognised workshop has its recognition, one that was not has none", async () => {
    const rows = await query("SELECT workshopId, recognisedOn, validUntil, documentNumber FROM workshop_recognition");
    expect(rows).toEqual([{ workshopId: OLD.workshop, recognisedOn: "2024-02-29", validUntil: "2027-02-28", documentNumber: "登记时已认定" }]);
  });

  it("a checked claim knows who checked it", async () => {
    const rows = await query("SELECT id, checkedBy, checkedAt FROM claim ORDER BY id");
    expect(rows).toEqual([{ id: OLD.applied, checkedBy: null, checkedAt: null }, { id: OLD.checked, checkedBy: OLD.officer, checkedAt: OLD.at }]);
  });

  it("what people said of a brand became one application each, every one open once", async () => {
    const rows = await query("SELECT id, personId, brandId, state, openKey, appliedAt FROM brand_application ORDER BY personId DESC");
    expect(rows).toMatchObject([OLD.person, OLD.other].map((personId) => ({ personId, brandId: OLD.brand, state: "APPLIED", openKey: `${OLD.brand}:${personId}`, appliedAt: OLD.at })));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  it("an employer whose posts carried a brand has its agreement from the day of the first, others have none", async () => {
    const first = "2026-11-19 01:00:00.000";
    expect(await query("SELECT brandId, employerId, state, askedAt, decidedAt FROM brand_use")).toEqual([{ brandId: OLD.brand, employerId: OLD.employer, state: "AGREED", askedAt: first, decidedAt: first }]);
  });

  it("and a second run finds nothing to do", async () => {
    expect((await migrate({ url })).applied).toEqual([]);
  });
});
