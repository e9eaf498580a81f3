import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { type Day, toDay } from "#app/domain/dates.ts";
import { isWithin, scopePrefix } from "#app/domain/region/codes.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, occupationNames, regionNames, regionPaths } from "./names.server.ts";

export interface IssuerLine {
  id: string;
  name: string;
  region: Name;
  kinds: CertificateKind[];
  /** beginnings of occupation codes; none: all occupations */
  occupationPrefixes: string[];
  validFrom: Day;
  /** the first day on which it may no longer issue */
  validTo: Day | null;
  document: string;
  state: "ACTIVE" | "ENDED" | "SUSPENDED";
  suspendedAt: Date | null;
  suspendedReason: string | null;
  /** whether this officer decides on it; others only see it because it issues to their people too */
  own: boolean;
  /** to people of the officer's region */
  issued: number;
  revoked: number;
}

const MOST_ISSUERS = 500;

async function readLines({ db, pool, clock }: Pick<Deps, "db" | "pool" | "clock">, actor: Actor, id?: string): Promise<IssuerLine[]> {
  const scope = actor.regionCode ?? "-";
  const today = clock.today();
  const issuers = (await db.certificateIssuer.findMany({ where: { id }, orderBy: [{ regionCode: "asc" }, { name: "asc" }], take: MOST_ISSUERS })).filter((one) => actsForRegion(actor, one.regionCode) || isWithin(scope, one.regionCode));
  if (issuers.length === 0) return [];
  const [[counts], names] = await Promise.all([
    pool.query<RowDataPacket[]>(
      `SELECT i.issuerId, COUNT(*) AS issued, SUM(i.revokedAt IS NOT NULL) AS revoked FROM issued_certificate i JOIN person p ON p.id = i.personId
        WHERE i.issuerId IN (?) AND p.homeCountyCode LIKE ? GROUP BY i.issuerId`, [issuers.map((one) => one.id), `${scopePrefix(scope)}%`]),
    regionNames(pool, issuers.map((one) => one.regionCode)),
  ]);
  return issuers.map((one) => {
    const counted = counts.find((row) => row.issuerId === one.id);
    const validTo = one.validTo && toDay(one.validTo);
    return {
      id: one.id, name: one.name, region: names.get(one.regionCode) ?? { zh: one.regionCode, en: one.regionCode }, kinds: one.kinds as CertificateKind[], occupationPrefixes: one.occupationPrefixes as string[],
      validFrom: toDay(one.validFrom), validTo, document: one.document, suspendedAt: one.suspendedAt, suspendedReason: one.suspendedReason,
      state: one.suspendedAt !== null ? "SUSPENDED" : validTo !== null && validTo <= today ? "ENDED" : "ACTIVE", own: actsForRegion(actor, one.regionCode),
      issued: Number(counted?.issued ?? 0), revoked: Number(counted?.revoked ?? 0),
    };
  });
}

/** The bodies that may issue certificates to people of an officer's region: those in it, and those above it. */
export function readIssuers(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor): Promise<IssuerLine[]> {
  return readLines(deps, actor);
}

export interface IssuedLine {
  id: string;
  nameMasked: string;
  home: Name;
  kind: CertificateKind;
  level: SkillLevel | null;
  occupation: Name;
  number: string;
  issuedOn: Day;
  expiresOn: Day | null;
  revokedAt: Date | null;
  revokedReason: string | null;
}

export interface IssuerPage {
  issuer: IssuerLine;
  page: number;
  pageCount: number;
  total: number;
  issued: IssuedLine[];
}

const PAGE_SIZE = 50;

/** A body with what it issued to people of the officer's region, newest first; null where it can't reach them. Each look is in the audit. */
export async function readIssuer(deps: Pick<Deps, "db" | "pool" | "clock" | "newId" | "crypto">, actor: Actor, issuerId: string, page: number, size = PAGE_SIZE): Promise<IssuerPage | null> {
  if (!ID_PATTERN.test(issuerId)) return null;
  const [issuer] = await readLines(deps, actor, issuerId);
  if (!issuer) return null;
  await writeAudit(deps, actor, { action: "see-issued-certificates", subjectType: "certificate-issuer", subjectId: issuerId, outcome: "ok" });
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT i.id, i.revokedAt, i.revokedReason, c.kind, c.level, c.occupationCode, c.number, c.issuedOn, c.expiresOn, p.nameMasked, p.homeCountyCode
       FROM issued_certificate i JOIN certificate c ON c.id = i.id JOIN person p ON p.id = i.personId
      WHERE i.issuerId = ? AND p.homeCountyCode LIKE ? ORDER BY i.issuedAt DESC, i.id DESC LIMIT ? OFFSET ?`,
    [issuerId, `${scopePrefix(actor.regionCode ?? "-")}%`, size, (page - 1) * size]);
  const [homes, occupations] = await Promise.all([regionPaths(deps.pool, rows.map((row) => row.homeCountyCode as string)), occupationNames(deps.pool, rows.map((row) => row.occupationCode as string))]);
  return {
    issuer, page, total: issuer.issued, pageCount: Math.max(1, Math.ceil(issuer.issued / size)),
    issued: rows.map((row) => ({
      ...(row as unknown as IssuedLine), home: homes.get(row.homeCountyCode as string) ?? { zh: "", en: "" }, occupation: occupations.get(row.occupationCode as string) ?? { zh: "", en: "" },
    })),
  };
}
