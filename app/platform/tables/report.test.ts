import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { Report } from "./report.ts";
import { reportPdf } from "./report-pdf.server.ts";
import { reportWorkbook } from "./report-workbook.server.ts";

const report = (rows: number): Report => ({
  title: "山西省2026年10月转移就业月报", notes: ["口径: 到岗"], foot: "填表人：", pageText: (page) => `第 ${page} 页`,
  tables: [
    { title: "摘要", head: ["项目", "数值"], rows: [["本月计入", 12_345], ["完成", { share: 0.843 }], ["定账", null]] },
    { title: "各县/明细[1]", head: ["县", "任务", "完成"], rows: Array.from({ length: rows }, (_, at) => [`县${at}`, at, { share: at / rows }]), total: ["合计", (rows * (rows - 1)) / 2, null] },
  ],
});

describe("a report as a workbook", () => {
  it("keeps numbers as numbers and shares as percentages, under names of sheets that Excel takes", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await reportWorkbook(report(3))) as unknown as ExcelJS.Buffer);
    const [first, second] = workbook.worksheets;
    expect([first!.name, second!.name]).toEqual(["摘要", "各县 明细 1"]);
    expect(first!.getCell("A1").value).toBe("山西省2026年10月转移就业月报");
    expect([first!.getCell("B4").value, first!.getCell("B4").numFmt]).toEqual([12_345, "#,##0"]);
    expect([first!.getCell("B5").value, first!.getCell("B5").numFmt]).toEqual([0.843, "0.0%"]);
    expect(second!.getCell("B7").value).toBe(3);
  });
});

describe("a report as pages", () => {
  const pagesOf = (pdf: Buffer) => [...pdf.toString("latin1").matchAll(/\/Type \/Page\b/g)].length;

  it("is one A4 page when it fits, with the parts of the font that it needs inside", async () => {
    const pdf = await reportPdf(report(10));
    const text = pdf.toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(pagesOf(pdf)).toBe(1);
    expect(/\/MediaBox \[0 0 595\.28 841\.89\]/.test(text)).toBe(true);
    expect(text).toContain("/FontFile2");
    expect(pdf.length).toBeLessThan(200_000);
  });

  it("goes on over as many pages as its rows need, without empty ones", async () => {
    expect(pagesOf(await reportPdf(report(117)))).toBe(3);
  });
});
