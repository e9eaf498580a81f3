import type { ReadStream } from "node:fs";
import exceljs from "exceljs";
import { MergedAbove, readVerticalMerges } from "./merged-cells.server.ts";
import { MOST_COLUMNS, TableError, type TableLimits, type TableRow } from "./table.ts";
import { readZipDirectory, refuseUnsafe, refuseUntrue } from "./zip-directory.server.ts";

/** The rows of a workbook's first sheet that has any; later sheets are left alone. */
export async function* readXlsxRows(path: string, file: ReadStream, limits: TableLimits): AsyncGenerator<TableRow> {
  const directory = await readZipDirectory(path);
  const { entries } = directory;
  refuseUnsafe(entries, limits);
  await refuseUntrue(path, directory);
  const merges = await readVerticalMerges(path, entries, limits.maxBytes);
  const workbook = new exceljs.stream.xlsx.WorkbookReader(file, {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    entries: "ignore",
  });
  let line = 0;
  let characters = 0;
  try {
    for await (const sheet of workbook) {
      const above = new MergedAbove(merges.get(Number((sheet as unknown as { id: string | number }).id)) ?? []);
      for await (const row of sheet) {
        line = row.number;
        const cells = cellsOf(row, line);
        // an empty cell far to the right costs as much as all before it
        characters += row.cellCount;
        if (cells.every((cell) => cell.trim() === "")) continue;
        // the directory's sizes are the file's own word; what really comes out is counted too
        for (const cell of cells) characters += cell.length;
        if (characters > limits.maxBytes) throw new TableError("too-large", line);
        const merged = above.over(line, cells);
        yield merged ? { line, cells, merged } : { line, cells };
      }
      if (line > 0) return;
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError(line === 0 ? "zip-damaged" : "cut", line === 0 ? null : line);
  }
}

/** Texts up to the last cell that says anything: what is only drawn further right is no column. */
function cellsOf(row: exceljs.Row, line: number): string[] {
  const values = row.values as readonly exceljs.CellValue[];
  let last = values.length - 1;
  while (last > 0 && (values[last] === null || values[last] === undefined)) last -= 1;
  if (last > MOST_COLUMNS) throw new TableError("too-wide", line);
  const cells: string[] = [];
  for (let column = 1; column <= last; column += 1) cells.push(textOf(values[column]));
  return cells;
}

function textOf(value: exceljs.CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return dateText(value);
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("error" in value) return value.error;
  if ("text" in value) return textOf(value.text as exceljs.CellValue);
  if ("result" in value) return textOf(value.result as exceljs.CellValue);
  return "";
}

/** A spreadsheet keeps fifteen digits of a number: what is longer has lost its end, and says so. */
function numberText(value: number): string {
  if (Math.abs(value) >= 1e15) return value.toExponential().toUpperCase();
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
