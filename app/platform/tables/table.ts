import type { TableFormat } from "#app/domain/import/summary.ts";

export type RowDamage = "unclosed-quote" | "cut-row" | "extra-cells";

export interface TableRow {
  /** the line, or the spreadsheet's row, where the record begins, as a person sees it; the first is 1 */
  line: number;
  cells: string[];
  /** the record itself is broken; `cells` holds what could be made of it */
  damage?: RowDamage;
  /** columns whose cell here is empty because one above is drawn over it, with the line where the one above begins and what it says; whoever knows what a column means decides whether it holds for this row too */
  merged?: ReadonlyMap<number, { from: number; text: string }>;
}

export type TableFault =
  | "not-found"
  | "empty"
  | "no-header"
  | "not-a-table"
  | "old-excel-or-locked"
  | "macros"
  | "zip-damaged"
  | "too-large"
  | "zip-bomb"
  | "too-wide"
  | "cut";

/** The file cannot be read, or not further than `line`; what came before stands. */
export class TableError extends Error {
  constructor(
    readonly fault: TableFault,
    readonly line: number | null = null,
  ) {
    super(`table: ${fault}${line === null ? "" : ` at line ${line}`}`);
    this.name = "TableError";
  }
}

export interface Table {
  format: TableFormat;
  /** of a text file; null for a spreadsheet */
  encoding: string | null;
  header: string[];
  headerLine: number;
  rows: AsyncIterable<TableRow>;
  /** bytes of the file read so far, of all */
  position(): { done: number; total: number };
}

export interface TableLimits {
  /** bytes after decompression */
  maxBytes: number;
  /** decompressed over compressed bytes */
  maxRatio: number;
  /** bytes below which an entry's ratio does not matter */
  ratioAskedAbove: number;
  /** bytes of what a workbook keeps beside its sheets: its texts are held in memory while the rows go by */
  maxHeldBytes: number;
}

export const DEFAULT_LIMITS: TableLimits = { maxBytes: 4 * 2 ** 30, maxRatio: 200, ratioAskedAbove: 10 * 2 ** 20, maxHeldBytes: 192 * 2 ** 20 };

/** No list has more; every row costs as much as its columns. */
export const MOST_COLUMNS = 1_000;
