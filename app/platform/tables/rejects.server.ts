import { createWriteStream, type WriteStream } from "node:fs";
import { chmod, rm, stat } from "node:fs/promises";
import { once } from "node:events";
import { basename, dirname, join, resolve } from "node:path";

export interface RejectsFile {
  path: string;
  add(cells: readonly string[]): Promise<void>;
  /** The path if anything was written, else null. */
  close(): Promise<string | null>;
}

/** Beside the file; a folder nobody may write to is left as it is, and the report goes to the current one. */
export async function rejectsPathBeside(path: string): Promise<string> {
  const writable = ((await stat(dirname(resolve(path)))).mode & 0o222) !== 0;
  return writable ? `${path}.rejects.csv` : join(process.cwd(), `${basename(path)}.rejects.csv`);
}

/**
 * The rows that were refused, as a CSV that Excel opens as text: with a byte order mark, and with every cell that a
 * spreadsheet would take for a formula behind an apostrophe. An earlier file of that name is removed first.
 */
export async function openRejects(path: string, header: readonly string[], mode = 0o644): Promise<RejectsFile> {
  await rm(path, { force: true });
  let stream: WriteStream | null = null;
  const start = async () => {
    const opened = createWriteStream(path, { mode });
    await once(opened, "open");
    await chmod(path, mode);
    opened.write(`\ufeff${csvLine(header)}`);
    return opened;
  };
  return {
    path,
    async add(cells) {
      stream ??= await start();
      if (!stream.write(csvLine(cells))) await once(stream, "drain");
    },
    async close() {
      if (!stream) return null;
      stream.end();
      await once(stream, "finish");
      return path;
    },
  };
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string): string {
  const safe = neutralise(cell);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell that begins with = + - @, a tab or a line end would run as a formula (CSV injection). */
export function neutralise(cell: string): string {
  return /^[\s]*[=+\-@＝＋－＠\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

/** Takes the apostrophe off again when a corrected rejects file comes back. */
export function withoutApostrophe(cell: string): string {
  return /^'\s*[=+\-@＝＋－＠\t\r\n]/.test(cell) ? cell.slice(1) : cell;
}
