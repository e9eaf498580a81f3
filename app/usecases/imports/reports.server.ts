import { reasonText, type ReasonCode } from "#app/domain/import/reasons.ts";
import { openRejects } from "#app/platform/tables/rejects.server.ts";

export interface NamedComplaint {
  column: string;
  value: string;
  reason: ReasonCode;
}

export interface Reports {
  reject(line: number, complaints: readonly NamedComplaint[], cells: readonly string[]): Promise<void>;
  note(line: number, complaints: readonly NamedComplaint[], cells: readonly string[]): Promise<void>;
  close(): Promise<{ rejectsFile: string | null; notesFile: string | null }>;
}

const PERSONAL_MODE = 0o600;
const HEAD = ["行号 line", "列 column", "值 value", "原因 reason"];

/**
 * Two tables beside the imported one: rows that were refused, and rows that were taken without one of their cells. Each
 * begins with the line, the column, its value and the reason, then repeats the row, so that it can be corrected
 * and imported again as it is.
 */
export async function openReports(rejectsPath: string, header: readonly string[], personal: boolean): Promise<Reports> {
  const mode = personal ? PERSONAL_MODE : 0o644;
  const notesPath = rejectsPath.replace(/(\.rejects)?\.csv$/, ".notes.csv");
  const rejects = await openRejects(rejectsPath, [...HEAD, ...header], mode);
  const notes = await openRejects(notesPath === rejectsPath ? `${rejectsPath}.notes.csv` : notesPath, [...HEAD, ...header], mode);
  return {
    reject: (line, complaints, cells) => rejects.add(reportRow(line, complaints, cells)),
    note: (line, complaints, cells) => notes.add(reportRow(line, complaints, cells)),
    async close() {
      return { rejectsFile: await rejects.close(), notesFile: await notes.close() };
    },
  };
}

function reportRow(line: number, complaints: readonly NamedComplaint[], cells: readonly string[]): string[] {
  const join = (part: (one: NamedComplaint) => string) => complaints.map(part).join("；");
  return [String(line), join((one) => one.column), join((one) => one.value), join((one) => reasonText(one.reason)), ...cells];
}
