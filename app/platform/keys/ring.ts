import type { CipherName, IndexHash } from "./ciphers.server.ts";

export type KeyUse = "DATA" | "INDEX";

/**
 * PENDING: announced, everybody can open with it and asks for it, nobody writes with it yet. ACTIVE: what is written. RETIRING: still stands
 * in rows. RETIRED: nothing of this database refers to it; it is kept for backups.
 */
export type KeyState = "PENDING" | "ACTIVE" | "RETIRING" | "RETIRED";

export interface RingKey<A extends string = CipherName | IndexHash> {
  generation: number;
  algorithm: A;
  state: KeyState;
  material: Uint8Array;
}

/** The keys of a database in the clear, as a process holds them; can be handed to a thread. */
export interface RingView {
  data: readonly RingKey<CipherName>[];
  index: readonly RingKey<IndexHash>[];
}

export interface KeyRing {
  /** replaced as a whole when the ring was read again */
  view: RingView;
  /** a ciphertext of a generation that this process has not heard of */
  missed?(generation: number): void;
}

/** The form of before there were generations: keys derived from DATA_KEY and INDEX_KEY themselves. */
export const FIRST_FORM = 0;

/** A ring as it was before there were generations, for what has no database. */
export function firstFormRing(dataKey: string, indexKey: string): KeyRing {
  return {
    view: {
      data: [{ generation: FIRST_FORM, algorithm: "aes", state: "ACTIVE", material: Buffer.from(dataKey, "base64") }],
      index: [{ generation: FIRST_FORM, algorithm: "sha256", state: "ACTIVE", material: Buffer.from(indexKey, "base64") }],
    },
  };
}
