import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { tableWorkbook } from "./table-workbook.server.ts";
import { formatOf, sheetName, type SheetCell, valueOf } from "./workbook.ts";

const about = { title: "说明", head: [], rows: [["标题", "一张表"]] as SheetCell[][] };
async function opened(head: string[], rows: SheetCell[][], title = "一张表") {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await tableWorkbook({ title, head, rows }, about)).buffer as never);
  return workbook;
}

describe("a table as a workbook", () => {
  it.each(["=1+1", "+86 139", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "'=1", "=HYPERLINK(\"http://x\")"])("keeps %j as text: nothing that somebody typed becomes a formula", async (text) => {
    const sheet = (await opened(["名"], [[text]])).worksheets[0]!;
    const cell = sheet.getCell("A2");
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.value).toBe(text);
    expect(cell.formula).toBeUndefined();
    expect(cell.numFmt).toBe("@");
  });

  it("has numbers as numbers, shares as percentages, days as days, instants in China's time and money in yuan", async () => {
    const sheet = (await opened(["数", "占比", "日期", "时间", "钱", "空"], [[12_345, { share: 0.125 }, { day: "2026-02-28" }, { at: new Date("2026-11-25T16:30:00Z") }, { fen: 123_456 }, null]])).worksheets[0]!;
    const cells = [1, 2, 3, 4, 5, 6].map((at) => sheet.getRow(2).getCell(at));
    expect(cells.map((cell) => cell.value)).toEqual([12_345, 0.125, new Date("2026-02-28T00:00:00Z"), new Date("2026-11-26T00:30:00Z"), 1_234.56, null]);
    expect(cells.map((cell) => cell.numFmt)).toEqual(["#,##0", "0.0%", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "#,##0.00", undefined]);
  });

  it("keeps its head in view and filters by it, with what it is on a second sheet", async () => {
    const workbook = await opened(["县", "人数"], [["临县", 1], ["石楼", 2]]);
    const [sheet, second] = workbook.worksheets;
    expect(sheet!.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet!.autoFilter).toBe("A1:B3");
    expect(sheet!.getRow(1).values).toEqual([undefined, "县", "人数"]);
    expect(second!.name).toBe("说明");
    expect(second!.getCell("B1").value).toBe("一张表");
  });

  it("leaves out what a workbook's XML can't hold, and no more of a text than a cell takes", async () => {
    const sheet = (await opened(["文"], [["a\u0000b\u0008c\ufffed\ud800e𠮷\n第二行"], ["长".repeat(40_000)]])).worksheets[0]!;
    expect(sheet.getCell("A2").value).toBe("abcde𠮷\n第二行");
    expect(String(sheet.getCell("A3").value)).toHaveLength(32_767);
  });

  it("names its sheet so that Excel and WPS take it, whatever the table is called", async () => {
    expect(sheetName("a/b\\c?d*e[f]g:h")).toBe("a b c d e f g h");
    expect(sheetName("'quoted'")).toBe("quoted");
    expect(sheetName("很".repeat(60))).toHaveLength(31);
    expect(sheetName("???")).toBe("1");
    expect((await opened(["x"], [], "说明")).worksheets.map(({ name }) => name)).toEqual(["说明", "说明 2"]);
  });

  it("has a width and a format for every kind of cell", () => {
    expect([valueOf(null), formatOf(null), formatOf(1.5), formatOf("x")]).toEqual([null, null, "#,##0.00", "@"]);
  });
});
