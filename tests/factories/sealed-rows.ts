import type { RowDataPacket } from "mysql2";
import { SEALED_TABLES, type SealedTable } from "#app/data/keys/sealed-columns.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { FLAG_WORDS } from "#app/platform/keys/flags.ts";

interface Column extends RowDataPacket { t: string; c: string; type: string; nullable: string }

/** What a table's own checks ask for, where any value of the right type is not enough. */
const FITTING: Record<string, Record<string, unknown>> = {
  dispatch: { arrivesAt: "2026-01-02 00:00:00" },
  second_factor: { confirmedAt: "2026-01-01 00:00:00" },
  labour_agreement: { validUntil: "2027-01-01", partnerCode: "110000", endedOn: null },
};

/**
 * A row with a marked text in every encrypted column of every table, told from the schema: whatever else a table asks for is filled with the
 * plainest value of its type, references left open. The texts by `table.column`.
 */
export async function plantSealedRows(deps: Pick<Deps, "pool" | "crypto" | "newId">, textOf: (table: string, column: string) => string, tables: readonly SealedTable[] = SEALED_TABLES, more: Record<string, Record<string, unknown>> = {}): Promise<Map<string, string>> {
  const [columns] = await deps.pool.query<Column[]>(
    "SELECT TABLE_NAME AS t, COLUMN_NAME AS c, COLUMN_TYPE AS type, IS_NULLABLE AS nullable FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()");
  const planted = new Map<string, string>();
  const connection = await deps.pool.getConnection();
  try {
    await connection.query("SET FOREIGN_KEY_CHECKS = 0");
    for (const sealed of tables) {
      const row: Record<string, unknown> = {};
      for (const { c, type } of columns.filter(({ t, nullable }) => t === sealed.table && nullable === "NO")) row[c] = plainest(type, deps.newId());
      Object.assign(row, FITTING[sealed.table], more[sealed.table]);
      for (const [column, field] of Object.entries(sealed.text)) {
        planted.set(`${sealed.table}.${column}`, textOf(sealed.table, column));
        row[column] = deps.crypto.encrypt(field, textOf(sealed.table, column));
      }
      // a flag says one of a few words, so that none can be marked: it is the list's first
      for (const [column, field] of Object.entries(sealed.flags ?? {})) row[column] = deps.crypto.sealFlag(field, String(row.id), FLAG_WORDS[field][0]);
      for (const [column, { field, of }] of Object.entries(sealed.bytes ?? {})) {
        planted.set(`${sealed.table}.${column}`, textOf(sealed.table, column));
        row[column] = Buffer.from(deps.crypto.encryptBytes(field, of(row), Buffer.from(textOf(sealed.table, column))));
      }
      for (const [column, { field, from }] of Object.entries(sealed.indexes ?? {})) row[column] = deps.crypto.blindIndex(field, textOf(sealed.table, from));
      await connection.query("INSERT INTO ?? SET ?", [sealed.table, row]);
    }
  } finally {
    await connection.query("SET FOREIGN_KEY_CHECKS = 1");
    connection.release();
  }
  return planted;
}

function plainest(type: string, id: string): unknown {
  if (/^enum/.test(type)) return /'([^']*)'/.exec(type)![1];
  if (/^(char|varchar|text|longtext)/.test(type)) return type === "longtext" ? "[]" : id.slice(-Math.min(26, Number(/\((\d+)\)/.exec(type)?.[1] ?? 26)));
  if (/^json/.test(type)) return "[]";
  if (/^date$/.test(type)) return "2026-01-01";
  if (/^datetime/.test(type)) return "2026-01-01 00:00:00";
  return /blob|binary/.test(type) ? Buffer.alloc(0) : 1;
}
