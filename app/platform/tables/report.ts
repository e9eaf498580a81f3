/** A report to be handed on as a file: the same tables whether as workbook or as printed page. */
export interface Report {
  title: string;
  /** lines below the title: what it covers, when it was made */
  notes: readonly string[];
  tables: readonly ReportTable[];
  /** closing line, such as where to sign */
  foot: string;
  /** `page` in words */
  pageText(page: number): string;
}

export interface ReportTable {
  title: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** adds a row of sums below */
  total?: readonly Cell[];
}

/** Text, a whole number, or a share from 0 on that is shown in percent; null is empty. */
export type Cell = string | number | { share: number } | null;
