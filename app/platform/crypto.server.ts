import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/**
 * The one door for personal fields. Ciphertext is `v1.<iv>.<tag>.<data>` in base64url, so that a second
 * algorithm (SM4-GCM) or key generation can stand beside the first.
 */
export interface FieldCrypto {
  encrypt(field: PersonalField, plain: string): string;
  decrypt(field: PersonalField, cipher: string): string;
  /** Keyed hash for look-up by equality; 43 characters of base64url. */
  blindIndex(field: PersonalField, plain: string): string;
}

export type PersonalField = "person.name" | "person.idNumber" | "person.phone" | "employer.phone" | "employer.contact" | "visitor.address" | "sms.secret";

export function createFieldCrypto(dataKey: string, indexKey: string): FieldCrypto {
  const derived = new Map<string, Buffer>();
  const keyFor = (base: string, label: string) => {
    const id = `${label}`;
    const known = derived.get(id);
    if (known) return known;
    const key = Buffer.from(hkdfSync("sha256", Buffer.from(base, "base64"), "jingangtong", label, 32));
    derived.set(id, key);
    return key;
  };
  return {
    encrypt(field, plain) {
      const iv = takeIv();
      const cipher = createCipheriv("aes-256-gcm", keyFor(dataKey, `data:${field}`), iv);
      cipher.setAAD(Buffer.from(field));
      const data = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return ["v1", iv.toString("base64url"), cipher.getAuthTag().toString("base64url"), data.toString("base64url")].join(".");
    },
    decrypt(field, text) {
      const [version, iv, tag, data] = text.split(".");
      if (version !== "v1" || iv === undefined || tag === undefined || data === undefined) {
        throw new Error(`unknown ciphertext form in ${field}`);
      }
      const decipher = createDecipheriv("aes-256-gcm", keyFor(dataKey, `data:${field}`), Buffer.from(iv, "base64url"));
      decipher.setAAD(Buffer.from(field));
      decipher.setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([decipher.update(Buffer.from(data, "base64url")), decipher.final()]).toString("utf8");
    },
    blindIndex(field, plain) {
      return createHmac("sha256", keyFor(indexKey, `index:${field}`)).update(normalise(plain)).digest("base64url");
    },
  };
}

const IV_BYTES = 12;
let pool = Buffer.alloc(0);

/** Twelve fresh random bytes, drawn from the system in larger pieces: one call for each field halves a roster's speed. */
function takeIv(): Buffer {
  if (pool.length < IV_BYTES) pool = randomBytes(IV_BYTES * 512);
  const iv = pool.subarray(0, IV_BYTES);
  pool = pool.subarray(IV_BYTES);
  return iv;
}

function normalise(plain: string): string {
  return plain.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** 128 random bits for a link in a text message, short enough to be read out: 22 characters. */
export function linkToken(): string {
  return randomBytes(16).toString("base64url");
}

export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}
