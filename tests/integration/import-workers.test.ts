import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CategoryRow, openCategory } from "#app/data/person-status.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import { must } from "#app/domain/result.ts";
import { type Actor, systemActor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { importPersons } from "#app/usecases/imports/import-persons.server.ts";
import type { ImportSummary } from "#app/domain/import/summary.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const clock = fixedClock("2026-11-23T02:00:00.000Z");
const actor = systemActor("test");
let services: TestServices;
let folder = "";

beforeAll(async () => {
  services = await openTestServices({ clock });
  folder = await mkdtemp(join(tmpdir(), "import-workers-"));
  await loadReference(services);
});
afterAll(async () => {
  await services.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  clock.set("2026-11-23T02:00:00.000Z");
  for (const table of ["certificate", "person", "outbox_event", "import_run", "audit_entry"]) await services.pool.query(`DELETE FROM ${table}`);
});

const idOf = (seq: number) => makeResidentId(MADE_UP_ID_REGION, "1985-06-15", seq, seq % 2 === 0 ? "F" : "M");
const HOME = "山西省太原市小店区坞城街道师范街社区";
const HEAD = "姓名,身份证号,手机号,户籍地,文化程度,人员类别,意向岗位,能否外出\n";
const line = (seq: number, name = `测试${"甲乙丙丁戊己庚辛壬癸"[seq % 10]}`, more = "初中,脱贫户,保洁,是") => `${name},${idOf(seq)},1380000${String(seq).padStart(4, "0")},${HOME},${more}\n`;

async function write(name: string, content: string) {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function run(path: string, options: Record<string, unknown> = {}, who: Actor = actor): Promise<ImportSummary> {
  return must(await importPersons(services, who, { path, source: "roster", ...options }));
}

async function categories() {
  const found = await rows("SELECT id, kind, kindEnc, validFrom FROM person_category");
  return found.map((row) => ({ kind: openCategory(services, row as RowDataPacket & CategoryRow), validFrom: row.validFrom as string })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

async function rows(sql: string): Promise<RowDataPacket[]> {
  const [found] = await services.pool.query<RowDataPacket[]>(sql);
  return found.map((row) => ({ ...row })) as RowDataPacket[];
}

describe("an import of workers", () => {
  it("writes the person encrypted, with wish, category, certificate, brand and outbox", async () => {
    const brand = (await rows("SELECT name FROM labour_brand ORDER BY name LIMIT 1"))[0]!.name as string;
    const text = `姓名,身份证号,手机号,户籍地,文化程度,人员类别,意向岗位,期望薪资,意向地区,证书名称,证书等级,证书编号,发证机构,发证日期,劳务品牌\n` +
      `张三,${idOf(1)},13800000001,${HOME}12号,初中,"脱贫户、易地搬迁",保洁,3000元以上,省内、省外,焊工,中级,A-1,某中心,2022-03-01,${brand}\n`;
    expect(await run(await write("one.csv", text))).toMatchObject({ rows: 1, imported: 1, noted: 0, rejected: 0 });
    const person = (await rows("SELECT * FROM person"))[0]!;
    expect(person).toMatchObject({
      nameMasked: "张*", sex: "M", birthDate: "1985-06-15", education: "JUNIOR", homeRegionCode: "140105001001", homeCountyCode: "140105", phoneMasked: "138****0001",
      madeUp: 0, source: "roster", idNumberIndex: services.crypto.blindIndex("person.idNumber", idOf(1)),
    });
    expect(services.crypto.decrypt("person.name", person.nameEnc as string)).toBe("张三");
    expect(services.crypto.decrypt("person.idNumber", person.idNumberEnc as string)).toBe(idOf(1));
    expect(JSON.stringify(person)).not.toMatch(new RegExp(`张三|${idOf(1)}|13800000001`));
    expect(await categories()).toEqual([{ kind: "POVERTY_LIFTED", validFrom: "2026-11-23" }, { kind: "RELOCATED", validFrom: "2026-11-23" }]);
    expect((await rows("SELECT * FROM wish"))[0]).toMatchObject({ minWageFen: 300_000, willInCounty: 0, willInProvince: 1, willOutOfProvince: 1, seeking: 1 });
    expect((await rows("SELECT number, level, verification FROM certificate"))).toEqual([{ number: "A-1", level: "INTERMEDIATE", verification: "UNVERIFIED" }]);
    expect(await rows("SELECT id FROM brand_membership")).toHaveLength(1);
    expect(await rows("SELECT event, subjectId FROM outbox_event")).toEqual([{ event: "person.changed", subjectId: person.id }]);
    expect((await rows("SELECT action, outcome, role FROM audit_entry"))).toEqual([{ action: "import-persons", outcome: "ok", role: "SYSTEM" }]);
  });

  it("of the same file again changes nothing, on any later day", async () => {
    const path = await write("twice.csv", HEAD + Array.from({ length: 30 }, (_, i) => line(i)).join(""));
    expect(await run(path)).toMatchObject({ imported: 30 });
    const tables = ["person", "wish", "person_category", "outbox_event"];
    const before = await Promise.all(tables.map((table) => rows(`SELECT * FROM ${table} ORDER BY 1`)));
    clock.set("2026-12-24T02:00:00.000Z");
    expect(await run(path)).toMatchObject({ imported: 0, updated: 0, unchanged: 30 });
    expect(await Promise.all(tables.map((table) => rows(`SELECT * FROM ${table} ORDER BY 1`)))).toEqual(before);
  });

  it("with the same resident ID in another file updates the person and never makes a second", async () => {
    await run(await write("a.csv", HEAD + line(1)));
    const summary = await run(await write("b.csv", `姓名,证件号码,住址,手机\n测试乙,${idOf(1).toLowerCase()},山西太原小店区,13900000009\n`));
    expect(summary).toMatchObject({ imported: 0, updated: 1 });
    expect(await rows("SELECT phoneMasked, education, homeRegionCode FROM person")).toEqual([{ phoneMasked: "139****0009", education: "JUNIOR", homeRegionCode: "140105001001" }]);
    expect((await rows("SELECT COUNT(*) AS n FROM person_category"))[0]!.n).toBe(1);
  });

  it("refuses the second of two rows with one resident ID and different names, also far apart", async () => {
    const path = await write("names.csv", HEAD + line(1, "张三") + Array.from({ length: 20 }, (_, i) => line(i + 10)).join("") + line(1, "李四") + line(1, "张三"));
    const summary = await run(path, { batchSize: 5 });
    expect(summary).toMatchObject({ imported: 21, unchanged: 1, rejected: 1, rejectReasons: { "id-two-names": 1 } });
    expect(summary.firstBadRows).toEqual([{ line: 23, columns: ["姓名 name"], reasons: ["id-two-names"] }]);
  });

  it("keeps two rows of one person in one batch as one person with what both say", async () => {
    const path = await write("merge.csv", HEAD + line(1, "张三", "初中,脱贫户,保洁,是") + line(1, "张三", "大专,残疾,,是"));
    expect(await run(path)).toMatchObject({ imported: 1, updated: 1 });
    expect((await rows("SELECT education FROM person"))).toEqual([{ education: "COLLEGE" }]);
    expect((await categories()).map((row) => row.kind)).toEqual(["DISABLED", "POVERTY_LIFTED"]);
  });

  it("names spreadsheet damage for what it is, and writes the rejects for their owner alone", async () => {
    const path = await write("excel.csv", `姓名,身份证号,户籍地\n张三,1.4E+17,${HOME}\n李四,${idOf(2).slice(0, 15)}000,${HOME}\n=王五,${idOf(3)},${HOME}\n赵六,140105850615123,${HOME}\n`);
    const summary = await run(path);
    expect(summary.rejectReasons).toEqual({ "id-excel-damaged": 1, "id-excel-rounded": 1, "name-wrong": 1, "id-fifteen-digits": 1 });
    expect(summary.firstBadRows.map((bad) => bad.line)).toEqual([2, 3, 4, 5]);
    const rejects = await readFile(`${path}.rejects.csv`, "utf8");
    expect(rejects).toContain("2,身份证号 resident ID,1.4E+17,");
    expect(rejects).toContain("'=王五");
    expect((await stat(`${path}.rejects.csv`)).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(summary)).not.toMatch(/张三|1\.4E|140105850615123/);
    expect(JSON.stringify(await rows("SELECT result FROM import_run"))).not.toMatch(/张三|140105850615123/);
  });

  it("reads a workbook whose long numbers are still whole", async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet("花名册");
    sheet.addRow(["某县脱贫劳动力花名册"]);
    sheet.addRow(["序号", "姓名", "公民身份号码", "户籍地", "", "是否脱贫户"]);
    sheet.addRow(["", "", "", "县区", "乡镇", ""]);
    sheet.addRow([1, "张三", idOf(1), "小店区", "坞城街道", "是"]);
    sheet.addRow([2, "李四", Number(idOf(4).replace("X", "0")), "小店区", "坞城街道", "否"]);
    const path = join(folder, "roster.xlsx");
    await book.xlsx.writeFile(path);
    const summary = await run(path);
    expect(summary).toMatchObject({ format: "xlsx", rows: 2, imported: 1, rejected: 1 });
    expect(summary.firstBadRows[0]).toMatchObject({ line: 5, columns: ["身份证号 resident ID"] });
    expect((await rows("SELECT homeRegionCode FROM person"))).toEqual([{ homeRegionCode: "140105001" }]);
  });

  it("is bound to the officer's region and to those who may import", async () => {
    const officer: Actor = { ...actor, role: "OFFICER", regionCode: "141100" };
    const path = await write("region.csv", HEAD + line(1) + line(2).replace(HOME, "山西省吕梁市临县"));
    expect(await run(path, {}, officer)).toMatchObject({ imported: 1, rejectReasons: { "home-outside": 1 } });
    for (const role of ["SEEKER", "EMPLOYER", "AGENT"] as const) {
      expect(await importPersons(services, { ...actor, role }, { path, source: "x" })).toMatchObject({ ok: false, problems: [{ code: "forbidden" }] });
    }
  });

  it("does not hand one person's certificate to another", async () => {
    const head = "姓名,身份证号,户籍地,证书名称,证书编号,发证机构,发证日期\n";
    const row = (seq: number, name: string) => `${name},${idOf(seq)},${HOME},焊工,Z-9,某中心,2022-03-01\n`;
    expect(await run(await write("cert.csv", head + row(1, "张三") + row(2, "李四")))).toMatchObject({ imported: 2, noted: 1, noteReasons: { "certificate-of-another": 1 } });
    expect(await rows("SELECT id FROM certificate")).toHaveLength(1);
  });

  it("that dies halfway goes on where it was", async () => {
    const path = await write("die.csv", HEAD + Array.from({ length: 300 }, (_, i) => line(i)).join(""));
    await expect(run(path, { batchSize: 50, onProgress: ({ rows: done }: { rows: number }) => {
      if (done >= 150) throw new Error("killed");
    } })).rejects.toThrow("killed");
    expect((await rows("SELECT COUNT(*) AS n FROM person"))[0]!.n).toBe(150);
    expect(await run(path, { batchSize: 50 })).toMatchObject({ unchanged: 150, imported: 150 });
    expect((await rows("SELECT COUNT(*) AS n FROM outbox_event"))[0]!.n).toBe(300);
  });
});
