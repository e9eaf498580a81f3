import type { RowDataPacket } from "mysql2";
import { loadRenewalMarks, type RenewalMarks } from "#app/data/certificates/ending.server.ts";
import { addDays, type Day, daysBetween } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, occupationNames, regionPaths } from "./names.server.ts";

export interface EndingLine {
  id: string;
  nameMasked: string;
  home: Name;
  kind: CertificateKind;
  level: SkillLevel | null;
  occupation: Name;
  issuer: string;
  expiresOn: Day;
  daysLeft: number;
  /** how many reminders the holder got for this last day */
  told: number;
}

export interface EndingPage {
  marks: RenewalMarks;
  page: number;
  pageCount: number;
  total: number;
  certificates: EndingLine[];
}

const PAGE_SIZE = 50;
const NO_RULE_DAYS = 60;

/** Valid certificates of an officer's region that run out within the days of the first reminder, the soonest first. */
export async function readEndingCertificates({ pool, clock }: Pick<Deps, "pool" | "clock">, actor: Actor, page: number, size = PAGE_SIZE): Promise<EndingPage> {
  const today = clock.today();
  const marks = await loadRenewalMarks(pool, today);
  const from = "FROM certificate c JOIN person p ON p.id = c.personId WHERE p.homeCountyCode LIKE ? AND p.deletedAt IS NULL AND c.verification = 'VERIFIED' AND c.expiresOn > ? AND c.expiresOn <= ?";
  const params = [`${scopePrefix(actor.regionCode ?? "-")}%`, today, addDays(today, marks.first ?? NO_RULE_DAYS)];
  const [[counted], [rows]] = await Promise.all([
    pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n ${from}`, params),
    pool.query<RowDataPacket[]>(
      `SELECT c.id, c.kind, c.level, c.occupationCode, c.issuer, c.expiresOn, p.nameMasked, p.homeCountyCode,
              (SELECT COUNT(*) FROM notice n WHERE n.onceKey IN (CONCAT('certificate:', c.id, ':ends:', c.expiresOn, ':first'), CONCAT('certificate:', c.id, ':ends:', c.expiresOn, ':last'))) AS told
         ${from} ORDER BY c.expiresOn, c.id LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]),
  ]);
  const [homes, occupations] = await Promise.all([regionPaths(pool, rows.map((row) => row.homeCountyCode as string)), occupationNames(pool, rows.map((row) => row.occupationCode as string))]);
  const total = Number(counted[0]?.n ?? 0);
  return {
    marks, page, total, pageCount: Math.max(1, Math.ceil(total / size)),
    certificates: rows.map((row) => ({
      id: row.id as string, nameMasked: row.nameMasked as string, kind: row.kind as CertificateKind, level: row.level as SkillLevel | null, issuer: row.issuer as string, expiresOn: row.expiresOn as Day, told: Number(row.told),
      daysLeft: daysBetween(today, row.expiresOn as Day), home: homes.get(row.homeCountyCode as string) ?? { zh: "", en: "" }, occupation: occupations.get(row.occupationCode as string) ?? { zh: "", en: "" },
    })),
  };
}
