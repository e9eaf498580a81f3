// Checks the signed text of a certificate on this device, byte for byte as docs/decisions/2026-11-26-signed-certificates.md says.
const FORM = "JGT1";
const SIGNATURE_BYTES = 64;

/** @typedef {{ kid: string, kty: string, crv: string, x: string }} PublicKey */
/** @typedef {{ id: string, number: string, issuer: string, kind: string, level: string | null, occupationCode: string, issuedOn: string, expiresOn: string | null, salt: string, holder: string }} Certificate */

/** The signed text in what was scanned or pasted; empty where there is none. @param {string} said */
export const textIn = (said) => /JGT1\.[A-Za-z0-9_.-]+/.exec(said)?.[0] ?? "";

const toBytes = (/** @type {string} */ text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const toText = (/** @type {Uint8Array} */ bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** By the browser, or by the library on phones whose browser has no Ed25519. @param {PublicKey} key @param {Uint8Array} signature @param {Uint8Array} body @param {string} library */
async function isSigned(key, signature, body, library) {
  try {
    const usable = await crypto.subtle.importKey("jwk", { kty: key.kty, crv: key.crv, x: key.x }, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", usable, /** @type {BufferSource} */ (signature), /** @type {BufferSource} */ (body));
  } catch {
    const { verifyAsync } = await import(library);
    return await verifyAsync(signature, body, toBytes(key.x));
  }
}

/** What one of the keys signed; null for everything else. @param {string} text @param {PublicKey[]} keys @param {string} library @returns {Promise<unknown>} */
export async function openText(text, keys, library) {
  const parts = text.split(".");
  const [form, kid, payload, signature] = parts;
  const key = keys.find((one) => one.kid === kid);
  if (parts.length !== 4 || form !== FORM || !key || payload === undefined || signature === undefined) return null;
  try {
    const bytes = toBytes(signature);
    // base64url has several spellings of the same bytes: only one is taken
    if (bytes.length !== SIGNATURE_BYTES || toText(bytes) !== signature) return null;
    if (!(await isSigned(key, bytes, new TextEncoder().encode(`${form}.${kid}.${payload}`), library))) return null;
    return JSON.parse(new TextDecoder().decode(toBytes(payload)));
  } catch {
    return null;
  }
}

/** @param {unknown} payload @returns {Certificate | null} */
export function certificateIn(payload) {
  if (!Array.isArray(payload) || payload.length !== 11 || payload[0] !== "cert") return null;
  const [, id, number, issuer, kind, level, occupationCode, issuedOn, expiresOn, salt, holder] = payload;
  return { id, number, issuer, kind, level, occupationCode, issuedOn, expiresOn, salt, holder };
}

/** @param {Certificate | null} one @param {readonly string[]} revoked ids @param {string} today @returns {"valid" | "expired" | "revoked" | "forged"} */
export function standingOf(one, revoked, today) {
  if (one === null) return "forged";
  if (revoked.includes(one.id)) return "revoked";
  return one.expiresOn !== null && one.expiresOn <= today ? "expired" : "valid";
}

/** Whether a name is the holder's. @param {Certificate} one @param {string} name */
export async function isHolder(one, name) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${one.salt}\n${name.normalize("NFKC").replace(/\s+/g, "")}`));
  return toText(new Uint8Array(digest).slice(0, 16)) === one.holder;
}
