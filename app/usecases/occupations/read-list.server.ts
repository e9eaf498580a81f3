import { type ColumnMap, cellOf, type Columns } from "#app/domain/import/columns.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { openTable } from "#app/platform/tables/open-table.server.ts";
import { TableError } from "#app/platform/tables/table.ts";
import { withoutApostrophe } from "#app/platform/tables/rejects.server.ts";

export interface ListRow<F extends string> {
  /** as a person sees it, the header's is 1 */
  line: number;
  cell(field: F): string;
}

/**
 * A list that goes in whole or not at all. A row that is damaged, a file that breaks off and a missing column refuse it all, with
 * the line; a list without any row is refused too.
 */
export async function readList<F extends string>(path: string, columns: Columns<F>, required: readonly F[], names: Readonly<Record<F, string>>): Promise<Result<ListRow<F>[]>> {
  const rows: ListRow<F>[] = [];
  try {
    const table = await openTable(path, { headerScore: columns.score });
    const map: ColumnMap<F> = columns.map(table.header);
    const missing = required.filter((field) => !map.at.has(field));
    if (missing.length > 0) return refuse("import-file-columns-missing", { field: "path", params: { columns: missing.map((field) => names[field]).join(", "), line: table.headerLine } });
    for await (const { line, cells, damage } of table.rows) {
      if (damage) return refuse("import-file-row-damaged", { field: "path", params: { line, reason: damage } });
      rows.push({ line, cell: (field) => withoutApostrophe(cellOf(map, cells, field)).trim() });
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return refuse(`import-file-${error.fault}`, { field: "path", ...(error.line === null ? {} : { params: { line: error.line } }) });
  }
  return rows.length === 0 ? refuse("import-file-no-rows", { field: "path" }) : ok(rows);
}
