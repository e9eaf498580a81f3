import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { RowDataPacket } from "mysql2";
import type { ImportSummary } from "#app/domain/import/summary.ts";
import { systemActor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { openTable } from "#app/platform/tables/open-table.server.ts";
import { TableError } from "#app/platform/tables/table.ts";
import { importPersons } from "#app/usecases/imports/import-persons.server.ts";
import { importPosts } from "#app/usecases/imports/import-posts.server.ts";
import { damaged, FORMS, word } from "./files.ts";
import { shown } from "./laws.ts";
import { NAMED } from "./named.ts";

export const KINDS = ["posts", "workers"] as const;
export type Kind = (typeof KINDS)[number];

const HEADS: Readonly<Record<Kind, readonly string[]>> = {
  posts: ["编号", "岗位名称", "单位名称", "工作地点", "工资", "学历", "人数", "发布日期", "描述"],
  workers: ["姓名", "身份证号", "手机号", "户籍地", "文化程度", "人员类别", "意向岗位", "期望薪资", "能否外出", "出生日期"],
};
const USUAL: Readonly<Record<Kind, readonly fc.Arbitrary<string>[]>> = {
  posts: [
    fc.nat(60).map(String), fc.constantFrom("电焊工", "保洁", "=电焊工", "长".repeat(120), "𠮷".repeat(120)), fc.constantFrom("某厂", "@某厂", "𠮷".repeat(120)), fc.constantFrom("太原小店区", "山西省吕梁市临县"), fc.constantFrom("6000-8000元/月", "200元/天", "45000"),
    fc.constantFrom("高中", "不限"), fc.constantFrom("3", "若干", "99999999999", "-1"), fc.constantFrom("2026-11-01", "46327", "2026年11月1日", "9999-12-31"), fc.constantFrom("按图焊接。", "长".repeat(17_000), "\u0000\u202e"),
  ],
  workers: [
    fc.constantFrom("张三", "阿依古丽·买买提", "=张三", "𠮷㛃"), NAMED.idNumber as fc.Arbitrary<string>, NAMED.phone as fc.Arbitrary<string>, fc.constantFrom("山西省太原市小店区坞城街道", "山西省吕梁市临县"), fc.constantFrom("初中", "大专"), fc.constantFrom("脱贫户", "脱贫户、易地搬迁", ""),
    fc.constantFrom("保洁", "电焊工"), fc.constantFrom("3000", "3000元以上", "99999999999999"), fc.constantFrom("是", "否"), fc.constantFrom("1985-06-15", "31213", ""),
  ],
};

/** Rows that are lawful but for a cell here and there. */
function rowsOf(kind: Kind): fc.Arbitrary<string[][]> {
  const usual = fc.tuple(...USUAL[kind]).map((cells) => [...cells]);
  const spoiled = fc.tuple(usual, fc.nat(), word).map(([cells, at, text]) => cells.map((cell, column) => (column === at % cells.length ? text : cell)));
  return fc.array(fc.oneof({ weight: 3, arbitrary: usual }, { weight: 2, arbitrary: spoiled }), { minLength: 1, maxLength: 8 });
}

export interface ImportCase { kind: Kind; form: string; bytes: Buffer }
export const importCases: fc.Arbitrary<ImportCase> = fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom(...Object.keys(FORMS)), fc.nat(3)).chain(([kind, form, blow]) => {
  const whole = rowsOf(kind).map((rows) => FORMS[form]!([HEADS[kind], ...rows]));
  return (blow === 0 ? damaged(whole) : whole).map((bytes) => ({ kind, form, bytes }));
});

/** Every row of the file is taken, or rejected with a reason; what was taken is in the database, whole, and nothing else is. */
export async function holdImport(deps: Deps, { kind, bytes }: ImportCase): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "fuzz-import-"));
  try {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    const source = `fuzz-${deps.newId()}`;
    const before = await counts(deps);
    const result = await (kind === "posts" ? importPosts : importPersons)(deps, systemActor("fuzz"), { path, source });
    const after = await counts(deps);
    if (!result.ok) return same(after, before, `refused by ${result.problems[0]?.code}, and yet rows came in`);
    const summary = result.value as ImportSummary;
    same(summary.imported + summary.updated + summary.unchanged + summary.rejected, summary.rows, "rows are neither taken nor rejected");
    const read = await rowsIn(path);
    if (summary.brokenAt === null || read.fault) same(summary.rows, read.rows, "rows of the file were passed over");
    same(after.taken[kind] - before.taken[kind], summary.imported, "not all that was taken is there");
    same(after.events - before.events >= summary.imported, true, "the outbox does not tell of everything");
    await holdRejects(path, summary);
    const again = await (kind === "posts" ? importPosts : importPersons)(deps, systemActor("fuzz"), { path, source });
    same(again.ok && (again.value as ImportSummary).imported, 0, "the same file put something in once more");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function holdRejects(path: string, summary: ImportSummary): Promise<void> {
  const text = summary.rejectsFile === null ? "" : await readFile(summary.rejectsFile, "utf8");
  if (text === "") return same(summary.rejected, 0, "rejected rows are not in the rejects");
  const table = await openTable(summary.rejectsFile!);
  let rows = 0;
  for await (const { cells } of table.rows) {
    rows += 1;
    for (const cell of cells) if (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell)) throw new Error(`a cell of the rejects begins as a formula: ${shown(cell)}`);
    if (!cells.some((cell) => /\p{Script=Han}.* [a-z]/u.test(cell))) throw new Error(`a rejected row has no reason: ${shown(cells)}`);
  }
  same(rows >= summary.rejected, true, `rejected rows are missing from the rejects of ${path}`);
}

async function rowsIn(path: string): Promise<{ rows: number; fault: boolean }> {
  let rows = 0;
  try {
    for await (const row of (await openTable(path)).rows) rows += row.cells.some((cell) => cell.trim() !== "") || row.damage ? 1 : 0;
    return { rows, fault: false };
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return { rows, fault: true };
  }
}

async function counts({ pool }: Deps): Promise<{ taken: Record<Kind, number>; events: number }> {
  const [[row]] = await pool.query<RowDataPacket[]>("SELECT (SELECT COUNT(*) FROM post) AS posts, (SELECT COUNT(*) FROM person) AS workers, (SELECT COUNT(*) FROM outbox_event) AS events");
  return { taken: { posts: Number(row!.posts), workers: Number(row!.workers) }, events: Number(row!.events) };
}

function same(is: unknown, should: unknown, otherwise: string): void {
  if (JSON.stringify(is) !== JSON.stringify(should)) throw new Error(`${otherwise}: ${JSON.stringify(is)} for ${JSON.stringify(should)}`);
}
