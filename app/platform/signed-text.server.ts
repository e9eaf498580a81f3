import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";

export const TEXT_FORM = "JGT1";

/** A new Ed25519 pair: the public key as 32 raw bytes in base64url (RFC 8032), the private one as PKCS #8 in base64url. */
export function newKeyPair(): { publicKey: string; privateKey: string } {
  const pair = generateKeyPairSync("ed25519");
  return { publicKey: String(pair.publicKey.export({ format: "jwk" }).x), privateKey: pair.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url") };
}

/** `JGT1.<key id>.<payload>.<signature>`, the last two in base64url; signed is all that stands before the last point. */
export function signText(keyId: string, privateKey: string, payload: unknown): string {
  const body = `${TEXT_FORM}.${keyId}.${Buffer.from(JSON.stringify(payload)).toString("base64url")}`;
  const key = createPrivateKey({ key: Buffer.from(privateKey, "base64url"), format: "der", type: "pkcs8" });
  return `${body}.${sign(null, Buffer.from(body), key).toString("base64url")}`;
}

/**
 * The payload of a text that one of the keys signed; null for every other. Base64url has several spellings for the same bytes:
 * only the one that signText writes is taken, so that no changed character is overlooked.
 */
export function openText(text: string, publicKeys: ReadonlyMap<string, string>): unknown {
  const parts = text.split(".");
  const [form, keyId, payload, signature] = parts;
  if (parts.length !== 4 || form !== TEXT_FORM || payload === undefined || signature === undefined) return null;
  const x = publicKeys.get(keyId ?? "");
  const bytes = Buffer.from(signature, "base64url");
  if (x === undefined || bytes.length !== 64 || bytes.toString("base64url") !== signature) return null;
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  if (!verify(null, Buffer.from(`${form}.${keyId}.${payload}`), key, bytes)) return null;
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as unknown;
}
