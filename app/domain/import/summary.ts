import type { ReasonCode } from "./reasons.ts";
import type { FieldTally } from "./tally.ts";

export type TableFormat = "csv" | "csv.gz" | "xlsx";
export type CountedField = "wage" | "place" | "education";

export interface BadRow {
  line: number;
  /** names of the columns, in both languages; never their values, which may be personal */
  columns: string[];
  reasons: ReasonCode[];
}

/** What an import did; every row is in exactly one of imported, updated, unchanged, rejected. */
export interface ImportSummary {
  runId: string;
  kind: "posts" | "workers";
  source: string;
  fileName: string;
  format: TableFormat;
  encoding: string | null;
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  rejected: number;
  /** rows that were taken without one of their cells */
  noted: number;
  /** posts that hold an unlawful phrase and stay hidden */
  blocked: number;
  /** known people of whom the rows say something else, and how many by field */
  differing: number;
  differences: Partial<Record<string, number>>;
  rejectReasons: Partial<Record<ReasonCode, number>>;
  noteReasons: Partial<Record<ReasonCode, number>>;
  understood: Record<CountedField, FieldTally> | null;
  columnsUsed: Record<string, string>;
  columnsUnknown: string[];
  firstBadRows: BadRow[];
  rejectsFile: string | null;
  notesFile: string | null;
  /** the file broke off here; what came before is in */
  brokenAt: { line: number | null; fault: string } | null;
  /** the import was told to stop; run again, it goes on */
  stopped: boolean;
  seconds: number;
  rowsPerSecond: number;
}

export interface ImportProgress {
  rows: number;
  bytes: number;
  totalBytes: number;
}
