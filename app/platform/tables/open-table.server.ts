import { createReadStream, type ReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { CsvRecords, findDelimiter } from "./csv-records.ts";
import type { TableFormat } from "#app/domain/import/summary.ts";
import { DEFAULT_LIMITS, type Table, TableError, type TableLimits, type TableRow } from "./table.ts";
import { type DecodedText, decodeText } from "./text-stream.server.ts";
import { readXlsxRows } from "./xlsx-rows.server.ts";

export interface OpenOptions {
  /** how many cells of a row are names of known columns; finds the header under a title row */
  headerScore?: (cells: readonly string[]) => number;
  limits?: TableLimits;
}

const HEADER_WITHIN_ROWS = 10;

/**
 * Opens a table for reading row by row: CSV (UTF-8, UTF-16 or GB18030; comma, tab, semicolon), the same gzipped, or the first
 * sheet of an XLSX workbook. What a file is, its first bytes decide, not its name.
 *
 * Throws TableError when nothing can be read; `rows` throws one, with its line, when the file breaks off later.
 */
export async function openTable(path: string, options: OpenOptions = {}): Promise<Table> {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const format = await formatOf(path);
  const total = (await stat(path)).size;
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    const text = format === "xlsx" ? null : await decodeText(bytesOf(file, format), limits);
    const source = text === null ? readXlsxRows(path, file, limits) : readCsvRows(text);
    const { header, headerLine, lastLine, following } = await findHeader(source, options.headerScore ?? (() => 0));
    return {
      format,
      encoding: text?.encoding ?? null,
      header,
      headerLine,
      rows: dataRows(source, following, { width: header.length, lastLine }, () => file.destroy()),
      position: () => ({ done: Math.min(file.bytesRead, total), total }),
    };
  } catch (error) {
    file.destroy();
    throw error;
  }
}

async function formatOf(path: string): Promise<TableFormat> {
  const file = await open(path, "r").catch(() => {
    throw new TableError("not-found");
  });
  try {
    const magic = Buffer.alloc(8);
    const { bytesRead } = await file.read(magic, 0, 8, 0);
    if (bytesRead === 0) throw new TableError("empty");
    if (magic.readUInt32BE(0) === 0x504b0304) return "xlsx";
    if (magic.readUInt32BE(0) === 0xd0cf11e0) throw new TableError("old-excel-or-locked");
    // a PDF begins with plain text, so that it would pass for a table of one column
    if (magic.toString("latin1", 0, 5) === "%PDF-") throw new TableError("not-a-table");
    return magic[0] === 0x1f && magic[1] === 0x8b ? "csv.gz" : "csv";
  } finally {
    await file.close();
  }
}

function bytesOf(file: ReadStream, format: TableFormat): AsyncIterable<Buffer> {
  if (format !== "csv.gz") return file;
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  file.on("error", (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

async function* readCsvRows(text: DecodedText): AsyncGenerator<TableRow> {
  let records: CsvRecords | null = null;
  try {
    for await (const chunk of text.chunks) {
      if (chunk === "") continue;
      records ??= new CsvRecords(findDelimiter(chunk));
      yield* records.push(chunk);
      if (records.tooWide) throw new TableError("too-wide");
    }
  } catch (error) {
    const line = records?.currentLine ?? null;
    throw error instanceof TableError ? new TableError(error.fault, line) : new TableError("cut", line);
  }
  if (!records) return;
  yield* records.end();
  if (records.tooWide) throw new TableError("too-wide", records.currentLine);
}

interface Head { header: string[]; headerLine: number; lastLine: number; following: TableRow[] }

/** The first of the top rows that names two known columns or more, else the one that names most, else the first. */
async function findHeader(iterator: AsyncIterator<TableRow>, score: (cells: readonly string[]) => number): Promise<Head> {
  const top: TableRow[] = [];
  while (top.length < HEADER_WITHIN_ROWS) {
    const next = await iterator.next();
    if (next.done) break;
    top.push(next.value);
    if (score(next.value.cells) >= 2) break;
  }
  if (top.length === 0) throw new TableError("no-header");
  const scores = top.map((row) => score(row.cells));
  const at = scores.indexOf(Math.max(...scores));
  const row = top[at]!;
  const following = top.slice(at + 1);
  const below = following[0] ?? (await nextRow(iterator));
  if (below && following.length === 0) following.push(below);
  const twoTier = below !== undefined && score(below.cells) >= 2 && below.cells.filter((cell) => cell.trim() !== "").length <= 2 * score(below.cells);
  const header = twoTier ? mergeTiers(row.cells, below.cells) : row.cells;
  return { header: header.map((cell) => cell.trim()), headerLine: row.line, lastLine: twoTier ? below.line : row.line, following: twoTier ? following.slice(1) : following };
}

async function nextRow(iterator: AsyncIterator<TableRow>): Promise<TableRow | undefined> {
  const next = await iterator.next();
  return next.done ? undefined : next.value;
}

/** Merged head cells: the lower row names what the upper one only groups. */
function mergeTiers(upper: readonly string[], lower: readonly string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => (lower[i]?.trim() ? lower[i] : (upper[i] ?? "")));
}

async function* dataRows(iterator: AsyncIterator<TableRow>, first: TableRow[], head: Pick<Head, "lastLine"> & { width: number }, close: () => void): AsyncGenerator<TableRow> {
  try {
    for (const row of first) yield checked(row, head);
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      yield checked(next.value, head);
    }
  } finally {
    close();
  }
}

/** Short rows are filled up; the file's last is only cut if it lacks cells; cells beyond the header spoil a row. */
function checked(row: TableRow, { width, lastLine }: Pick<Head, "lastLine"> & { width: number }): TableRow {
  if (row.damage === "unclosed-quote") return row;
  const cells = row.cells;
  const cut = row.damage === "cut-row" && cells.length < width;
  while (cells.length < width) cells.push("");
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "")) return { line: row.line, cells, damage: "extra-cells" };
  if (cut) return { line: row.line, cells, damage: "cut-row" };
  // what is drawn down from the header is no row's own
  const merged = row.merged && new Map([...row.merged].filter(([, { from }]) => from > lastLine));
  return merged?.size ? { line: row.line, cells, merged } : { line: row.line, cells };
}
