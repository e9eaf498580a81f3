import type { RowDataPacket } from "mysql2";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { parameterInForce } from "#app/domain/policy/parameter.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import type { Pool } from "#app/platform/database.server.ts";

/** How many days before a certificate runs out its holder is told, the first time and the last; null where no rule is in force. */
export interface RenewalMarks {
  first: number | null;
  last: number | null;
}

export async function loadRenewalMarks(pool: Pool, today: Day): Promise<RenewalMarks> {
  const rows = await loadPolicyParameters(pool);
  const days = (key: string) => {
    const value = parameterInForce(rows, key, { regionCode: SHANXI, asOf: today })?.value;
    return typeof value === "number" ? value : null;
  };
  return { first: days("certificate.renewal.first-days"), last: days("certificate.renewal.last-days") };
}

export interface EndingCertificate {
  id: string;
  personId: string;
  expiresOn: Day;
}

/** The key of a notice: one for each mark and each last day, so that a renewed certificate is told of anew. */
export function reminderKey({ id, expiresOn }: EndingCertificate, mark: keyof RenewalMarks): string {
  return `certificate:${id}:ends:${expiresOn}:${mark}`;
}

/** Valid certificates that run out after `after` and by `until`, whose holders were not told at this mark. */
export async function findUntold(pool: Pool, mark: keyof RenewalMarks, { after, until, most }: { after: Day; until: Day; most: number }): Promise<EndingCertificate[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT c.id, c.personId, c.expiresOn FROM certificate c JOIN person p ON p.id = c.personId
      WHERE c.verification = 'VERIFIED' AND c.expiresOn > ? AND c.expiresOn <= ? AND p.deletedAt IS NULL
        AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.onceKey = CONCAT('certificate:', c.id, ':ends:', c.expiresOn, ':', ?))
      ORDER BY c.expiresOn, c.id LIMIT ?`, [after, until, mark, most]);
  return rows as EndingCertificate[];
}
