import { open } from "node:fs/promises";
import { TableError, type TableLimits } from "./table.ts";

export interface ZipEntry {
  name: string;
  compressed: number;
  size: number;
  /** 0 as it is, 8 deflated */
  method: number;
  /** where its own header begins */
  offset: number;
}

const END_RECORD = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LONGEST_END = 65_557;

/** The entries of a zip file by its own directory, without unpacking anything. Throws TableError `zip-damaged`. */
export async function readZipDirectory(path: string): Promise<ZipEntry[]> {
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
    return entriesOf(directory);
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
  if (entries.some(({ size, compressed }) => size > limits.ratioAskedAbove && size > limits.maxRatio * Math.max(1, compressed))) {
    throw new TableError("zip-bomb");
  }
}
