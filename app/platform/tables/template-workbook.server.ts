import ExcelJS from "exceljs";
import { addCells } from "./workbook.ts";

/** An XLSX workbook with one sheet: a bold header that stays in view, and the rows; every cell is text. */
export async function templateWorkbook(sheet: string, header: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet(sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  addCells(page, header).font = { bold: true };
  for (const row of rows) addCells(page, row);
  page.columns.forEach((column, at) => {
    column.width = Math.max(12, (header[at]?.length ?? 0) * 2 + 4);
    column.numFmt = "@";
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
