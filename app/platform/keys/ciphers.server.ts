import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from "node:crypto";
import { ghash, ghashTable } from "./ghash.ts";

export const CIPHERS = ["aes", "sm4"] as const;
export type CipherName = (typeof CIPHERS)[number];
export const INDEX_HASHES = ["sha256", "sm3"] as const;
export type IndexHash = (typeof INDEX_HASHES)[number];

export const IV_BYTES = 12;
export const TAG_BYTES = 16;

/** Authenticated encryption under one key. What comes out is tag and data; both throw on anything that was changed. */
export interface FieldCipher {
  /** iv, tag and data in one piece */
  seal(iv: Buffer, bound: Buffer, plain: Uint8Array): Buffer;
  open(sealed: Uint8Array, bound: Buffer): Buffer;
}

export class CannotOpen extends Error {}

const SALT = "jingangtong";

export function deriveKey(hash: IndexHash, material: Uint8Array, info: string, bytes: number): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync(hash, material, SALT, info, bytes)));
}

/** The cipher of one purpose under a data key: AES-256-GCM, or SM4-GCM (GB/T 32907, RFC 8998) with a key derived by SM3. */
export function cipherOf(name: CipherName, material: Uint8Array, info: string): FieldCipher {
  return name === "aes" ? aesGcm(deriveKey("sha256", material, info, 32)) : sm4Gcm(deriveKey("sm3", material, info, 16));
}

export function aesGcm(key: KeyObject): FieldCipher {
  return {
    seal(iv, bound, plain) {
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      cipher.setAAD(bound);
      // of this mode nothing is left to come at the end
      const data = cipher.update(plain);
      cipher.final();
      return Buffer.concat([iv, cipher.getAuthTag(), data]);
    },
    open(sealed, bound) {
      const { iv, tag, data } = partsOf(sealed);
      const decipher = createDecipheriv("aes-256-gcm", key, iv);
      decipher.setAAD(bound);
      decipher.setAuthTag(tag);
      const plain = decipher.update(data);
      decipher.final();
      return plain;
    },
  };
}

const FIRST = Buffer.from([0, 0, 0, 1]);
const NOTHING = Buffer.alloc(TAG_BYTES);

/**
 * OpenSSL 3.0 has SM4 in counter mode but not in Galois mode. GCM is that counter mode from block 2 on, block 1 over the hash of what
 * went out; one stream gives both. Official vectors and a second implementation agree (sm4-gcm.test.ts).
 */
export function sm4Gcm(key: KeyObject): FieldCipher {
  const ecb = createCipheriv("sm4-ecb", key, null);
  const table = ghashTable(ecb.update(NOTHING));
  const stream = (iv: Uint8Array, bytes: Uint8Array) => {
    const counter = createCipheriv("sm4-ctr", key, Buffer.concat([iv, FIRST]));
    return counter.update(Buffer.concat([NOTHING, bytes]));
  };
  const tagOf = (bound: Uint8Array, data: Uint8Array, mask: Uint8Array) => {
    const tag = ghash(table, bound, data);
    for (let i = 0; i < TAG_BYTES; i += 1) tag[i]! ^= mask[i]!;
    return tag;
  };
  return {
    seal(iv, bound, plain) {
      const out = stream(iv, plain);
      const data = out.subarray(TAG_BYTES);
      return Buffer.concat([iv, tagOf(bound, data, out), data]);
    },
    open(sealed, bound) {
      const { iv, tag, data } = partsOf(sealed);
      const out = stream(iv, data);
      if (!timingSafeEqual(tagOf(bound, data, out), tag)) throw new CannotOpen("the ciphertext was changed, or belongs to another key or field");
      return out.subarray(TAG_BYTES);
    },
  };
}

/** One block of sixteen bytes under one key, there and back: nothing beside it is kept. */
export interface BlockCipher {
  seal(block: Buffer): Buffer;
  open(block: Buffer): Buffer;
}

/** AES-256 or SM4 itself, for a block that is never the same twice (see flags.ts): a keyed permutation, without mode or iv. */
export function blockCipherOf(name: CipherName, material: Uint8Array, info: string): BlockCipher {
  const [algorithm, key] = name === "aes" ? (["aes-256-ecb", deriveKey("sha256", material, info, 32)] as const) : (["sm4-ecb", deriveKey("sm3", material, info, 16)] as const);
  // a single block each time and no padding: one of each serves for good
  const [cipher, decipher] = [createCipheriv(algorithm, key, null).setAutoPadding(false), createDecipheriv(algorithm, key, null).setAutoPadding(false)];
  return { seal: (block) => cipher.update(block), open: (block) => decipher.update(block) };
}

function partsOf(sealed: Uint8Array): { iv: Uint8Array; tag: Uint8Array; data: Uint8Array } {
  if (sealed.length < IV_BYTES + TAG_BYTES) throw new CannotOpen("the ciphertext is cut off");
  return { iv: sealed.subarray(0, IV_BYTES), tag: sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES), data: sealed.subarray(IV_BYTES + TAG_BYTES) };
}
