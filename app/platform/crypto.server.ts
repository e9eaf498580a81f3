import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes, randomInt } from "node:crypto";

/**
 * The one door for personal fields. Ciphertext is `v1.<iv>.<tag>.<data>` in base64url, so that a second
 * algorithm (SM4-GCM) or key generation can stand beside the first.
 */
export interface FieldCrypto {
  encrypt(field: PersonalField, plain: string): string;
  decrypt(field: PersonalField, cipher: string): string;
  /** Keyed hash for look-up by equality; 43 characters of base64url. */
  blindIndex(field: PersonalField, plain: string): string;
  /** The same for bytes: version, iv, tag, data. `of` is the record they belong to: moved to another they don't open. */
  encryptBytes(field: PersonalField, of: string, plain: Uint8Array): Uint8Array<ArrayBuffer>;
  decryptBytes(field: PersonalField, of: string, cipher: Uint8Array): Uint8Array<ArrayBuffer>;
}

export type PersonalField =
  | "person.name" | "person.idNumber" | "person.phone" | "employer.phone" | "employer.contact" | "visitor.address"
  | "person.care" | "person.file" | "cadre.name" | "bank.account" | "certificate.key" | "household.number" | "roster.part" | "sms.secret" | "phone.code" | "phone.note" | "sign-in.name"
  | "agreement.contact" | "dispatch.contact" | "dispatch.card" | "emergency.contact";

export function createFieldCrypto(dataKey: string, indexKey: string): FieldCrypto {
  const derived = { data: new Map<PersonalField, KeyObject>(), index: new Map<PersonalField, KeyObject>() };
  const keyFor = (use: keyof typeof derived, field: PersonalField) => {
    const known = derived[use].get(field);
    if (known) return known;
    const key = createSecretKey(Buffer.from(hkdfSync("sha256", Buffer.from(use === "data" ? dataKey : indexKey, "base64"), "jingangtong", `${use}:${field}`, 32)));
    derived[use].set(field, key);
    return key;
  };
  return {
    encrypt(field, plain) {
      const iv = takeIv();
      const cipher = createCipheriv("aes-256-gcm", keyFor("data", field), iv);
      cipher.setAAD(Buffer.from(field));
      // of this mode nothing is left to come at the end
      const data = cipher.update(plain, "utf8");
      cipher.final();
      return `v1.${iv.toString("base64url")}.${cipher.getAuthTag().toString("base64url")}.${data.toString("base64url")}`;
    },
    decrypt(field, text) {
      const [version, iv, tag, data] = text.split(".");
      if (version !== "v1" || iv === undefined || tag === undefined || data === undefined) {
        throw new Error(`unknown ciphertext form in ${field}`);
      }
      const decipher = createDecipheriv("aes-256-gcm", keyFor("data", field), Buffer.from(iv, "base64url"));
      decipher.setAAD(Buffer.from(field));
      decipher.setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([decipher.update(Buffer.from(data, "base64url")), decipher.final()]).toString("utf8");
    },
    encryptBytes(field, of, plain) {
      const iv = takeIv();
      const cipher = createCipheriv("aes-256-gcm", keyFor("data", field), iv);
      cipher.setAAD(Buffer.from(`${field}:${of}`));
      const data = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Uint8Array.from(Buffer.concat([Buffer.of(BYTES_VERSION), iv, cipher.getAuthTag(), data]));
    },
    decryptBytes(field, of, sealed) {
      if (sealed[0] !== BYTES_VERSION || sealed.length < 1 + IV_BYTES + TAG_BYTES) throw new Error(`unknown ciphertext form in ${field}`);
      const decipher = createDecipheriv("aes-256-gcm", keyFor("data", field), sealed.subarray(1, 1 + IV_BYTES));
      decipher.setAAD(Buffer.from(`${field}:${of}`));
      decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES));
      return Uint8Array.from(Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]));
    },
    blindIndex(field, plain) {
      return createHmac("sha256", keyFor("index", field)).update(normalise(plain)).digest("base64url");
    },
  };
}

/** Figures and capitals, as resident IDs and telephones are: most of what is indexed. */
const NORMAL_ALREADY = /^[0-9A-Z:]*$/;
const BYTES_VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
let pool = Buffer.alloc(0);

/** Twelve fresh random bytes, drawn from the system in larger pieces: one call for each field halves a roster's speed. */
function takeIv(): Buffer {
  if (pool.length < IV_BYTES) pool = randomBytes(IV_BYTES * 512);
  const iv = pool.subarray(0, IV_BYTES);
  pool = pool.subarray(IV_BYTES);
  return iv;
}

function normalise(plain: string): string {
  if (NORMAL_ALREADY.test(plain)) return plain;
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

export function randomDigits(count: number): string {
  return String(randomInt(10 ** count)).padStart(count, "0");
}
