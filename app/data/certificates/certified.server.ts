import type { RowDataPacket } from "mysql2";
import { addDays, type Day } from "#app/domain/dates.ts";
import type { Pool } from "#app/platform/database.server.ts";

/** Who is counted, and when: people whose home's code begins so (their county's, or for a township their home's own), as they stand on a day. */
export interface CertifiedScope {
  homePrefix: string;
  day: Day;
  /** years a person must have to count as able to work (policy: work.age.min) */
  workingAge: number;
}

/**
 * Able people who are poverty-lifted or monitored on the day, with what valid certificates each holds. Valid on a day: verified or issued here by its end,
 * issued by then, not yet run out (the day in `expiresOn` no longer counts), and not revoked before its end. What the bureau refused later never counted.
 * Labour capacity and home are today's: their past is not kept.
 */
function peopleSql({ homePrefix, day, workingAge }: CertifiedScope): { sql: string; params: unknown[] } {
  const home = homePrefix.length > 6 ? "homeRegionCode" : "homeCountyCode";
  const dayEnd = new Date(`${addDays(day, 1)}T00:00:00+08:00`);
  return {
    sql: `FROM (SELECT k.personId, MAX(k.kind LIKE 'MONITORED%') AS monitored FROM person_category k JOIN person o ON o.id = k.personId
                 WHERE o.${home} LIKE ? AND (k.kind = 'POVERTY_LIFTED' OR k.kind LIKE 'MONITORED%') AND k.validFrom <= ? AND (k.validTo IS NULL OR k.validTo > ?) GROUP BY k.personId) g
            JOIN person p ON p.id = g.personId
            LEFT JOIN (SELECT c.personId, MAX(c.kind <> 'TRAINING') AS proper FROM certificate c JOIN person h ON h.id = c.personId LEFT JOIN issued_certificate i ON i.id = c.id
                        WHERE h.${home} LIKE ? AND c.issuedOn <= ? AND (c.expiresOn IS NULL OR c.expiresOn > ?)
                          AND ((c.verification = 'VERIFIED' AND c.verifiedAt < ?) OR (c.verification = 'REVOKED' AND i.revokedAt >= ? AND i.issuedAt < ?))
                        GROUP BY c.personId) v ON v.personId = p.id
           WHERE p.deletedAt IS NULL AND p.labourCapacity <> 'NONE' AND p.birthDate <= DATE_SUB(?, INTERVAL ? YEAR)`,
    params: [`${homePrefix}%`, day, day, `${homePrefix}%`, day, day, dayEnd, dayEnd, dayEnd, day, workingAge],
  };
}

export interface CertifiedCount {
  countyCode: string;
  /** able people, poverty-lifted or monitored */
  people: number;
  monitored: number;
  /** with a valid certificate of any of the four kinds */
  certified: number;
  /** with one that is not a mere training certificate (培训合格) */
  withoutTraining: number;
}

/** Persons, each once, by home county; counties without any are left out. */
export async function countCertified(pool: Pool, scope: CertifiedScope): Promise<CertifiedCount[]> {
  const { sql, params } = peopleSql(scope);
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT p.homeCountyCode AS countyCode, COUNT(*) AS people, SUM(g.monitored) AS monitored, SUM(v.personId IS NOT NULL) AS certified, SUM(COALESCE(v.proper, 0)) AS withoutTraining ${sql} GROUP BY p.homeCountyCode ORDER BY p.homeCountyCode`, params);
  return rows.map((row) => ({ countyCode: row.countyCode as string, people: Number(row.people), monitored: Number(row.monitored), certified: Number(row.certified), withoutTraining: Number(row.withoutTraining) }));
}

/** Of the people counted: without any valid certificate, or with a training certificate alone. */
export const LACKS = ["ANY", "PROPER"] as const;
export type Lack = (typeof LACKS)[number];

const LACKING: Record<Lack, string> = { ANY: "v.personId IS NULL", PROPER: "v.personId IS NOT NULL AND v.proper = 0" };

export interface LackingPerson {
  id: string;
  nameMasked: string;
  homeRegionCode: string;
  monitored: boolean;
}

export async function listLacking(pool: Pool, scope: CertifiedScope, lack: Lack, { size, skip }: { size: number; skip: number }): Promise<{ total: number; people: LackingPerson[] }> {
  const { sql, params } = peopleSql(scope);
  const from = `${sql} AND ${LACKING[lack]}`;
  const [[counted], [rows]] = await Promise.all([
    pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n ${from}`, params),
    pool.query<RowDataPacket[]>(`SELECT p.id, p.nameMasked, p.homeRegionCode, g.monitored ${from} ORDER BY p.homeRegionCode, p.id LIMIT ? OFFSET ?`, [...params, size, skip]),
  ]);
  return { total: Number(counted[0]?.n ?? 0), people: rows.map((row) => ({ ...(row as unknown as LackingPerson), monitored: Number(row.monitored) === 1 })) };
}
