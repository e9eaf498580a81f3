import ExcelJS from "exceljs";

/** Texts as a workbook of one sheet, every cell as text: account numbers keep all their figures. */
export async function rowsWorkbook(title: string, head: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow([...head]).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]).eachCell((cell) => (cell.numFmt = "@"));
  sheet.columns.forEach((column) => (column.width = 22));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
