import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";
import { TableError } from "./table.ts";
import type { ZipEntry } from "./zip-directory.server.ts";

/** Cells of one column drawn as one, over lines from–to; the column counts from 0. */
export interface VerticalMerge { column: number; from: number; to: number }

const MOST_MERGES = 1_000_000;
const LONGEST_TAG = 200;
const MERGE = /<(?:\w+:)?mergeCell\b[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

/**
 * The merges of a workbook's sheets that go straight down, by the sheet's number. A sheet names them after its rows, so this is a
 * reading of its own; blocks of several columns are left out: what they mean for a row nobody can tell.
 */
export async function readVerticalMerges(path: string, entries: readonly ZipEntry[], maxBytes: number): Promise<Map<number, VerticalMerge[]>> {
  const found = new Map<number, VerticalMerge[]>();
  for (const entry of entries) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(entry.name)?.[1];
    if (number !== undefined) found.set(Number(number), await mergesOf(path, entry, maxBytes));
  }
  return found;
}

async function mergesOf(path: string, entry: ZipEntry, maxBytes: number): Promise<VerticalMerge[]> {
  const merges: VerticalMerge[] = [];
  const start = await dataStart(path, entry);
  if (start === null || entry.compressed === 0 || (entry.method !== 8 && entry.method !== 0)) return merges;
  const raw = createReadStream(path, { start, end: start + entry.compressed - 1, highWaterMark: 1 << 18 });
  const text = entry.method === 0 ? raw : raw.pipe(createInflateRaw({ chunkSize: 1 << 18 }));
  raw.on("error", (error) => text.destroy(error));
  let rest = "";
  let bytes = 0;
  try {
    for await (const piece of text) {
      bytes += (piece as Buffer).length;
      if (bytes > entry.size) throw new TableError("zip-damaged");
      if (bytes > maxBytes || merges.length > MOST_MERGES) break;
      // names of cells are plain letters and figures, whatever else is cut in the middle of a character
      const whole = rest + (piece as Buffer).toString("latin1");
      for (const [, left, top, right, bottom] of whole.matchAll(MERGE)) {
        if (left === right && Number(bottom) > Number(top)) merges.push({ column: columnOf(left!), from: Number(top), to: Number(bottom) });
      }
      const open = whole.lastIndexOf("<");
      rest = whole.length - open < LONGEST_TAG && !whole.includes(">", open) ? whole.slice(open) : "";
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    // damaged: the reading of the rows says so, and where
    return merges;
  } finally {
    raw.destroy();
  }
  return merges;
}

async function dataStart(path: string, { offset }: ZipEntry): Promise<number | null> {
  const file = await open(path, "r");
  try {
    const header = Buffer.alloc(30);
    const { bytesRead } = await file.read(header, 0, 30, offset);
    if (bytesRead < 30 || header.readUInt32LE(0) !== 0x04034b50) return null;
    return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

/** A is 0, Z 25, AA 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export type Merged = ReadonlyMap<number, { from: number; text: string }>;

/** Tells each row, in order, what is drawn over its empty cells. */
export class MergedAbove {
  private readonly starts = new Map<number, VerticalMerge[]>();
  private readonly open = new Map<number, VerticalMerge & { text: string }>();

  constructor(merges: readonly VerticalMerge[]) {
    for (const merge of merges) {
      const here = this.starts.get(merge.from);
      if (here) here.push(merge);
      else this.starts.set(merge.from, [merge]);
    }
  }

  over(line: number, cells: readonly string[]): Merged | undefined {
    let found: Map<number, { from: number; text: string }> | undefined;
    for (const [column, { from, to, text }] of this.open) {
      if (line > to) this.open.delete(column);
      else if ((cells[column] ?? "").trim() === "") (found ??= new Map()).set(column, { from, text });
    }
    for (const merge of this.starts.get(line) ?? []) {
      const text = cells[merge.column] ?? "";
      if (text.trim() !== "") this.open.set(merge.column, { ...merge, text });
    }
    return found;
  }
}
