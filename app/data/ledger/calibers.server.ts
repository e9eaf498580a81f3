import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import { type Caliber, caliberRuleSchema } from "#app/domain/target/caliber.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";

export interface NamedCaliber extends Caliber {
  nameZh: string;
  nameEn: string;
  documentNumber: string | null;
  note: string | null;
}

/** All counting rules; a row that can't be read stops here rather than counting wrongly. */
export async function loadCalibers(pool: Pool): Promise<NamedCaliber[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT code, nameZh, nameEn, rule, validFrom, validTo, documentNumber, note FROM caliber ORDER BY code");
  return rows.map((row) => ({
    code: row.code as string,
    nameZh: row.nameZh as string,
    nameEn: row.nameEn as string,
    rule: caliberRuleSchema.parse(readJson(row.rule)),
    validFrom: row.validFrom as Day,
    validTo: row.validTo as Day | null,
    documentNumber: row.documentNumber as string | null,
    note: row.note as string | null,
  }));
}
