import ExcelJS from "exceljs";
import type { Report } from "./report.ts";
import { addCells, fitColumns, sheetName } from "./workbook.ts";

/** A workbook with a sheet for each table: numbers are numbers, shares are percentages, heads stay in view, and it prints on A4. */
export async function reportWorkbook(report: Report): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = report.title;
  for (const [at, table] of report.tables.entries()) {
    const first = 3 + report.notes.length;
    const sheet = workbook.addWorksheet(sheetName(table.title), {
      views: [{ state: "frozen", ySplit: first - 1 }],
      pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${first - 1}:${first - 1}` },
    });
    sheet.addRow([report.title]).font = { bold: true, size: 14 };
    for (const note of report.notes) sheet.addRow([note]);
    addCells(sheet, table.head).font = { bold: true };
    for (const row of table.rows) addCells(sheet, row);
    if (table.total) {
      const row = addCells(sheet, table.total);
      row.font = { bold: true };
      row.border = { top: { style: "thin" } };
    }
    fitColumns(sheet, [table.head, ...table.rows]);
    if (at === report.tables.length - 1) sheet.addRow([]).worksheet.addRow([report.foot]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
