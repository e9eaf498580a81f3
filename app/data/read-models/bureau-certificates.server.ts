import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { toDay } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import type { LookupState } from "#app/domain/certificate/lookup.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Difference } from "#app/platform/certificate-verifier.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import type { CertificateLine } from "./my-profile.server.ts";
import { type Name, occupationNames, regionPaths } from "./names.server.ts";

export interface WaitingCertificate {
  id: string;
  nameMasked: string;
  home: Name;
  kind: CertificateKind;
  occupation: Name;
  level: SkillLevel | null;
  issuer: string;
  recordedAt: Date;
  photos: number;
  again: boolean;
}

const PAGE_SIZE = 50;
/** Not yet looked at, or refused and shown with a new photo since. */
export const WAITS = `(c.verification = 'UNVERIFIED' OR (c.verification = 'REFUSED' AND EXISTS (SELECT 1 FROM private_file f WHERE f.certificateId = c.id AND f.recordedAt > c.decidedAt)))`;

/** Certificates that wait for a bureau: those with a photo first, then the oldest. */
export async function readWaitingCertificates(deps: Pick<Deps, "pool">, actor: Actor, page: number, size = PAGE_SIZE): Promise<{ page: number; pageCount: number; total: number; certificates: WaitingCertificate[] }> {
  const from = `FROM certificate c JOIN person p ON p.id = c.personId WHERE p.homeCountyCode LIKE ? AND ${WAITS}`;
  const like = `${scopePrefix(actor.regionCode ?? "-")}%`;
  const [[counted], [rows]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n ${from}`, [like]),
    deps.pool.query<RowDataPacket[]>(
      `SELECT c.id, c.kind, c.occupationCode, c.level, c.issuer, c.recordedAt, c.verification = 'REFUSED' AS again, p.nameMasked, p.homeCountyCode,
              (SELECT COUNT(*) FROM private_file f WHERE f.certificateId = c.id) AS photos
         ${from} ORDER BY photos = 0, c.recordedAt, c.id LIMIT ? OFFSET ?`, [like, size, (page - 1) * size]),
  ]);
  const [homes, occupations] = await Promise.all([regionPaths(deps.pool, rows.map((row) => row.homeCountyCode as string)), occupationNames(deps.pool, rows.map((row) => row.occupationCode as string))]);
  const total = Number(counted[0]?.n ?? 0);
  return {
    page, total, pageCount: Math.max(1, Math.ceil(total / size)),
    certificates: rows.map((row) => ({
      ...(row as unknown as WaitingCertificate), photos: Number(row.photos), again: Boolean(row.again), home: homes.get(row.homeCountyCode as string) ?? { zh: "", en: "" },
      occupation: occupations.get(row.occupationCode as string) ?? { zh: "", en: "" },
    })),
  };
}

export interface BureauCertificatePage extends CertificateLine {
  name: string;
  home: Name;
  /** what the register said; null: it was never to be asked */
  lookup: { state: LookupState; differs: Difference[]; askedAt: Date | null; againAt: Date | null } | null;
  /** signed by a body of the platform: it can be revoked and is not decided on */
  issuedHere: { issuerId: string; revokedAt: Date | null } | null;
}

/** One certificate with its holder's name and photos, for the bureau of the holder's home; null for everybody else. The look is written to the audit. */
export async function readBureauCertificate(deps: Pick<Deps, "db" | "pool" | "clock" | "newId" | "crypto">, actor: Actor, certificateId: string): Promise<BureauCertificatePage | null> {
  if (!ID_PATTERN.test(certificateId)) return null;
  const found = await deps.db.certificate.findUnique({ where: { id: certificateId }, include: { person: { select: { nameEnc: true, homeCountyCode: true } }, lookup: true, files: { select: { id: true }, orderBy: { id: "asc" } } } });
  if (!found || !actsForRegion(actor, found.person.homeCountyCode)) return null;
  await writeAudit(deps, { ...actor, purpose: "see:CHECK:certificate" }, { action: "see-certificate", subjectType: "person", subjectId: found.personId, outcome: "ok" });
  const [homes, occupations, issuedHere] = await Promise.all([
    regionPaths(deps.pool, [found.person.homeCountyCode]), occupationNames(deps.pool, [found.occupationCode]), deps.db.issuedCertificate.findUnique({ where: { id: certificateId }, select: { issuerId: true, revokedAt: true } }),
  ]);
  const { id, kind, level, issuer, number, verification, decisionReason, lookup } = found;
  return {
    id, kind, level, issuer, number, verification, decisionReason, issuedHere, lookup: lookup && { state: lookup.state, differs: (lookup.differs?.split(",") ?? []) as Difference[], askedAt: lookup.askedAt, againAt: lookup.againAt }, name: deps.crypto.decrypt("person.name", found.person.nameEnc),
    home: homes.get(found.person.homeCountyCode) ?? { zh: "", en: "" }, occupation: occupations.get(found.occupationCode) ?? { zh: "", en: "" },
    issuedOn: toDay(found.issuedOn), expiresOn: found.expiresOn === null ? null : toDay(found.expiresOn), expired: found.expiresOn !== null && toDay(found.expiresOn) <= deps.clock.today(), photos: found.files.map((file) => file.id),
  };
}
