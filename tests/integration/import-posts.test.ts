import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import exceljs from "exceljs";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { must } from "#app/domain/result.ts";
import { systemActor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { importPosts } from "#app/usecases/imports/import-posts.server.ts";
import type { ImportSummary } from "#app/domain/import/summary.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const clock = fixedClock("2026-11-23T02:00:00.000Z");
const actor = systemActor("test");
let services: TestServices;
let folder = "";

beforeAll(async () => {
  services = await openTestServices({ clock });
  folder = await mkdtemp(join(tmpdir(), "import-posts-"));
  await loadReference(services);
});
afterAll(async () => {
  await services.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const table of ["post", "employer", "outbox_event", "import_run"]) await services.pool.query(`DELETE FROM ${table}`);
});

async function write(name: string, content: string | Buffer) {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function run(path: string, options: Record<string, unknown> = {}): Promise<ImportSummary> {
  return must(await importPosts(services, actor, { path, source: "test", ...options }));
}

async function rows(sql: string): Promise<RowDataPacket[]> {
  const [found] = await services.pool.query<RowDataPacket[]>(sql);
  return found;
}

const HEAD = "编号,岗位名称,单位名称,工作地点,工资,学历,描述\n";
const line = (i: number, more = "") => `${i},电焊工${i},某厂${i % 7},太原小店区,5000-${6000 + i}元/月,高中,${more}\n`;
const many = (n: number) => HEAD + Array.from({ length: n }, (_, i) => line(i)).join("");

describe("an import of postings", () => {
  it("writes posts, employers and outbox together, unverified and under their source", async () => {
    const summary = await run(await write("one.csv", HEAD + line(1)));
    expect(summary).toMatchObject({ rows: 1, imported: 1, rejected: 0, rejectsFile: null, brokenAt: null });
    expect((await rows("SELECT * FROM post"))[0]).toMatchObject({
      title: "电焊工1", source: "test", sourceRef: "1", status: "PUBLISHED", verifiedAt: null, wageMinFen: 500_000, wageMaxFen: 600_100, educationMin: "SENIOR",
      regionCode: "140105", scope: "IN_PROVINCE", validFrom: "2026-11-23", validUntil: "2027-02-21", occupationCode: "6-18-02-04", madeUp: 0,
    });
    expect((await rows("SELECT * FROM employer"))[0]).toMatchObject({ name: "某厂1", status: "PENDING", creditCode: null, source: "test", sourceRef: "某厂1" });
    expect((await rows("SELECT event FROM outbox_event ORDER BY event")).map((row) => row.event)).toEqual(["employer.changed", "post.changed"]);
    expect((await rows("SELECT * FROM import_run"))[0]).toMatchObject({ kind: "posts", source: "test", fileName: "one.csv", totalRows: 1, imported: 1 });
  });

  it("reports every bad row by line, column and reason, in a file that can be corrected and imported again", async () => {
    const path = await write("bad.csv", `${HEAD}1,焊工,某厂,太原,面议,,"a\nb"\n2,,某厂,太原,面议,,\n3,焊工,某厂,科韵路,=1+1,,\n4,焊工,某厂,太原,18万-25万,,\n5,焊工,某厂,大同,1-2万,,,多余\n`);
    const summary = await run(path);
    expect(summary).toMatchObject({ rows: 5, imported: 2, rejected: 3, noted: 1, rejectReasons: { "title-missing": 1, "place-no-known-name": 1, "extra-cells": 1 } });
    expect(summary.firstBadRows.map((bad) => [bad.line, bad.columns, bad.reasons])).toEqual([
      [4, ["岗位名称 title"], ["title-missing"]], [5, ["城市 city"], ["place-no-known-name"]], [7, [""], ["extra-cells"]],
    ]);
    const rejects = await readFile(`${path}.rejects.csv`, "utf8");
    expect(rejects).toContain("行号 line,列 column,值 value,原因 reason,编号,岗位名称");
    expect(rejects).toContain('5,城市 city,科韵路,"地点里没有省、市、县名 the place names no province, city or county",3,焊工');
    expect(rejects).toContain(",'=1+1,");
    expect(await readFile(`${path}.notes.csv`, "utf8")).toContain("6,工资 wage,18万-25万");
    const corrected = rejects.replace("科韵路,'=1+1", "太原,5000元").replace(",,某厂,太原,面议", ",打磨工,某厂,太原,面议");
    const again = await run(await write("bad.csv.rejects-corrected.csv", corrected.split("\r\n").slice(0, 3).join("\r\n")));
    expect(again).toMatchObject({ rows: 2, imported: 2, rejected: 0 });
  });

  it("changes nothing the second time, and only what differs the third", async () => {
    await run(await write("twice.csv", many(25)));
    const before = await rows("SELECT * FROM post ORDER BY id");
    expect(await run(join(folder, "twice.csv"))).toMatchObject({ imported: 0, updated: 0, unchanged: 25 });
    expect(await rows("SELECT * FROM post ORDER BY id")).toEqual(before);
    expect(await run(await write("twice.csv", many(25).replace("电焊工3,", "氩弧焊工,")))).toMatchObject({ imported: 0, updated: 1, unchanged: 24 });
    expect((await rows("SELECT title FROM post WHERE sourceRef = '3'"))[0]!.title).toBe("氩弧焊工");
    expect((await rows("SELECT COUNT(*) AS n FROM post"))[0]!.n).toBe(25);
  });

  it("knows a row without an id by what it says, also twice in one file", async () => {
    const text = "岗位,单位,地点\n焊工,某厂,太原\n焊工,某厂,太原\n钳工,某厂,太原\n";
    expect(await run(await write("noid.csv", text))).toMatchObject({ imported: 2, unchanged: 1 });
    expect(await run(join(folder, "noid.csv"))).toMatchObject({ imported: 0, unchanged: 3 });
  });

  it("takes the later of two rows with one id", async () => {
    expect(await run(await write("same.csv", HEAD + line(1) + line(1).replace("电焊工1", "新电焊工")))).toMatchObject({ imported: 1, updated: 1 });
    expect((await rows("SELECT title FROM post")).map((row) => row.title)).toEqual(["新电焊工"]);
  });

  it("that was stopped goes on where it was, with nothing lost or doubled", async () => {
    const path = await write("long.csv", many(1_000));
    const stop = new AbortController();
    const stopped = await run(path, { batchSize: 100, signal: stop.signal, onProgress: ({ rows: done }: { rows: number }) => done >= 300 && stop.abort() });
    expect(stopped).toMatchObject({ stopped: true, imported: 300 });
    expect((await rows("SELECT COUNT(*) AS n FROM post"))[0]!.n).toBe(300);
    expect((await rows("SELECT finishedAt, imported FROM import_run"))[0]).toMatchObject({ finishedAt: null, imported: 300 });
    expect(await run(path, { batchSize: 100 })).toMatchObject({ stopped: false, unchanged: 300, imported: 700 });
    expect((await rows("SELECT COUNT(*) AS n, COUNT(DISTINCT sourceRef) AS d FROM post"))[0]).toMatchObject({ n: 1_000, d: 1_000 });
    expect((await rows("SELECT COUNT(*) AS n FROM outbox_event WHERE event = 'post.changed'"))[0]!.n).toBe(1_000);
  });

  it("that dies in the middle of a batch leaves whole batches only", async () => {
    const path = await write("die.csv", many(500));
    const dying = run(path, { batchSize: 100, onProgress: ({ rows: done }: { rows: number }) => {
      if (done >= 200) throw new Error("killed");
    } });
    await expect(dying).rejects.toThrow("killed");
    expect((await rows("SELECT COUNT(*) AS n FROM post"))[0]!.n).toBe(200);
    expect(await run(path, { batchSize: 100 })).toMatchObject({ unchanged: 200, imported: 300 });
  });

  it("twice at the same time puts each posting in once", async () => {
    const path = await write("both.csv", many(400));
    const [a, b] = await Promise.all([run(path, { batchSize: 50 }), run(path, { batchSize: 50, rejectsPath: join(folder, "other.csv") })]);
    expect(a.imported + b.imported).toBe(400);
    expect(a.unchanged + b.unchanged).toBe(400);
    expect((await rows("SELECT COUNT(*) AS n FROM post"))[0]!.n).toBe(400);
    expect((await rows("SELECT COUNT(*) AS n FROM employer"))[0]!.n).toBe(7);
  });

  it("keeps what came before a cut in a gzipped file, and names the line", async () => {
    const whole = gzipSync(many(20_000));
    const path = await write("cut.csv.gz", whole.subarray(0, Math.floor(whole.length * 0.6)));
    const summary = await run(path);
    expect(summary.brokenAt).toMatchObject({ fault: "cut", line: summary.rows + 2 });
    expect(summary.imported).toBe(summary.rows);
    expect(summary.imported).toBeGreaterThan(5_000);
    expect(await readFile(`${path}.rejects.csv`, "utf8")).toContain("文件从这里起损坏");
    await write("cut.csv.gz", whole);
    expect(await run(path)).toMatchObject({ unchanged: summary.imported, imported: 20_000 - summary.imported, brokenAt: null });
  });

  it("reads a workbook with Chinese headers under a title, and GB18030 text", async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet("岗位");
    sheet.addRow(["某县招聘岗位表"]);
    sheet.addRow(["序号", "岗位名称*", "用人单位", "工作地点", "薪资待遇（元/月）", "学历要求", "招聘人数", "有效期至"]);
    sheet.addRow([1, "保洁员", "某物业", "山西太原", 2500, "不限", 3, new Date("2026-12-31T00:00:00Z")]);
    sheet.addRow([2, "护工", "某医院", "大同市平城区", "4000-5000", "初中", "若干", "2026年12月1日"]);
    const path = join(folder, "book.xlsx");
    await book.xlsx.writeFile(path);
    expect(await run(path)).toMatchObject({ format: "xlsx", imported: 2, columnsUnknown: ["序号"] });
    expect((await rows("SELECT title, openings, wageMinFen, validUntil FROM post ORDER BY title")).map((row) => ({ ...row }))).toEqual([
      { title: "保洁员", openings: 3, wageMinFen: 250_000, validUntil: "2027-01-01" }, { title: "护工", openings: 1, wageMinFen: 400_000, validUntil: "2026-12-02" },
    ]);
    const gb = Buffer.from("b8dacebb2cb5a5cebb2cb5d8b5e30abab8b9a42cc4b3b3a72cccabd4ad0a", "hex");
    expect(await run(await write("gb.csv", gb), { source: "gb" })).toMatchObject({ encoding: "gb18030", imported: 1 });
    expect((await rows("SELECT title FROM post WHERE source = 'gb'"))[0]!.title).toBe("焊工");
  });

  it("hides a post with an unlawful phrase, and expires one whose stated end is past", async () => {
    const text = "岗位,单位,地点,有效期至\n服务员（限女性）,甲,太原,\n保安,甲,太原,2026-11-22\n保安队长,甲,太原,2026-11-23\n";
    expect(await run(await write("state.csv", text))).toMatchObject({ imported: 3, blocked: 1 });
    expect((await rows("SELECT title, status FROM post ORDER BY sourceRef")).map((row) => `${row.title} ${row.status}`).sort()).toEqual([
      "保安 EXPIRED", "保安队长 PUBLISHED", "服务员(限女性) BLOCKED",
    ]);
  });

  it("by date lets old postings come in as expired; a trusted source's employers are approved", async () => {
    const text = "岗位,单位,地点,发布日期\n焊工,甲,太原,2024-07\n钳工,甲,太原,2026-11-01\n";
    await run(await write("dated.csv", text), { byDate: true, trusted: true });
    expect((await rows("SELECT title, status FROM post ORDER BY title")).map((row) => [row.title, row.status])).toEqual([["焊工", "EXPIRED"], ["钳工", "PUBLISHED"]]);
    expect((await rows("SELECT status FROM employer")).map((row) => row.status)).toEqual(["APPROVED"]);
  });

  it("never takes openings below what is filled", async () => {
    const text = (n: number) => `编号,岗位,单位,地点,人数,描述\n1,焊工,甲,太原,${n},第${n}版\n`;
    await run(await write("filled.csv", text(5)));
    await services.pool.query("UPDATE post SET filled = 3");
    expect(await run(await write("filled.csv", text(1)))).toMatchObject({ updated: 1 });
    expect((await rows("SELECT openings, description FROM post"))[0]).toMatchObject({ openings: 3, description: "第1版" });
  });

  it("finds an employer by its credit code, whoever registered it", async () => {
    const now = new Date();
    await services.pool.query("INSERT INTO employer (id, name, creditCode, status, source, recordedAt) VALUES (?)", [["01J00000000000000000000000", "甲公司", "91350100M000100Y43", "APPROVED", "platform", now]]);
    await run(await write("code.csv", "岗位,单位,地点,信用代码\n焊工,甲公司（旧名）,太原,91350100M000100Y43\n"));
    expect((await rows("SELECT employerId FROM post"))[0]!.employerId).toBe("01J00000000000000000000000");
    expect(await rows("SELECT id FROM employer")).toHaveLength(1);
  });
});

describe("a file that is no table of postings", () => {
  it.each([
    ["nothing.csv", "", "import-file-empty"],
    ["other.csv", "a,b\n1,2\n", "import-file-columns-missing"],
    ["picture.png", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "import-file-not-a-table"],
  ])("%s is refused as a whole, with its reason", async (name, content, code) => {
    const result = await importPosts(services, actor, { path: await write(name, content), source: "test" });
    expect(result).toMatchObject({ ok: false, problems: [{ code }] });
    await expect(stat(join(folder, `${name}.rejects.csv`))).rejects.toThrow();
  });

  it("an employer may not import", async () => {
    expect(await importPosts(services, { ...actor, role: "EMPLOYER" }, { path: "x", source: "test" })).toMatchObject({ ok: false, problems: [{ code: "forbidden" }] });
  });
});
