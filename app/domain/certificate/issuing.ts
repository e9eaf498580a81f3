import type { Day } from "../dates.ts";
import { dayProblem, GRADED_KINDS } from "../profile/certificate.ts";
import { isWithin } from "../region/codes.ts";
import type { CertificateKind, SkillLevel } from "../terms.ts";

/** What an issuing body may certify: kinds, occupations (by the beginning of their code; none named: all), where, and when (half-open). */
export interface IssuerScope {
  kinds: readonly CertificateKind[];
  occupationPrefixes: readonly string[];
  regionCode: string;
  validFrom: Day;
  validTo: Day | null;
  suspended: boolean;
}

export interface CertificateToIssue {
  kind: CertificateKind;
  level?: SkillLevel;
  occupationCode: string;
  /** the day of the passed assessment; the certificate is issued for it */
  issuedOn: Day;
  expiresOn?: Day;
  homeCountyCode: string;
  birthDate: Day;
}

export interface Objection {
  code: "issued-later" | "issued-before-birth" | "expires-before-issued" | "level-without-grades" | "level-needed" | "issuer-suspended" | "issuer-dates" | "issuer-kind" | "issuer-occupation" | "issuer-region";
  field: string;
}

/**
 * All that stands against issuing a certificate, each by the name of its rule; empty: nothing. Levels belong to 职业资格 and
 * 职业技能等级 alone (the eight levels of 2022, from 学徒工 to 首席技师); an issuer certifies only within its scope.
 */
export function checkCertificate(one: CertificateToIssue, issuer: IssuerScope, today: Day): Objection[] {
  const graded = GRADED_KINDS.includes(one.kind);
  const days = dayProblem(one, one.birthDate, today);
  const objections: Array<Objection | null> = [
    days,
    !graded && one.level !== undefined ? { code: "level-without-grades", field: "level" } : null,
    graded && one.level === undefined ? { code: "level-needed", field: "level" } : null,
    issuer.suspended ? { code: "issuer-suspended", field: "issuerId" } : null,
    ...checkScope(one, issuer),
    isWithin(one.homeCountyCode, issuer.regionCode) ? null : { code: "issuer-region", field: "personId" },
  ];
  return objections.filter((objection) => objection !== null);
}

/** What of a certificate lies outside its issuer's days, kinds and occupations. Whether it was suspended since is no matter: what it issued before stays. */
export function checkScope(one: Pick<CertificateToIssue, "kind" | "occupationCode" | "issuedOn">, issuer: Omit<IssuerScope, "suspended" | "regionCode">): Objection[] {
  const objections: Array<Objection | null> = [
    one.issuedOn < issuer.validFrom || (issuer.validTo !== null && one.issuedOn >= issuer.validTo) ? { code: "issuer-dates", field: "issuedOn" } : null,
    issuer.kinds.includes(one.kind) ? null : { code: "issuer-kind", field: "kind" },
    issuer.occupationPrefixes.length === 0 || issuer.occupationPrefixes.some((prefix) => one.occupationCode === prefix || one.occupationCode.startsWith(`${prefix}-`)) ? null : { code: "issuer-occupation", field: "occupationCode" },
  ];
  return objections.filter((objection) => objection !== null);
}
