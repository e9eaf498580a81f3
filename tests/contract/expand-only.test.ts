import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readMigrations } from "#prisma/migrate.ts";
import { contractions, statementsOf, vendorSyntax } from "./expand-only.ts";
import { JUDGED } from "./migrations-judged.ts";

const rules = (sql: string) => contractions("m", sql).map(({ rule }) => rule);

describe("a migration only adds: the release before goes on running on it", () => {
  const findings = readMigrations().flatMap(({ name, sql }) => contractions(name, sql));

  it("every migration of the project does, or the step is judged with a reason", () => {
    const open = findings.filter(({ migration, statement }) => !Object.keys(JUDGED[migration] ?? {}).some((known) => statement.startsWith(known)));
    expect(open).toEqual([]);
  });

  it("every judgement belongs to a step that is there and gives a reason", () => {
    for (const [migration, steps] of Object.entries(JUDGED)) {
      for (const [known, reason] of Object.entries(steps)) {
        expect(findings.some((one) => one.migration === migration && one.statement.startsWith(known)), `${migration}: ${known}`).toBe(true);
        expect(reason.length, known).toBeGreaterThan(40);
      }
    }
  });

  it.each([
    ["ALTER TABLE `post` DROP COLUMN `title`, ADD COLUMN `name` INT NULL", ["drops"]],
    ["ALTER TABLE `post` RENAME COLUMN `title` TO `name`", ["renames"]],
    ["ALTER TABLE `post` CHANGE `title` `name` INT NULL", ["renames"]],
    ["ALTER TABLE `post` MODIFY `title` VARCHAR(10) NOT NULL", ["changes a column"]],
    ["ALTER TABLE `post` ADD COLUMN `kind` ENUM('A', 'B') NOT NULL", ["adds a column that must be given"]],
    ["ALTER TABLE `post` ADD UNIQUE INDEX `a` (`title`)", ["makes old columns unique"]],
    ["CREATE UNIQUE INDEX `a` ON `post` (`title`)", ["makes old columns unique"]],
    ["ALTER TABLE `post` ADD CONSTRAINT `a` CHECK (`openings` < 10)", ["checks old columns"]],
    ["ALTER TABLE `post` ADD CONSTRAINT `a` FOREIGN KEY (`townCode`) REFERENCES `region` (`code`)", ["ties old columns to another table"]],
    ["DROP TABLE `post`", ["drops"]],
    ["RENAME TABLE `post` TO `advert`", ["renames"]],
    ["TRUNCATE TABLE `post`", ["drops"]],
    ["DELETE FROM `post` WHERE `id` = 'a;b'", ["removes rows"]],
  ])("finds %s", (sql, wanted) => expect(rules(sql)).toEqual(wanted));

  it.each([
    "ALTER TABLE `post` ADD COLUMN `a` INT NULL, ADD INDEX `i` (`a`)",
    "ALTER TABLE `post` ADD COLUMN `a` ENUM('X', 'Y') NOT NULL DEFAULT 'X'",
    "ALTER TABLE `post` ADD COLUMN `a` CHAR(4) NULL; CREATE UNIQUE INDEX `i` ON `post` (`employerId`, `a`)",
    "ALTER TABLE `post` ADD COLUMN `a` INT NULL, ADD CONSTRAINT `c` CHECK (`a` > 0)",
    "CREATE TABLE `t` (`a` INT NOT NULL, UNIQUE INDEX `i` (`a`)); ALTER TABLE `t` ADD CONSTRAINT `c` CHECK (`a` > 0)",
    "UPDATE `post` SET `a` = 'DROP TABLE x'",
  ])("lets pass %s", (sql) => expect(rules(sql)).toEqual([]));

  it("a semicolon in a comment or in quotes ends no statement", () => {
    expect(statementsOf("-- one; two\nINSERT INTO `t` VALUES ('a;b', 'it''s; so');\nDROP TABLE `t`;")).toEqual(["INSERT INTO `t` VALUES ('a;b', 'it''s; so')", "DROP TABLE `t`"]);
  });
});

describe("SQL runs on MySQL 8, MariaDB and TiDB alike", () => {
  it("the migrations", () => {
    expect(readMigrations().flatMap(({ name, sql }) => statementsOf(sql).flatMap(vendorSyntax).map((rule) => `${name}: ${rule}`))).toEqual([]);
  });

  it("the SQL in the code", () => {
    const files = ["app", "workers", "search", "prisma/seed", "scripts/product"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name)).map((name) => join(folder, name)),
    );
    expect(files.length).toBeGreaterThan(500);
    const found = files.flatMap((file) => {
      const literals = readFileSync(file, "utf8").match(/`[^`]*`|"[^"\n]*"/g) ?? [];
      const statements = literals.filter((text) => /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\b/.test(text));
      return statements.flatMap(vendorSyntax).map((rule) => `${file}: ${rule}`);
    });
    expect(found).toEqual([]);
  });

  it.each([
    "ALTER TABLE `t` ADD COLUMN IF NOT EXISTS `a` INT", "INSERT INTO t VALUES (1) RETURNING id", "SELECT a->>'$.b' FROM t", "SELECT id FROM t FOR UPDATE SKIP LOCKED",
    "CREATE INDEX `i` ON `t` ((LOWER(a)))", "CREATE TABLE `t` (`a` UUID)", "SELECT /*+ NO_MERGE(t) */ 1", "CREATE TRIGGER x BEFORE INSERT ON t", "CREATE TABLE `t` (`a` CHAR(36) DEFAULT (UUID()))",
    "CREATE TABLE `t` (`a` INT) COLLATE utf8mb4_0900_ai_ci", "ALTER TABLE `t` ADD FULLTEXT INDEX `i` (`a`)",
  ])("%s is told", (sql) => expect(vendorSyntax(sql)).toHaveLength(1));
});
