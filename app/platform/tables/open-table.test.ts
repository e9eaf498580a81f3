import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTable, type OpenOptions } from "./open-table.server.ts";
import { neutralise, openRejects, withoutApostrophe } from "./rejects.server.ts";
import type { TableError} from "./table.ts";
import { type TableRow } from "./table.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tables-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** 姓名,教育 \n 张三,本科 in GB18030. */
const GB18030 = Buffer.from("d0d5c3fb2cbdccd3fd0ad5c5c8fd2cb1bebfc60a", "hex");
const known = new Set(["姓名", "身份证号", "意向岗位", "意向地区", "name"]);
const headerScore = (cells: readonly string[]) => cells.filter((cell) => known.has(cell.trim())).length;

async function file(name: string, content: Buffer | string) {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function readAll(path: string, options: OpenOptions = {}) {
  const table = await openTable(path, options);
  const rows: TableRow[] = [];
  let fault: TableError | null = null;
  try {
    for await (const row of table.rows) rows.push(row);
  } catch (error) {
    fault = error as TableError;
  }
  return { table, rows, fault };
}

async function workbook(name: string, fill: (sheet: exceljs.Worksheet) => void) {
  const book = new exceljs.Workbook();
  fill(book.addWorksheet("名册"));
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

describe("a text table", () => {
  it("is read with and without a byte order mark, and gzipped", async () => {
    for (const content of ["姓名,教育\n张三,本科\n", "\ufeff姓名,教育\n张三,本科\n"]) {
      for (const bytes of [Buffer.from(content), gzipSync(content)]) {
        const { table, rows } = await readAll(await file("utf8", bytes));
        expect([table.header, rows]).toEqual([["姓名", "教育"], [{ line: 2, cells: ["张三", "本科"] }]]);
      }
    }
  });

  it("is read in GB18030, as Chinese Excel writes it", async () => {
    const { table, rows } = await readAll(await file("gb.csv", GB18030));
    expect([table.encoding, table.header, rows[0]!.cells]).toEqual(["gb18030", ["姓名", "教育"], ["张三", "本科"]]);
  });

  it("is read in UTF-16, as Excel's Unicode text is", async () => {
    const { table, rows } = await readAll(await file("utf16.txt", Buffer.from("\ufeff姓名\t教育\r\n张三\t本科\r\n", "utf16le")));
    expect([table.header, rows[0]!.cells]).toEqual([["姓名", "教育"], ["张三", "本科"]]);
  });

  it("stays UTF-8 when a character was lost in it", async () => {
    const bytes = Buffer.concat([Buffer.from(`姓名,教育\n${"张三,本科\n".repeat(30)}`), Buffer.from([0xe6, 0x2c]), Buffer.from("本科\n")]);
    const { table, rows } = await readAll(await file("lost.csv", bytes));
    expect([table.encoding, rows.at(-1)!.cells]).toEqual(["utf-8", ["\ufffd", "本科"]]);
  });

  it("finds its header under a title, and merges a header of two rows", async () => {
    const text = "某县劳动力花名册,,,\n姓名,身份证号,求职意向,\n,,意向岗位,意向地区\n张三,1,焊工,太原\n";
    const { table, rows } = await readAll(await file("title.csv", text), { headerScore });
    expect([table.headerLine, table.header, rows]).toEqual([
      2, ["姓名", "身份证号", "意向岗位", "意向地区"], [{ line: 4, cells: ["张三", "1", "焊工", "太原"] }],
    ]);
  });

  it("fills short rows up and points at cells beyond the header", async () => {
    const { rows } = await readAll(await file("ragged.csv", "a,b,c\n1\n1,2,3,4\n1,2,3,\n"));
    expect(rows).toEqual([
      { line: 2, cells: ["1", "", ""] },
      { line: 3, cells: ["1", "2", "3", "4"], damage: "extra-cells" },
      { line: 4, cells: ["1", "2", "3", ""] },
    ]);
  });

  it("that breaks off inside its gzip keeps what came before and names the line", async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${i},${(i * 7919) % 104_729},${"本科".repeat(i % 5)}`).join("\n");
    const whole = gzipSync(`a,b,c\n${lines}\n`);
    const { rows, fault } = await readAll(await file("cut.csv.gz", whole.subarray(0, Math.floor(whole.length / 2))));
    expect(rows.length).toBeGreaterThan(5_000);
    expect(rows.every((row, i) => row.line === i + 2 && row.cells[0] === String(i) && row.damage === undefined)).toBe(true);
    expect([fault?.fault, fault?.line]).toEqual(["cut", rows.length + 2]);
  });
});

describe("a workbook", () => {
  it("gives texts of rich text, dates, formula results and links, by the row a person sees, and says of a number that it has lost its end", async () => {
    const path = await workbook("book.xlsx", (sheet) => {
      sheet.addRow(["某县名册"]);
      sheet.mergeCells("A1:F1");
      sheet.addRow([]);
      sheet.addRow(["姓名", "身份证号", "日期", "工资", "备注", "链接"]);
      sheet.addRow([{ richText: [{ text: "张" }, { text: "三" }] }, 140105199001011230, new Date("2023-08-30T00:00:00Z"), { formula: "1+1", result: 2 }, 0.1 + 0.2, { text: "看", hyperlink: "http://x.test" }]);
    });
    const { table, rows } = await readAll(path, { headerScore });
    expect([table.format, table.headerLine]).toEqual(["xlsx", 3]);
    expect(rows).toEqual([{ line: 4, cells: ["张三", "1.4010519900101123E+17", "2023-08-30", "2", "0.3", "看"] }]);
  });

  it("with macros is refused", async () => {
    const path = await workbook("macro.xlsx", (sheet) => sheet.addRow(["a"]));
    const bytes = await readFile(path);
    const renamed = Buffer.from(bytes.toString("latin1").replaceAll("docProps/core.xml", "xl/vbaProject.bin"), "latin1");
    await expect(openTable(await file("macro.xlsm", renamed))).rejects.toMatchObject({ fault: "macros" });
  });

  it("that would unpack to a thousand times its size is refused before it is unpacked", async () => {
    const path = await workbook("bomb.xlsx", (sheet) => sheet.addRow(["a".repeat(30_000)]));
    const limits = { maxBytes: 2 ** 30, maxRatio: 20, ratioAskedAbove: 10_000, maxHeldBytes: 2 ** 27 };
    await expect(openTable(path, { limits })).rejects.toMatchObject({ fault: "zip-bomb" });
    await expect(openTable(path, { limits: { ...limits, maxBytes: 1_000 } })).rejects.toMatchObject({ fault: "too-large" });
    expect((await readAll(path)).fault).toBeNull();
  });
});

describe("what is no table", () => {
  it.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["an old or locked workbook", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "old-excel-or-locked"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "not-a-table"],
    ["a document", Buffer.from("%PDF-1.4\n1 0 obj << /Type /Catalog >>\n"), "not-a-table"],
    ["a cut workbook", Buffer.from("504b030414000000", "hex"), "zip-damaged"],
    ["blank lines", Buffer.from("\n\n\n"), "no-header"],
  ] as const)("%s is refused with its reason", async (_, bytes, fault) => {
    await expect(openTable(await file("none", bytes))).rejects.toMatchObject({ fault });
  });

  it("a file that is not there is refused with its reason", async () => {
    await expect(openTable(join(folder, "nowhere.csv"))).rejects.toMatchObject({ fault: "not-found" });
  });
});

describe("the rejects file", () => {
  it("is not made when nothing was refused", async () => {
    const rejects = await openRejects(join(folder, "none.csv"), ["a"]);
    expect(await rejects.close()).toBeNull();
    await expect(stat(join(folder, "none.csv"))).rejects.toThrow();
  });

  it("runs no formula, reads back as it was, and is open to its owner only when asked", async () => {
    const path = join(folder, "rejects.csv");
    const rejects = await openRejects(path, ["line", "value"], 0o600);
    const values = ['=HYPERLINK("http://x.test")', "+1", "-2", "@SUM(A1)", "\t=1", "＝1", "plain", 'a "quoted", one\nmore'];
    for (const value of values) await rejects.add(["2", value]);
    expect(await rejects.close()).toBe(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const { rows } = await readAll(path);
    expect(rows.slice(0, 6).every((row) => row.cells[1]!.startsWith("'"))).toBe(true);
    expect(rows.map((row) => withoutApostrophe(row.cells[1]!))).toEqual(values);
  });

  it("leaves harmless words alone", () => {
    expect([neutralise("本科"), neutralise("6千-1万"), withoutApostrophe("'quoted'")]).toEqual(["本科", "6千-1万", "'quoted'"]);
  });
});
