import { createHash } from "node:crypto";
import type { FieldCrypto } from "#app/platform/crypto.server.ts";

export interface AuditContent {
  id: string;
  at: Date;
  userId: string | null;
  role: string;
  regionCode: string | null;
  action: string;
  purpose: string;
  subjectType: string;
  subjectId: string;
  outcome: string;
  requestId: string | null;
  onBehalfOf: string | null;
}

export const CONTENT_COLUMNS = ["id", "at", "userId", "role", "regionCode", "action", "purpose", "subjectType", "subjectId", "outcome", "requestId", "onBehalfOf"] as const satisfies readonly (keyof AuditContent)[];

/** What stands before the first entry. */
export const GENESIS = "jingangtong audit";

const contentOf = (entry: AuditContent): string => JSON.stringify(CONTENT_COLUMNS.map((column) => (column === "at" ? entry.at.toISOString() : entry[column])));

/** Covers the entry and, by the hash before, everything before it. */
export function chainHash(before: string, entry: AuditContent): string {
  return createHash("sha256").update(`${before}\n`).update(contentOf(entry)).digest("base64url");
}

// the keyed hash takes no notice of case: it is given figures and capitals
const digits = (text: string): string => createHash("sha256").update(text).digest("hex").toUpperCase();

/** Whoever writes an entry signs it with a key that the database does not hold: what somebody else writes into the table has none. */
export function signEntry(crypto: Pick<FieldCrypto, "blindIndex">, entry: AuditContent): string {
  return crypto.blindIndex("audit.entry", digits(contentOf(entry)));
}

export function isSigned(crypto: Pick<FieldCrypto, "blindIndexesEver">, entry: AuditContent & { mac: string | null }): boolean {
  return entry.mac !== null && crypto.blindIndexesEver("audit.entry", digits(contentOf(entry))).includes(entry.mac);
}

export interface Seal { seq: number; hash: string; early: boolean }

const sealText = ({ seq, hash, early }: Seal): string => digits(`${seq} ${hash} ${early ? "early" : "signed"}`);

export function signSeal(crypto: Pick<FieldCrypto, "blindIndex">, seal: Seal): string {
  return crypto.blindIndex("audit.seal", sealText(seal));
}

export function isSealSigned(crypto: Pick<FieldCrypto, "blindIndexesEver">, seal: Seal & { signature: string }): boolean {
  return crypto.blindIndexesEver("audit.seal", sealText(seal)).includes(seal.signature);
}
