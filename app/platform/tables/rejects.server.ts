import { rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type LinesFile, openLines } from "./lines.server.ts";

export interface RejectsFile extends Omit<LinesFile, "add"> {
  add(cells: readonly string[]): Promise<void>;
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
  const lines = openLines(path, { mode, head: `\ufeff${csvLine(header)}` });
  return { ...lines, add: (cells) => lines.add(csvLine(cells)) };
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string): string {
  // with a zero byte in it the file would be no text, and could not come back
  const safe = neutralise(cell.replaceAll("\u0000", ""));
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
