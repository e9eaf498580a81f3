import ExcelJS from "exceljs";
import { addCells, sheetName } from "./workbook.ts";

/** Texts as a workbook of one sheet, every cell as text: account numbers keep all their figures. */
export async function rowsWorkbook(title: string, head: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(sheetName(title), { views: [{ state: "frozen", ySplit: 1 }] });
  addCells(sheet, head).font = { bold: true };
  for (const row of rows) addCells(sheet, row);
  sheet.columns.forEach((column) => (column.width = 22));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
