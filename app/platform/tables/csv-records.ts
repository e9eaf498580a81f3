import { MOST_COLUMNS, type TableRow } from "./table.ts";

/** A quoted cell longer than this is taken for a quote that somebody forgot to close; a line longer than this belongs to no table. */
const LONGEST_RECORD = 1_000_000;

type Read = { cells: string[]; next: number } | "incomplete" | "unclosed" | "too-wide";

/**
 * Cuts text into records as it comes (RFC 4180, any of \n, \r\n, \r; quoted cells may hold line ends and doubled
 * quotes). A quote that is never closed, or that runs over a line end into other words, spoils its own line only:
 * reading goes on at the next.
 */
export class CsvRecords {
  private rest = "";
  private line = 1;
  private wide = false;

  constructor(private readonly delimiter: string) {}

  get currentLine(): number {
    return this.line;
  }

  /** The line it stands at is too long, or has too many cells: nothing is read from there on. */
  get tooWide(): boolean {
    return this.wide;
  }

  push(text: string): TableRow[] {
    this.rest += text;
    return this.drain(false);
  }

  end(): TableRow[] {
    return this.drain(true);
  }

  private drain(final: boolean): TableRow[] {
    const rows: TableRow[] = [];
    const text = this.rest;
    let at = 0;
    while (at < text.length && !this.wide) {
      const read = this.readRecord(text, at, final);
      if (read === "incomplete") {
        this.wide = text.length - at > 2 * LONGEST_RECORD;
        break;
      }
      if (read === "too-wide") {
        this.wide = true;
        break;
      }
      if (read === "unclosed") {
        const end = lineEnd(text, at);
        rows.push({ line: this.line, cells: text.slice(at, end).split(this.delimiter).map((cell) => cell.replaceAll('"', "")), damage: "unclosed-quote" });
        at = afterLineEnd(text, end);
        this.line += 1;
        continue;
      }
      if (!(read.cells.length === 1 && read.cells[0]!.trim() === "")) {
        const cut = final && read.next >= text.length && !/[\r\n]$/.test(text);
        rows.push(cut ? { line: this.line, cells: read.cells, damage: "cut-row" } : { line: this.line, cells: read.cells });
      }
      this.line += countLines(text, at, read.next);
      at = read.next;
    }
    this.rest = text.slice(at);
    return rows;
  }

  private readRecord(text: string, start: number, final: boolean): Read {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      let cell = "";
      if (text.charCodeAt(at) === QUOTE) {
        const quoted = readQuoted(text, at, final, this.delimiter);
        if (typeof quoted === "string") return quoted === "incomplete" && text.length - start > LONGEST_RECORD ? "unclosed" : quoted;
        cell = quoted.cell;
        at = quoted.next;
      }
      let end = at;
      while (end < text.length && !isCellEnd(text.charCodeAt(end), this.delimiter)) end += 1;
      cells.push(end > at ? cell + text.slice(at, end) : cell);
      if (cells.length > MOST_COLUMNS) return "too-wide";
      if (end >= text.length) return final ? { cells, next: end } : "incomplete";
      const ending = text.charCodeAt(end);
      if (ending === LF) return { cells, next: end + 1 };
      if (ending === CR) {
        if (end + 1 >= text.length && !final) return "incomplete";
        return { cells, next: text.charCodeAt(end + 1) === LF ? end + 2 : end + 1 };
      }
      at = end + 1;
    }
  }
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

function isCellEnd(code: number, delimiter: string): boolean {
  return code === LF || code === CR || code === delimiter.charCodeAt(0);
}

function readQuoted(text: string, at: number, final: boolean, delimiter: string): { cell: string; next: number } | "incomplete" | "unclosed" {
  let from = at + 1;
  let cell = "";
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return final ? "unclosed" : "incomplete";
    if (quote + 1 >= text.length && !final) return "incomplete";
    cell += text.slice(from, quote);
    if (text.charCodeAt(quote + 1) !== QUOTE) {
      const closed = quote + 1 >= text.length || isCellEnd(text.charCodeAt(quote + 1), delimiter);
      if (!closed && /[\r\n]/.test(cell)) return "unclosed";
      return { cell, next: quote + 1 };
    }
    cell += '"';
    from = quote + 2;
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at += 1;
  return at;
}

function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines += 1;
  }
  return lines;
}

/** The separator that cuts a file's first line into the most cells. */
export function findDelimiter(firstLines: string): string {
  const line = firstLines.split(/[\r\n]/).find((text) => text.trim() !== "") ?? "";
  const count = (delimiter: string) => line.replace(/"[^"]*"/g, "").split(delimiter).length;
  return [",", "\t", ";", "|"].reduce((best, next) => (count(next) > count(best) ? next : best));
}
