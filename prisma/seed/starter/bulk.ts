import { insertRows as insert, loadRows as load } from "#app/platform/bulk.server.ts";
import type { Querier } from "#app/platform/database.server.ts";
import type { TableName, Tables } from "../generate/rows.ts";

export { takesLocalInfile } from "#app/platform/bulk.server.ts";

/** `insertRows` with the columns of a table checked. */
export const insertRows = <T extends TableName>(connection: Querier, table: T, rows: readonly Tables[T][]): Promise<void> => insert(connection, table, rows);

/** `loadRows` with the columns of a table checked. */
export const loadRows = <T extends TableName>(connection: Querier, table: T, rows: readonly Tables[T][]): Promise<void> => load(connection, table, rows);
