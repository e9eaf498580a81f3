import type { Standing } from "#app/domain/certificate/signed.ts";
import { toDay } from "#app/domain/dates.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { type Name, occupationNames } from "./names.server.ts";

export interface PrintedCertificate {
  /** the holder's own name, for their own sheet alone */
  name: string;
  standing: Exclude<Standing, "forged">;
  signedText: string;
  certificate: { id: string; kind: CertificateKind; level: SkillLevel | null; occupation: Name; issuer: string; number: string; issuedOn: string; expiresOn: string | null; verification: "UNVERIFIED" | "VERIFIED" | "REFUSED" | "REVOKED" };
}

/** The sheet of a certificate that was issued here, for its holder; null for everybody else, and for a certificate that somebody typed. */
export async function readPrintedCertificate(deps: Pick<Deps, "db" | "pool" | "clock" | "crypto">, personId: string, certificateId: string): Promise<PrintedCertificate | null> {
  if (!ID_PATTERN.test(certificateId)) return null;
  const [issued, certificate] = await Promise.all([
    deps.db.issuedCertificate.findFirst({ where: { id: certificateId, personId }, select: { signedText: true, revokedAt: true, person: { select: { nameEnc: true } } } }),
    deps.db.certificate.findFirst({ where: { id: certificateId, personId } }),
  ]);
  if (!issued || !certificate) return null;
  const { id, kind, level, issuer, number, verification } = certificate;
  const expiresOn = certificate.expiresOn && toDay(certificate.expiresOn);
  const names = await occupationNames(deps.pool, [certificate.occupationCode]);
  return {
    name: deps.crypto.decrypt("person.name", issued.person.nameEnc), signedText: issued.signedText,
    standing: issued.revokedAt !== null ? "revoked" : expiresOn !== null && expiresOn <= deps.clock.today() ? "expired" : "valid",
    certificate: { id, kind, level, issuer, number, verification, issuedOn: toDay(certificate.issuedOn), expiresOn, occupation: names.get(certificate.occupationCode) ?? { zh: certificate.occupationCode, en: certificate.occupationCode } },
  };
}
