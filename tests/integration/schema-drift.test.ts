import { readFileSync } from "node:fs";
import internals from "@prisma/internals";
import type { RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const { getDMMF } = internals;
type Dmmf = Awaited<ReturnType<typeof getDMMF>>;
type Model = Dmmf["datamodel"]["models"][number];
type Field = Model["fields"][number];

let services: TestServices;
let dmmf: Dmmf;

const tableOf = (model: Model) => model.dbName ?? model.name;
const columnOf = (field: Field) => field.dbName ?? field.name;
const columnsOf = (model: Model) => model.fields.filter((field) => field.kind !== "object");

/** The column type that a field of the schema asks for; where MySQL and MariaDB differ, the first word both agree on. */
function expectedType(field: Field, enums: Map<string, string[]>): string {
  const native = field.nativeType?.[0];
  const args = field.nativeType?.[1] ?? [];
  const sized = native && args.length > 0 ? `${native.toLowerCase()}(${args.join(",")})` : native?.toLowerCase();
  if (sized) return sized;
  if (field.kind === "enum") return `enum(${(enums.get(field.type) ?? []).map((value) => `'${value}'`).join(",")})`;
  const plain: Record<string, string> = { String: "varchar(191)", Int: "int", BigInt: "bigint", Boolean: "tinyint", Float: "double", DateTime: "datetime(3)", Json: "json" };
  return plain[field.type] ?? `unknown type ${field.type}`;
}

/** `int(11)` is `int`, `tinyint(1)` is `tinyint`; MariaDB keeps JSON as text with a check. */
function actualType(columnType: string, expected: string): string {
  const type = columnType.replace(/^(tinyint|smallint|mediumint|int|bigint)\(\d+\)/, "$1").replace(/, '/g, ",'");
  return expected === "json" && type === "longtext" ? "json" : type;
}

async function rows<T>(sql: string): Promise<T[]> {
  const [found] = await services.pool.query<RowDataPacket[]>(sql);
  return found as T[];
}

beforeAll(async () => {
  services = await openTestServices();
  dmmf = await getDMMF({ datamodel: readFileSync("prisma/schema.prisma", "utf8") });
});
afterAll(async () => {
  await services?.close();
});

describe("the migrations build what the schema says", () => {
  it("the same tables", async () => {
    const found = await rows<{ name: string }>("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'");
    const names = found.map(({ name }) => name).filter((name) => name !== "_prisma_migrations");
    expect(names.sort()).toEqual(dmmf.datamodel.models.map(tableOf).sort());
  });

  it("the same columns with the same type, nullable or not alike", async () => {
    const enums = new Map(dmmf.datamodel.enums.map((one) => [one.name, one.values.map((value) => value.dbName ?? value.name)]));
    const found = await rows<{ t: string; c: string; type: string; nullable: string }>(
      "SELECT TABLE_NAME AS t, COLUMN_NAME AS c, COLUMN_TYPE AS type, IS_NULLABLE AS nullable FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> '_prisma_migrations'",
    );
    const wanted = new Map<string, { type: string; required: boolean }>(
      dmmf.datamodel.models.flatMap((model) =>
        columnsOf(model).map((field) => [`${tableOf(model)}.${columnOf(field)}`, { type: expectedType(field, enums), required: field.isRequired }] as const),
      ),
    );
    const actual = new Map(
      found.map(({ t, c, type, nullable }) => {
        const key = `${t}.${c}`;
        return [key, { type: actualType(type, wanted.get(key)?.type ?? ""), required: nullable === "NO" }] as const;
      }),
    );
    expect(Object.fromEntries([...actual].sort())).toEqual(Object.fromEntries([...wanted].sort()));
  });

  it("the same primary keys, unique keys and indexes", async () => {
    const found = await rows<{ t: string; k: string; c: string; unique_: number }>(
      "SELECT TABLE_NAME AS t, INDEX_NAME AS k, COLUMN_NAME AS c, NON_UNIQUE = 0 AS unique_ FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> '_prisma_migrations' ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX",
    );
    const actual = new Map<string, string[]>();
    for (const { t, k, c, unique_ } of found) {
      const kind = k === "PRIMARY" ? "id" : unique_ ? "unique" : "index";
      const key = `${t}|${k}|${kind}`;
      actual.set(key, [...(actual.get(key) ?? []), c]);
    }
    const actualKeys = [...actual].map(([key, columns]) => `${key.split("|")[0]} ${key.split("|")[2]} (${columns.join(", ")})`);
    const kinds: Record<string, string> = { id: "id", unique: "unique", normal: "index", fulltext: "index" };
    const byName = new Map(dmmf.datamodel.models.map((model) => [model.name, model]));
    const wanted = dmmf.datamodel.indexes.map((index) => {
      const model = byName.get(index.model) as Model;
      const names = index.fields.map(({ name }) => columnOf(model.fields.find((field) => field.name === name) as Field));
      return `${tableOf(model)} ${kinds[index.type]} (${names.join(", ")})`;
    });
    const relationIndex = (key: string) => foreignKeyIndexes().has(key);
    const extra = actualKeys.filter((key) => !wanted.includes(key) && !relationIndex(key));
    expect({ missing: wanted.filter((key) => !actualKeys.includes(key)), extra }).toEqual({ missing: [], extra: [] });
  });

  it("the same foreign keys", async () => {
    const found = await rows<{ t: string; n: string; c: string; rt: string; rc: string }>(
      "SELECT TABLE_NAME AS t, CONSTRAINT_NAME AS n, COLUMN_NAME AS c, REFERENCED_TABLE_NAME AS rt, REFERENCED_COLUMN_NAME AS rc FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION",
    );
    const actual = new Map<string, { from: string[]; to: string[]; rt: string; t: string }>();
    for (const { t, n, c, rt, rc } of found) {
      const one = actual.get(`${t}.${n}`) ?? { from: [], to: [], rt, t };
      one.from.push(c);
      one.to.push(rc);
      actual.set(`${t}.${n}`, one);
    }
    const wanted = relations().map(({ model, field, target }) => `${tableOf(model)} (${field.relationFromFields?.join(", ")}) → ${tableOf(target)} (${field.relationToFields?.join(", ")})`);
    expect([...actual.values()].map(({ t, from, rt, to }) => `${t} (${from.join(", ")}) → ${rt} (${to.join(", ")})`).sort()).toEqual(wanted.sort());
  });
});

function relations() {
  const byName = new Map(dmmf.datamodel.models.map((model) => [model.name, model]));
  return dmmf.datamodel.models.flatMap((model) =>
    model.fields
      .filter((field) => field.kind === "object" && (field.relationFromFields?.length ?? 0) > 0)
      .map((field) => ({ model, field, target: byName.get(field.type) as Model })),
  );
}

/** Servers add an index of their own for a foreign key that has none. */
function foreignKeyIndexes(): Set<string> {
  return new Set(relations().map(({ model, field }) => `${tableOf(model)} index (${field.relationFromFields?.join(", ")})`));
}
