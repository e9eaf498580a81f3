import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { SheetCell } from "#app/platform/tables/workbook.ts";
import type { Locale, Translate } from "../ui/i18n/translate.ts";

/** Who asks for a table, with which filters, and the words of their language. */
export interface Asked {
  deps: Deps;
  actor: Actor;
  query: URLSearchParams;
  locale: Locale;
  t: Translate;
  /** a thing's name in the reader's language */
  name(of: { zh: string; en: string } | null | undefined): string;
}

export interface Sheet {
  title: string;
  head: string[];
  rows: SheetCell[][];
  /** how many rows there are, where the file has only the first of them */
  cutFrom: number | null;
  /** what belongs to the table and to none of its rows: a rule, a total */
  notes: readonly (readonly [string, SheetCell])[];
}

/** A table that officers take along as a file; null where the page would not be found either. */
export interface TableFile {
  name: string;
  read(asked: Asked): Promise<Sheet | null>;
}

export type SheetColumn<Row> = readonly [head: string, cell: (row: Row) => SheetCell];

/** More rows than these nobody reads in a spreadsheet; a file that ends here says so. */
export const MOST_ROWS = 20_000;

/** A sheet of rows that a read model gave, column by column. */
export function sheetOf<Row>(title: string, rows: readonly Row[] | AllRows<Row>, columns: readonly SheetColumn<Row>[], notes: Sheet["notes"] = []): Sheet {
  const all = "rows" in rows ? rows : { rows, total: rows.length };
  const shown = all.rows.slice(0, MOST_ROWS);
  return { title, head: columns.map(([head]) => head), rows: shown.map((row) => columns.map(([, cell]) => cell(row))), cutFrom: all.total > shown.length ? all.total : null, notes };
}

export interface AllRows<Row> {
  rows: Row[];
  total: number;
}

const PAGE_ROWS = 2_000;

/** Every page of a paged read model, up to the most a file holds. */
export async function allPages<Row>(read: (page: number, size: number) => Promise<{ rows: readonly Row[]; total: number }>): Promise<AllRows<Row>> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const found = await read(page, PAGE_ROWS);
    rows.push(...found.rows);
    if (found.rows.length < PAGE_ROWS || rows.length >= MOST_ROWS) return { rows, total: Math.max(found.total, rows.length) };
  }
}
