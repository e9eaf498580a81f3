import { describe, expect, it } from "vitest";
import { MigrationRefused, planMigrations, readMigrations } from "./migrate.ts";

const file = (name: string, checksum = `sum-${name}`) => ({ name, sql: "", checksum });
const row = (name: string, rest: Partial<{ checksum: string; finished_at: Date | null; rolled_back_at: Date | null }> = {}) => ({
  migration_name: name,
  checksum: `sum-${name}`,
  finished_at: new Date(0),
  rolled_back_at: null,
  ...rest,
});

describe("which migrations are applied", () => {
  it("those not applied yet, in the order of their names", () => {
    expect(planMigrations([file("1"), file("2"), file("3")], [row("1")]).map(({ name }) => name)).toEqual(["2", "3"]);
  });

  it("none when all are applied", () => {
    expect(planMigrations([file("1")], [row("1")])).toEqual([]);
  });

  it("a file changed after it was applied is refused", () => {
    expect(() => planMigrations([file("1", "other")], [row("1")])).toThrow(MigrationRefused);
  });

  it("a row that was never finished is refused", () => {
    expect(() => planMigrations([file("1"), file("2")], [row("1", { finished_at: null })])).toThrow(/never finished/);
  });

  it("a row rolled back by hand is applied again", () => {
    expect(planMigrations([file("1")], [row("1", { finished_at: null, rolled_back_at: new Date(1) })])).toHaveLength(1);
  });

  it("a migration that this version does not know is refused", () => {
    expect(() => planMigrations([file("1")], [row("1"), row("9")])).toThrow(/does not know/);
  });

  it("a new file that sorts before an applied one is refused", () => {
    expect(() => planMigrations([file("1"), file("2")], [row("2")])).toThrow(/later time stamp/);
  });
});

describe("the migrations of this project", () => {
  const files = readMigrations();

  it("carry a time stamp and a name, each its own", () => {
    expect(files.length).toBeGreaterThan(0);
    for (const { name } of files) expect(name).toMatch(/^\d{14}_[a-z0-9_]+$/);
    expect(new Set(files.map(({ name }) => name.slice(0, 14))).size).toBe(files.length);
  });

  it("name their character set in every table, because servers differ in theirs", () => {
    for (const { name, sql } of files) {
      const tables = sql.match(/CREATE TABLE[^;]*;/gi) ?? [];
      const without = tables.filter((table) => !/utf8mb4/i.test(table));
      expect(without, name).toEqual([]);
    }
  });
});
