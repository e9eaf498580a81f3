import { z } from "zod";
import type { Day } from "../dates.ts";
import { CERTIFICATE_KINDS, SKILL_LEVELS } from "../terms.ts";

/** What is signed, short enough for a printed code. No name and no number of the holder: `holder` is a salted hash that a name can be held against. */
const PAYLOAD = z.tuple([
  z.literal("cert"), z.ulid(), z.string().min(1), z.string().min(1), z.enum(CERTIFICATE_KINDS), z.enum(SKILL_LEVELS).nullable(), z.string().min(1), z.iso.date(), z.iso.date().nullable(), z.string().length(16), z.string().length(22),
]);

export type CertificatePayload = z.output<typeof PAYLOAD>;

export interface SignedCertificate {
  id: string;
  number: string;
  issuer: string;
  kind: CertificatePayload[4];
  level: CertificatePayload[5];
  occupationCode: string;
  issuedOn: Day;
  expiresOn: Day | null;
  salt: string;
  holder: string;
}

export function toPayload(one: SignedCertificate): CertificatePayload {
  return ["cert", one.id, one.number, one.issuer, one.kind, one.level, one.occupationCode, one.issuedOn, one.expiresOn, one.salt, one.holder];
}

/** The certificate in an opened payload; null when it is something else that was signed, such as the revocation list. */
export function fromPayload(payload: unknown): SignedCertificate | null {
  const read = PAYLOAD.safeParse(payload);
  if (!read.success) return null;
  const [, id, number, issuer, kind, level, occupationCode, issuedOn, expiresOn, salt, holder] = read.data;
  return { id, number, issuer, kind, level, occupationCode, issuedOn, expiresOn, salt, holder };
}

export type Standing = "valid" | "expired" | "revoked" | "forged";

/** How a signed certificate stands on a day; the last day it holds is the one before `expiresOn`. Revoked outweighs expired. */
export function standingOf(certificate: SignedCertificate | null, revoked: ReadonlySet<string>, today: Day): Standing {
  if (certificate === null) return "forged";
  if (revoked.has(certificate.id)) return "revoked";
  return certificate.expiresOn !== null && certificate.expiresOn <= today ? "expired" : "valid";
}
