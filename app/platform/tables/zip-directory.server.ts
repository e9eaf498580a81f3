import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";
import { TableError, type TableLimits } from "./table.ts";

export interface ZipEntry {
  name: string;
  compressed: number;
  size: number;
  /** 0 as it is, 8 deflated */
  method: number;
  /** where its own header begins */
  offset: number;
  /** its sizes stand behind it once more */
  described: boolean;
}

const END_RECORD = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const LONGEST_END = 65_557;
/** 32 or 64 bits wide, with or without a mark of its own */
const DESCRIPTORS = [0, 12, 16, 20, 24];

export interface ZipDirectory {
  entries: ZipEntry[];
  /** where it begins: behind the last entry */
  at: number;
}

/** The entries of a zip file by its own directory, without unpacking anything. Throws TableError `zip-damaged`. */
export async function readZipDirectory(path: string): Promise<ZipDirectory> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, LONGEST_END));
    await file.read(tail, 0, tail.length, size - tail.length);
    let end = tail.length - 22;
    while (end >= 0 && tail.readUInt32LE(end) !== END_RECORD) end -= 1;
    if (end < 0) throw new TableError("zip-damaged");
    const length = tail.readUInt32LE(end + 12);
    const offset = tail.readUInt32LE(end + 16);
    if (length > 16 * 2 ** 20 || offset + length > size) throw new TableError("zip-damaged");
    const directory = Buffer.alloc(length);
    await file.read(directory, 0, length, offset);
    return { entries: entriesOf(directory), at: offset };
  } finally {
    await file.close();
  }
}

function entriesOf(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL_ENTRY; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      compressed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      method: directory.readUInt16LE(at + 10),
      offset: directory.readUInt32LE(at + 42),
      described: (directory.readUInt16LE(at + 8) & 8) !== 0,
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Refuses what is no plain workbook, holds macros, or would unpack to more than the limits. */
export function refuseUnsafe(entries: readonly ZipEntry[], limits: TableLimits): void {
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) throw new TableError("not-a-table");
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name) || /^xl\/macrosheets\//i.test(name))) throw new TableError("macros");
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.maxBytes) throw new TableError("too-large");
  if (entries.reduce((sum, entry) => sum + (isSheet(entry) ? 0 : entry.size), 0) > limits.maxHeldBytes) throw new TableError("too-large");
  if (entries.some(({ size, compressed }) => size > limits.ratioAskedAbove && size > limits.maxRatio * Math.max(1, compressed))) {
    throw new TableError("zip-bomb");
  }
}

export const isSheet = ({ name }: Pick<ZipEntry, "name">): boolean => /^xl\/worksheets\/sheet\d+\.xml$/.test(name);

/**
 * Refuses a file that is other than its directory says: entries that it does not name, that lie over one another, or that unpack to more. Rows are read
 * from the front, where only the entries' own headers stand. Sheets are held to their size as their merges are read.
 */
export async function refuseUntrue(path: string, { entries, at }: ZipDirectory): Promise<void> {
  const file = await open(path, "r");
  try {
    let end = 0;
    let described = false;
    const follows = (offset: number) => {
      if (!(described ? DESCRIPTORS : [0]).includes(offset - end)) throw new TableError("zip-damaged");
    };
    for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
      follows(entry.offset);
      const start = await dataStart(file, entry);
      if (start === null) throw new TableError("zip-damaged");
      end = start + entry.compressed;
      described = entry.described;
      if (!isSheet(entry)) await holdToSize(path, entry, start);
    }
    follows(at);
  } finally {
    await file.close();
  }
}

async function dataStart(file: FileHandle, { offset }: ZipEntry): Promise<number | null> {
  const header = Buffer.alloc(30);
  const { bytesRead } = await file.read(header, 0, 30, offset);
  if (bytesRead < 30 || header.readUInt32LE(0) !== LOCAL_ENTRY) return null;
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function holdToSize(path: string, { size, compressed, method }: ZipEntry, start: number): Promise<void> {
  if (compressed === 0 || method !== 8) {
    if (size !== compressed) throw new TableError("zip-damaged");
    return;
  }
  const raw = createReadStream(path, { start, end: start + compressed - 1 });
  const text = raw.pipe(createInflateRaw());
  raw.on("error", (error) => text.destroy(error));
  let bytes = 0;
  try {
    for await (const piece of text) if ((bytes += (piece as Buffer).length) > size) break;
  } catch {
    throw new TableError("zip-damaged");
  } finally {
    raw.destroy();
  }
  if (bytes !== size) throw new TableError("zip-damaged");
}
