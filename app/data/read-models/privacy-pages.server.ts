import type { RowDataPacket } from "mysql2";
import { allows, type ConsentRow, isRefusal } from "#app/domain/person/consent.ts";
import { CONSENT_PURPOSES, type ConsentHow, type ConsentPurpose } from "#app/domain/person/identity.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Pool } from "#app/platform/database.server.ts";
import { type Name, regionPaths } from "./names.server.ts";

export interface PurposeView {
  purpose: ConsentPurpose;
  allowed: boolean;
  /** never asked: served under the bureau's duty */
  byDuty: boolean;
  history: { how: ConsentHow; givenAt: Date; withdrawnAt: Date | null; refusal: boolean; textVersion: string }[];
}

/** What a person allows, purpose by purpose, with everything they said before, newest first. */
export async function readConsents(pool: Pool, personId: string): Promise<PurposeView[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT purpose, how, textVersion, givenAt, withdrawnAt FROM consent WHERE personId = ? ORDER BY givenAt DESC, id DESC", [personId]);
  const consents = rows as unknown as (ConsentRow & { how: ConsentHow; textVersion: string })[];
  return CONSENT_PURPOSES.map((purpose) => {
    const own = consents.filter((row) => row.purpose === purpose);
    const allowed = allows(consents, purpose);
    return { purpose, allowed, byDuty: allowed && own.length === 0, history: own.map((row) => ({ how: row.how, textVersion: row.textVersion, givenAt: row.givenAt, withdrawnAt: row.withdrawnAt, refusal: isRefusal(row) })) };
  });
}

export async function hasActivePlacement(pool: Pool, personId: string): Promise<{ id: string } | null> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id FROM placement WHERE activeKey = ?", [personId]);
  return rows[0] ? { id: rows[0].id as string } : null;
}

export interface LookView {
  id: string;
  at: Date;
  role: Role;
  /** the employer's name, or the region of the bureau */
  organisation: Name | null;
  action: string;
  refused: boolean;
}

const PAGE_SIZE = 20;
/** Acts on records of a person besides the record itself. */
const OF_RECORDS = [
  ["certificate", "SELECT id FROM certificate WHERE personId = ?"], ["hiring", "SELECT id FROM hiring WHERE personId = ?"],
  ["match", "SELECT id FROM job_match WHERE personId = ?"], ["placement", "SELECT id FROM placement WHERE personId = ?"],
] as const;

/** Who looked at a person's data or acted on it, the person themselves aside, newest first. */
export async function readLooks(pool: Pool, personId: string, page: number): Promise<{ page: number; pageCount: number; total: number; looks: LookView[] }> {
  const kinds = OF_RECORDS.map(([type, ids]) => `SELECT e.id FROM audit_entry e WHERE e.subjectType = '${type}' AND e.subjectId IN (${ids})`);
  const which = `(e.id IN (SELECT e.id FROM audit_entry e WHERE e.subjectType = 'person' AND e.subjectId = ? UNION ${kinds.join(" UNION ")}))
    AND ((e.userId IS NULL AND e.role <> 'SEEKER') OR e.userId NOT IN (SELECT id FROM user_account WHERE personId = ?))`;
  const params = [personId, ...OF_RECORDS.map(() => personId), personId];
  const [[counted], [rows]] = await Promise.all([
    pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM audit_entry e WHERE ${which}`, params),
    pool.query<RowDataPacket[]>(
      `SELECT e.id, e.at, e.role, e.regionCode, e.action, e.outcome, o.name AS employerName FROM audit_entry e
         LEFT JOIN user_account u ON u.id = e.userId LEFT JOIN employer o ON o.id = u.employerId
        WHERE ${which} ORDER BY e.at DESC, e.id DESC LIMIT ? OFFSET ?`, [...params, PAGE_SIZE, (page - 1) * PAGE_SIZE]),
  ]);
  const total = Number(counted[0]?.n ?? 0);
  const regions = await regionPaths(pool, rows.flatMap((row) => (row.regionCode as string | null) ?? []));
  return {
    page, total, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    looks: rows.map((row) => ({
      id: row.id as string, at: row.at as Date, role: row.role as Role, action: row.action as string, refused: row.outcome !== "ok",
      organisation: row.employerName === null ? (regions.get(row.regionCode as string) ?? null) : { zh: row.employerName as string, en: row.employerName as string },
    })),
  };
}
