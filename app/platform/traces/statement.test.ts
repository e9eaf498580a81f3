import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nameOf, withoutValues } from "./statement.ts";

describe("a statement in a trace", () => {
  it.each([
    ["SELECT id FROM person WHERE name = '张三' AND age > 40", "SELECT id FROM person WHERE name = ? AND age > ?"],
    ["SELECT 1 FROM t WHERE a IN (?, ?, ?) AND b IN ('x', 'it''s', 'a\\'b')", "SELECT ? FROM t WHERE a IN (?) AND b IN (?)"],
    ["INSERT INTO `t1` (`a2`) VALUES (\"140101199001011234\", 0xFF, 1.5e3)", "INSERT INTO `t1` (`a2`) VALUES (?)"],
    ["SELECT 'cut off and never closed 13800001111", "SELECT ?"],
    ["UPDATE `jgt`.`person`\n   SET `phone` = ? WHERE `id` = ?", "UPDATE `jgt`.`person` SET `phone` = ? WHERE `id` = ?"],
  ])("has no value: %s", (sql, shown) => {
    expect(withoutValues(sql)).toBe(shown);
  });

  it.each([
    ["SELECT `a`.`id` FROM `db1`.`placement` AS `a`", "SELECT placement"], ["insert into outbox_event (id) values (?)", "INSERT outbox_event"], ["BEGIN", "BEGIN"],
    ["UPDATE target_counter SET persons = ?", "UPDATE target_counter"], ["(SELECT 1) UNION (SELECT 2)", "SELECT"],
  ])("is named by what it does to which table: %s", (sql, name) => {
    expect(nameOf(sql)).toBe(name);
  });
});

it("the library is named by two files alone, and those are loaded only where traces are wanted", () => {
  const files = ["app", "workers", "search", "scripts"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`)).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  const having = (what: RegExp) => files.filter((file) => what.test(readFileSync(file, "utf8"))).sort();
  expect(having(/from "@opentelemetry/)).toEqual(["app/platform/traces/follow.server.ts", "app/platform/traces/send.server.ts"]);
  expect(having(/from ".*traces\/(?:follow|send)\.server/)).toEqual([]);
  expect(having(/from "\.\/(?:follow|send)\.server/)).toEqual(["app/platform/traces/send.server.ts"]);
  expect(having(/import\(".*traces\/send\.server/)).toEqual(["app/platform/deps.server.ts"]);
});
