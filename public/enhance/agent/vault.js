// Seals what waits on the phone. The key comes from a PIN kept nowhere, and from a secret of this browser that
// script can use but not read; neither opens the store alone.
export const ITERATIONS = 600_000;
export const SHORTEST_PIN = 6;
const PROOF = "jingangtong";
const text = new TextEncoder();

/**
 * @typedef {{ iv: Uint8Array, data: ArrayBuffer }} Sealed
 * @typedef {{ owner: string, salt: Uint8Array, iterations: number, device: CryptoKey, proof: Sealed }} Vault
 */

/** What is wrong with a PIN, or null. @param {string} pin @returns {"pinShort" | "pinSimple" | null} */
export function pinProblem(pin) {
  if (Array.from(pin).length < SHORTEST_PIN) return "pinShort";
  const steps = new Set(Array.from(pin).slice(1).map((one, at) => one.charCodeAt(0) - pin.charCodeAt(at)));
  return steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 9) ? "pinSimple" : null;
}

/** @param {string} owner @param {string} pin @returns {Promise<{ vault: Vault, key: CryptoKey }>} */
export async function makeVault(owner, pin, iterations = ITERATIONS) {
  const device = /** @type {CryptoKey} */ (await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]));
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await deriveKey({ salt, iterations, device }, pin);
  return { vault: { owner, salt, iterations, device, proof: await seal(key, owner, PROOF) }, key };
}

/** The key, or null for a wrong PIN. @param {Vault} vault @param {string} pin @returns {Promise<CryptoKey | null>} */
export async function openVault(vault, pin) {
  const key = await deriveKey(vault, pin);
  return unseal(key, vault.owner, vault.proof).then((proof) => (proof === PROOF ? key : null), () => null);
}

/** @param {Pick<Vault, "salt" | "iterations" | "device">} vault @param {string} pin */
async function deriveKey({ salt, iterations, device }, pin) {
  const mixed = await crypto.subtle.sign("HMAC", device, text.encode(pin.normalize("NFKC")));
  const base = await crypto.subtle.importKey("raw", mixed, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Seals a value under a name, so that two sealed values can't be exchanged. @param {CryptoKey} key @param {string} name @param {unknown} value @returns {Promise<Sealed>} */
export async function seal(key, name, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text.encode(name) }, key, text.encode(JSON.stringify(value))) };
}

/** Throws for another key, another name, or a changed byte. @param {CryptoKey} key @param {string} name @param {Sealed} sealed @returns {Promise<any>} */
export async function unseal(key, name, { iv, data }) {
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: text.encode(name) }, key, data);
  return JSON.parse(new TextDecoder().decode(plain));
}
