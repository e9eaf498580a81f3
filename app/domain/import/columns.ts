import { withoutBrackets } from "../brackets.ts";

/** What a column means, and every name under which it comes. */
export type Synonyms<F extends string> = Readonly<Record<F, readonly string[]>>;

export interface ColumnMap<F extends string> {
  /** where each field stands; a field without a column is absent */
  at: ReadonlyMap<F, number>;
  /** header names that mean nothing here */
  unknown: string[];
}

const EXPLANATIONS = [["(", ")"], ["[", "]"], ["【", "】"]] as const;

/** Case, width, blanks, marks of obligation and explanations in brackets do not matter to a column's name. */
export function plainColumnName(name: string): string {
  return withoutBrackets(name.normalize("NFKC").toLowerCase(), EXPLANATIONS).replace(/[\s_\-*:：、/.'"#]/g, "");
}

export interface Columns<F extends string> {
  map(header: readonly string[]): ColumnMap<F>;
  /** how many cells are names of known columns */
  score(cells: readonly string[]): number;
}

/** Columns found by header, in Chinese or English. Of two columns with the same meaning the first counts. */
export function columnsOf<F extends string>(synonyms: Synonyms<F>): Columns<F> {
  const fields = new Map<string, F>();
  for (const [field, names] of Object.entries<readonly string[]>(synonyms)) {
    for (const name of [field, ...names]) {
      const key = plainColumnName(name);
      const other = fields.get(key);
      if (other !== undefined && other !== field) throw new Error(`${name} means both ${other} and ${field}`);
      fields.set(key, field as F);
    }
  }
  return {
    map(header) {
      const at = new Map<F, number>();
      const unknown: string[] = [];
      header.forEach((name, column) => {
        const field = fields.get(plainColumnName(name));
        if (field === undefined) unknown.push(name);
        else if (!at.has(field)) at.set(field, column);
      });
      return { at, unknown };
    },
    score: (cells) => cells.filter((cell) => fields.has(plainColumnName(cell))).length,
  };
}

/** Columns as somebody has said what they mean: the place of each field's column. */
export function columnsAt<F extends string>(header: readonly string[], places: Readonly<Partial<Record<F, number>>>): ColumnMap<F> {
  const at = new Map(Object.entries(places).filter((entry): entry is [F, number] => typeof entry[1] === "number" && entry[1] >= 0 && entry[1] < header.length));
  const used = new Set(at.values());
  return { at, unknown: header.filter((_name, place) => !used.has(place)) };
}

/** The cell of a field, or "" where the table has no such column. */
export function cellOf<F extends string>(columns: ColumnMap<F>, cells: readonly string[], field: F): string {
  const column = columns.at.get(field);
  return column === undefined ? "" : (cells[column] ?? "");
}
