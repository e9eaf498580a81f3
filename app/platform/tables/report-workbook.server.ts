import ExcelJS from "exceljs";
import type { Cell, Report } from "./report.ts";

const WIDE = 46;

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
    sheet.addRow([...table.head]).font = { bold: true };
    for (const row of table.rows) fill(sheet.addRow(row.map(valueOf)), row);
    if (table.total) {
      const row = fill(sheet.addRow(table.total.map(valueOf)), table.total);
      row.font = { bold: true };
      row.border = { top: { style: "thin" } };
    }
    sheet.columns.forEach((column, nth) => {
      const texts = [table.head[nth] ?? "", ...table.rows.map((row) => String(valueOf(row[nth] ?? null) ?? ""))];
      column.width = Math.min(WIDE, Math.max(10, ...texts.map((text) => widthOf(text) + 3)));
    });
    if (at === report.tables.length - 1) sheet.addRow([]).worksheet.addRow([report.foot]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fill(row: ExcelJS.Row, cells: readonly Cell[]): ExcelJS.Row {
  for (const [nth, cell] of cells.entries()) if (cell !== null && typeof cell !== "string") row.getCell(nth + 1).numFmt = typeof cell === "number" ? "#,##0" : "0.0%";
  return row;
}

const valueOf = (cell: Cell) => (cell !== null && typeof cell === "object" ? cell.share : cell);

/** Excel refuses these characters, and more than 31 of them. */
const sheetName = (title: string) => title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

/** A Chinese character takes the room of two figures. */
const widthOf = (text: string) => Array.from(text).reduce((sum, one) => sum + (one.codePointAt(0)! > 0x2e80 ? 2 : 1), 0);
