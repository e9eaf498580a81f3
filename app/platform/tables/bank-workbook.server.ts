import ExcelJS from "exceljs";

interface BankSheet {
  title: string;
  head: readonly string[];
  lines: readonly { nr: number; name: string; account: string; bankName: string; amount: string }[];
  total: { label: string; amount: string };
}

/** The list for the bank as a workbook: accounts are text, so that no figure is lost, and amounts are text of two decimals, so that none is rounded. */
export async function bankWorkbook({ title, head, lines, total }: BankSheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  const sheet = workbook.addWorksheet("Bank", { views: [{ state: "frozen", ySplit: 1 }], pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  sheet.addRow([...head]).font = { bold: true };
  for (const { nr, name, account, bankName, amount } of lines) sheet.addRow([nr, name, account, bankName, amount]);
  sheet.addRow(["", total.label, "", "", total.amount]).font = { bold: true };
  [8, 14, 26, 24, 14].forEach((width, at) => { sheet.getColumn(at + 1).width = width; });
  for (const column of [3, 5]) sheet.getColumn(column).numFmt = "@";
  sheet.getColumn(5).alignment = { horizontal: "right" };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
