import ExcelJS from "exceljs";
import { addCells, fitColumns, sheetName, type SheetCell } from "./workbook.ts";

export interface TableSheet {
  title: string;
  head: readonly string[];
  rows: readonly (readonly SheetCell[])[];
}

/**
 * One table as a workbook: the first line of the first sheet is its head, which stays in view and filters; what the table is,
 * from where and of when stands on a second sheet, so that nothing is in the way of sorting.
 */
export async function tableWorkbook(table: TableSheet, about: TableSheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = table.title;
  const sheet = workbook.addWorksheet(sheetName(table.title), {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:1" },
  });
  addCells(sheet, table.head).font = { bold: true };
  for (const row of table.rows) addCells(sheet, row);
  fitColumns(sheet, [table.head, ...table.rows]);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: table.rows.length + 1, column: table.head.length } };
  const second = workbook.addWorksheet(sheetName(about.title === table.title ? `${about.title} 2` : about.title));
  for (const row of about.rows) addCells(second, row);
  fitColumns(second, about.rows);
  second.getColumn(1).font = { bold: true };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
