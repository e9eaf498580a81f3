import type { RowDataPacket } from "mysql2";
import { holderHash } from "#app/data/certificates/holder-hash.server.ts";
import { hasSigningKey, readPublicKeys, signWithKey } from "#app/data/certificates/keys.server.ts";
import { fromPayload, type SignedCertificate, type Standing, standingOf } from "#app/domain/certificate/signed.ts";
import { toDay } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { openText } from "#app/platform/signed-text.server.ts";
import { type Name, occupationNames } from "./names.server.ts";

export interface CertificateCheck {
  standing: Standing;
  /** null: forged, so that nothing it says is shown */
  certificate: (Omit<SignedCertificate, "salt" | "holder"> & { occupation: Name }) | null;
  /** whether a given name is the holder's; null: none was given */
  nameFits: boolean | null;
}

/** What a signed text, or the address printed as its code, is worth today. */
export async function checkSignedText(deps: Pick<Deps, "db" | "pool" | "clock">, said: string, name: string): Promise<CertificateCheck> {
  const text = /JGT1\.[A-Za-z0-9_.-]+/.exec(said)?.[0] ?? "";
  const signed = fromPayload(openText(text, await readPublicKeys(deps)));
  if (signed === null) return { standing: "forged", certificate: null, nameFits: null };
  const revoked = await deps.db.issuedCertificate.findFirst({ where: { id: signed.id, revokedAt: { not: null } }, select: { id: true } });
  const { salt, holder, ...shown } = signed;
  const names = await occupationNames(deps.pool, [signed.occupationCode]);
  return {
    standing: standingOf(signed, new Set(revoked ? [revoked.id] : []), deps.clock.today()),
    certificate: { ...shown, occupation: names.get(signed.occupationCode) ?? { zh: signed.occupationCode, en: signed.occupationCode } },
    nameFits: name.trim() === "" ? null : holderHash(salt, name) === holder,
  };
}

export interface PublishedKeys {
  keys: { kid: string; kty: "OKP"; crv: "Ed25519"; x: string }[];
}

/** The public keys in the form of RFC 8037. */
export async function readPublishedKeys(deps: Pick<Deps, "db">): Promise<PublishedKeys> {
  return { keys: [...(await readPublicKeys(deps))].map(([kid, x]) => ({ kid, kty: "OKP", crv: "Ed25519", x })) };
}

/** The dated list of revoked certificates as one signed text: `["revoked", moment, [ids]]`; null as long as nothing was ever signed, for a look makes no key. */
export async function readRevocationList(deps: Pick<Deps, "db" | "crypto" | "clock" | "newId">): Promise<{ at: string; revoked: string[]; signed: string | null }> {
  const rows = await deps.db.issuedCertificate.findMany({ where: { revokedAt: { not: null } }, select: { id: true }, orderBy: { id: "asc" } });
  const at = deps.clock.now().toISOString();
  const revoked = rows.map((row) => row.id);
  return { at, revoked, signed: (await hasSigningKey(deps)) ? (await signWithKey(deps, ["revoked", at, revoked])).text : null };
}

/** All that a phone keeps to check without a net, from one look: keys, revoked ids, and the names of the trades certificates were issued for. */
export async function readOfflineLists(deps: Pick<Deps, "db" | "pool" | "crypto" | "clock" | "newId">, locale: "zh" | "en") {
  const [list, { keys }, [trades]] = await Promise.all([
    readRevocationList(deps), readPublishedKeys(deps),
    deps.pool.query<RowDataPacket[]>("SELECT DISTINCT o.code, o.nameZh AS zh, o.nameEn AS en FROM issued_certificate i JOIN certificate c ON c.id = i.id JOIN occupation o ON o.code = c.occupationCode"),
  ]);
  return { ...list, keys, occupations: Object.fromEntries(trades.map((trade) => [trade.code as string, trade[locale] as string])) };
}

export interface PrintedCertificate extends Omit<SignedCertificate, "salt" | "holder" | "id"> {
  id: string;
  /** in full: the sheet is its holder's own */
  name: string;
  occupation: Name;
  address: string;
}

/** What stands on the sheet that a holder prints; null for one that wasn't issued here, and for everybody but its holder. */
export async function readPrintedCertificate(deps: Pick<Deps, "db" | "pool" | "crypto">, origin: string, personId: string, certificateId: string): Promise<PrintedCertificate | null> {
  const issued = await deps.db.issuedCertificate.findFirst({ where: { id: certificateId, personId }, select: { signedText: true, person: { select: { nameEnc: true } } } });
  const one = issued && (await deps.db.certificate.findFirst({ where: { id: certificateId, personId, verification: "VERIFIED" } }));
  if (!issued || !one) return null;
  const names = await occupationNames(deps.pool, [one.occupationCode]);
  return {
    id: one.id, name: deps.crypto.decrypt("person.name", issued.person.nameEnc), kind: one.kind, level: one.level, number: one.number, issuer: one.issuer, occupationCode: one.occupationCode,
    issuedOn: toDay(one.issuedOn), expiresOn: one.expiresOn && toDay(one.expiresOn), occupation: names.get(one.occupationCode)!, address: printedAddress(origin, issued.signedText),
  };
}

const printedAddress = (origin: string, signedText: string) => `${origin}/certificates/check?c=${signedText}`;

/** The address that is printed as a certificate's code; null for one that wasn't issued here, and for everybody but its holder. */
export async function readPrintedAddress(deps: Pick<Deps, "db">, origin: string, personId: string, certificateId: string): Promise<string | null> {
  const issued = await deps.db.issuedCertificate.findFirst({ where: { id: certificateId, personId }, select: { signedText: true } });
  return issued && printedAddress(origin, issued.signedText);
}
