import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CsvError, parse } from "csv-parse";
import { CommandRefused } from "../command-line.ts";

/** A longer line or row is a quote that nobody closed, or no table at all. */
const LONGEST_ROW_BYTES = 64 * 1024;
const NEWLINE = 10;

export interface Rows {
  count: number;
  /** False when the file may have lost its end: the last line has no line end. */
  ended: boolean;
}

/** The file can't be used, for a reason in both languages, at a line where there is one: exit code 2. */
export function badFile(path: string, line: number | null, zh: string, en: string): CommandRefused {
  const file = basename(path);
  const message = line === null ? `${file}：${zh}。${file}: ${en}.` : `${file} 第${line}行：${zh}。${file}, line ${line}: ${en}.`;
  return new CommandRefused(message, 2, line === null ? { file } : { file, line });
}

/**
 * Reads a CSV file (UTF-8, comma, header) row by row and takes nothing that is not whole: a missing or a spare cell, a
 * quote left open and bytes that are no UTF-8 end the reading with a CommandRefused that names the line. `onRow` gets the
 * cells in the order of `columns`; other columns are passed over.
 */
export async function readStrictCsv(path: string, columns: readonly string[], onRow: (cells: string[], line: number) => void): Promise<Rows> {
  const whole = new WholeLines(path);
  let places: number[] | null = null;
  let width = 0;
  let count = 0;
  let line = 0;
  const take = (cells: string[], { lines }: { lines: number }) => {
    line = lines;
    if (places === null) {
      places = placesOf(path, columns, cells, line);
      width = cells.length;
      return null;
    }
    if (cells.length !== width) {
      const [zh, en] = cells.length < width ? ["；文件可能在此中断", "; the file may be cut here"] : ["", ""];
      throw badFile(path, line, `应有 ${width} 列，实有 ${cells.length} 列${zh}`, `${width} columns are wanted and ${cells.length} found${en}`);
    }
    onRow(places.map((place) => cells[place]!), line);
    count += 1;
    return null;
  };
  const rows = parse({ bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"], max_record_size: LONGEST_ROW_BYTES, on_record: take });
  const nowhere = new Writable({ objectMode: true, write: (_row, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(path), whole, rows, nowhere);
  } catch (error) {
    throw error instanceof CommandRefused ? error : refusal(path, error as NodeJS.ErrnoException | CsvError, line + 1);
  }
  if (places === null) throw badFile(path, 1, "文件是空的", "the file is empty");
  if (count === 0) throw badFile(path, line, "只有表头，没有数据", "there is a header and nothing below it");
  return { count, ended: whole.ended };
}

function placesOf(path: string, columns: readonly string[], header: readonly string[], line: number): number[] {
  return columns.map((column) => {
    const place = header.indexOf(column);
    if (place >= 0 && place === header.lastIndexOf(column)) return place;
    throw badFile(path, line, `表头应为 ${columns.join(",")}`, `the header must be ${columns.join(",")}`);
  });
}

function refusal(path: string, error: NodeJS.ErrnoException | CsvError, line: number): Error {
  if (error.code === "ENOENT") return badFile(path, null, "找不到文件", "the file is not there");
  if (error.code === "EISDIR") return badFile(path, null, "是文件夹，不是文件", "a folder, not a file");
  if (error.code === "EACCES") return badFile(path, null, "没有读取权限", "the file may not be read");
  if (error.code?.includes("QUOTE")) return badFile(path, line, "引号没有闭合或位置不对；文件可能在此中断", "a quote is left open or out of place; the file may be cut here");
  if (error.code === "CSV_MAX_RECORD_SIZE") return badFile(path, line, "这一行过长，可能有引号没有闭合", "the row is too long, a quote may be left open");
  return error;
}

/** Passes whole lines on, once they are known to be UTF-8. */
class WholeLines extends Transform {
  ended = true;
  private rest: Buffer = Buffer.alloc(0);
  private lines = 0;

  constructor(private readonly path: string) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error?: Error | null, data?: Buffer) => void) {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    this.rest = bytes.subarray(end);
    if (this.rest.length > 16 * LONGEST_ROW_BYTES) return done(badFile(this.path, this.lines + 1, "不是文本表格", "not a table of text"));
    this.pass(bytes.subarray(0, end), done);
  }

  override _flush(done: (error?: Error | null, data?: Buffer) => void) {
    this.ended = this.rest.length === 0;
    this.pass(this.rest, done);
  }

  private pass(bytes: Buffer, done: (error?: Error | null, data?: Buffer) => void) {
    const fine = isUtf8(bytes);
    for (let at = 0; at < bytes.length; ) {
      const found = bytes.indexOf(NEWLINE, at);
      const end = found < 0 ? bytes.length : found + 1;
      if (!fine && !isUtf8(bytes.subarray(at, end))) return done(badFile(this.path, this.lines + 1, "不是 UTF-8 编码，或文件已损坏", "not UTF-8, or damaged"));
      this.lines += 1;
      at = end;
    }
    done(null, bytes);
  }
}
