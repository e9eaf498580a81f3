import type ExcelJS from "exceljs";

/** What a workbook can hold: text, a whole number, a share from 0 on, a day `YYYY-MM-DD`, an instant, money in fen, or nothing. */
export type SheetCell = string | number | { share: number } | { day: string } | { at: Date | string } | { fen: number } | null;

const WIDEST = 46;
const LONGEST_TEXT = 32_767;
const CHINA_OFFSET_MS = 8 * 3_600_000;
const MEASURED = 100;

/** A cell as a spreadsheet keeps it. A text is always text, also one that begins with = + - @: it never becomes a formula. Instants are in China's time. */
export function valueOf(cell: SheetCell): string | number | Date | null {
  if (typeof cell === "string") return plain(cell);
  if (cell === null || typeof cell === "number") return cell;
  if ("share" in cell) return cell.share;
  if ("fen" in cell) return cell.fen / 100;
  if ("day" in cell) return new Date(`${cell.day}T00:00:00Z`);
  return new Date(new Date(cell.at).getTime() + CHINA_OFFSET_MS);
}

export function formatOf(cell: SheetCell): string | null {
  if (cell === null) return null;
  if (typeof cell === "string") return "@";
  if (typeof cell === "number") return Number.isInteger(cell) ? "#,##0" : "#,##0.00";
  if ("share" in cell) return "0.0%";
  if ("fen" in cell) return "#,##0.00";
  return "day" in cell ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm";
}

export function addCells(sheet: ExcelJS.Worksheet, cells: readonly SheetCell[]): ExcelJS.Row {
  const row = sheet.addRow(cells.map(valueOf));
  for (const [nth, cell] of cells.entries()) {
    const format = formatOf(cell);
    if (format !== null) row.getCell(nth + 1).numFmt = format;
  }
  return row;
}

/** Columns as wide as what stands in them, within reason. */
export function fitColumns(sheet: ExcelJS.Worksheet, rows: readonly (readonly SheetCell[])[]): void {
  sheet.columns.forEach((column, nth) => {
    const widest = rows.reduce((most, row) => Math.max(most, widthOf(shownText(row[nth] ?? null))), 0);
    column.width = Math.min(WIDEST, Math.max(10, widest + 3));
  });
}

function shownText(cell: SheetCell): string {
  if (cell === null || typeof cell === "string") return cell ?? "";
  if (typeof cell === "object" && ("day" in cell || "at" in cell)) return "day" in cell ? "2026-11-26" : "2026-11-26 10:00";
  return Number(valueOf(cell)).toLocaleString("en-US");
}

/** A sheet's name as Excel and WPS take it: none of these characters, no apostrophe at either end, at most 31. */
export function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31).replace(/^'{1,31}|'{1,31}$/g, "").trim() || "1";
}

/** Characters that a workbook's XML can't hold are left out: a file with one of them does not open. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "").slice(0, LONGEST_TEXT);
}

/** A Chinese character takes the room of two figures. */
function widthOf(text: string): number {
  return Array.from(text.slice(0, MEASURED)).reduce((sum, one) => sum + (one.codePointAt(0)! > 0x2e80 ? 2 : 1), 0);
}
