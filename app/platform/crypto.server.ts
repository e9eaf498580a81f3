import { createHash, createHmac, type KeyObject, randomBytes, randomInt } from "node:crypto";
import { type BlockCipher, blockCipherOf, type CipherName, cipherOf, deriveKey, type FieldCipher, IV_BYTES, TAG_BYTES } from "./keys/ciphers.server.ts";
import { FLAG_TEXT, flagBlock, type FlagField, flagWord, type FlagWord } from "./keys/flags.ts";
import { FIRST_FORM, type KeyRing, type RingKey, type RingView } from "./keys/ring.ts";

/**
 * The one door for personal fields. Ciphertext is `v2.<generation>.<a|s>.<iv, tag and data in base64url>`: which data key of the ring, and
 * AES-256-GCM or SM4-GCM. What was written before there were generations is `v1.<iv>.<tag>.<data>`.
 */
export interface FieldCrypto {
  encrypt(field: PersonalField, plain: string): string;
  decrypt(field: PersonalField, cipher: string): string;
  /** Keyed hash for look-up by equality, as it is written now; 43 characters. Later generations begin with `<generation>.` */
  blindIndex(field: PersonalField, plain: string): string;
  /**
   * All forms in which stored rows may hold it: while the index is being changed there are two. `atHand`: its index, where that was made before.
   * Two stored indexes are never compared with each other.
   */
  blindIndexes(field: PersonalField, plain: string, atHand?: string): string[];
  /** The same for signatures on what was handed out: keys that no row refers to any more are asked too. */
  blindIndexesEver(field: PersonalField, plain: string): string[];
  /** The same for bytes: version, generation, algorithm, iv, tag, data. `of` is the record they belong to: moved to another they don't open. */
  encryptBytes(field: PersonalField, of: string, plain: Uint8Array): Uint8Array<ArrayBuffer>;
  decryptBytes(field: PersonalField, of: string, cipher: Uint8Array): Uint8Array<ArrayBuffer>;
  /**
   * A word of a short list, where there are millions of them and each is asked for: one block, in a third of the time of a text. `of` is the id of the
   * row it stands in: in another it doesn't open. The same word in the same row is the same ciphertext under one generation.
   */
  sealFlag<F extends FlagField>(field: F, of: string, word: FlagWord<F>): string;
  openFlag<F extends FlagField>(field: F, of: string, cipher: string): FlagWord<F>;
  /** Whether a ciphertext or an index is of the generation that is written now. */
  isCurrent(cipher: string | Uint8Array): boolean;
  isCurrentIndex(index: string): boolean;
}

export type PersonalField =
  | "person.name" | "person.idNumber" | "person.phone" | "employer.phone" | "employer.contact" | "visitor.address"
  | "person.care" | "person.file" | "cadre.name" | "bank.account" | "certificate.key" | "household.number" | "roster.part" | "sms.secret" | "second-factor.secret" | "phone.code" | "phone.note" | "sign-in.name"
  | "agreement.contact" | "audit.entry" | "audit.seal" | "dispatch.contact" | "dispatch.card" | "emergency.contact" | "case.note";

const LETTER = { aes: "a", sm4: "s" } as const;
const INDEX_LENGTH = 43;
const FIRST_BYTES = 1;
const LATER_BYTES = 2;
/** version, generation, letter */
const BYTES_HEAD = 6;

interface DataKey { generation: number; of(field: PersonalField): FieldCipher; flag(field: FlagField): BlockCipher; head: string; bytesHead: Buffer }
interface IndexKey { generation: number; hash(field: PersonalField, normal: string): string }
interface Keys { active: DataKey; data: Map<number, DataKey>; activeIndex: IndexKey; asked: IndexKey[]; ever: IndexKey[] }

export function createFieldCrypto(ring: KeyRing): FieldCrypto {
  let view: RingView | null = null;
  let made: Keys | null = null;
  const keys = (): Keys => {
    if (made === null || view !== ring.view) [view, made] = [ring.view, keysOf(ring.view)];
    return made;
  };
  const dataKey = (field: PersonalField | FlagField, generation: number): DataKey => {
    const key = keys().data.get(generation);
    if (key) return key;
    ring.missed?.(generation);
    throw new UnknownGeneration(field, generation);
  };
  return {
    encrypt(field, plain) {
      const { active } = keys();
      const sealed = active.of(field).seal(takeIv(), boundTo(field), Buffer.from(plain, "utf8"));
      if (active.generation !== FIRST_FORM) return active.head + sealed.toString("base64url");
      return `v1.${[sealed.subarray(0, IV_BYTES), sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES), sealed.subarray(IV_BYTES + TAG_BYTES)].map((part) => part.toString("base64url")).join(".")}`;
    },
    decrypt(field, text) {
      const [version, first = "", second = "", third, more] = text.split(".", 5);
      if (third === undefined || more !== undefined) throw new Error(`unknown ciphertext form in ${field}`);
      if (version === "v2") {
        const key = dataKey(field, parseInt(first, 36));
        if (key.head !== `v2.${first}.${second}.`) throw new Error(`unknown ciphertext form in ${field}`);
        return key.of(field).open(Buffer.from(third, "base64url"), boundTo(field)).toString("utf8");
      }
      if (version !== "v1") throw new Error(`unknown ciphertext form in ${field}`);
      const [iv, tag] = [Buffer.from(first, "base64url"), Buffer.from(second, "base64url")];
      if (iv.length !== IV_BYTES || tag.length !== TAG_BYTES) throw new Error(`unknown ciphertext form in ${field}`);
      return dataKey(field, FIRST_FORM).of(field).open(Buffer.concat([iv, tag, Buffer.from(third, "base64url")]), boundTo(field)).toString("utf8");
    },
    encryptBytes(field, of, plain) {
      const { active } = keys();
      const sealed = active.of(field).seal(takeIv(), Buffer.from(`${field}:${of}`), plain);
      return Uint8Array.from(Buffer.concat([active.bytesHead, sealed]));
    },
    decryptBytes(field, of, sealed) {
      const generation = bytesGeneration(sealed);
      if (generation === null) throw new Error(`unknown ciphertext form in ${field}`);
      const key = dataKey(field, generation);
      if (!key.bytesHead.equals(sealed.subarray(0, key.bytesHead.length))) throw new Error(`unknown ciphertext form in ${field}`);
      return Uint8Array.from(key.of(field).open(sealed.subarray(key.bytesHead.length), Buffer.from(`${field}:${of}`)));
    },
    blindIndex: (field, plain) => keys().activeIndex.hash(field, normalise(plain)),
    blindIndexes(field, plain, atHand) {
      const { asked } = keys();
      if (asked.length === 1 && atHand !== undefined && generationOfIndex(atHand) === asked[0]!.generation) return [atHand];
      const normal = normalise(plain);
      return asked.map((key) => key.hash(field, normal));
    },
    blindIndexesEver(field, plain) {
      const normal = normalise(plain);
      return keys().ever.map((key) => key.hash(field, normal));
    },
    sealFlag(field, of, word) {
      const { active } = keys();
      return active.head + active.flag(field).seal(flagBlock(field, of, word)).toString("base64url");
    },
    openFlag(field, of, cipher) {
      const generation = generationOf(cipher);
      if (generation === null) throw new Error(`unknown ciphertext form in ${field}`);
      const key = dataKey(field, generation);
      const text = cipher.slice(key.head.length);
      if (!cipher.startsWith(key.head) || !FLAG_TEXT.test(text)) throw new Error(`unknown ciphertext form in ${field}`);
      return flagWord(field, of, key.flag(field).open(Buffer.from(text, "base64url")));
    },
    isCurrent: (cipher) => (typeof cipher === "string" ? generationOf(cipher) : bytesGeneration(cipher)) === keys().active.generation,
    isCurrentIndex: (index) => generationOfIndex(index) === keys().activeIndex.generation,
  };
}

/** Written with a key that this process had not heard of. It reads the ring again at once; the next try succeeds. */
export class UnknownGeneration extends Error {
  constructor(field: PersonalField | FlagField, generation: number) {
    super(`${field} is encrypted with generation ${generation}, which is not in the ring yet`);
  }
}

/** Of a ciphertext; null where it is none. */
export function generationOf(cipher: string): number | null {
  if (cipher.startsWith("v1.")) return FIRST_FORM;
  const generation = cipher.startsWith("v2.") ? parseInt(cipher.slice(3, cipher.indexOf(".", 3)), 36) : NaN;
  return Number.isNaN(generation) ? null : generation;
}

export function bytesGeneration(sealed: Uint8Array): number | null {
  if (sealed[0] === FIRST_BYTES) return FIRST_FORM;
  return sealed[0] === LATER_BYTES && sealed.length > BYTES_HEAD ? new DataView(sealed.buffer, sealed.byteOffset).getUint32(1) : null;
}

export function generationOfIndex(index: string): number {
  const dot = index.indexOf(".");
  return dot === -1 ? FIRST_FORM : parseInt(index.slice(0, dot), 36);
}

/** What a ciphertext or index of a generation begins with; of the first form, null for an index. */
export const headOfGeneration = {
  data: (generation: number, cipher: CipherName) => (generation === FIRST_FORM ? "v1." : `v2.${generation.toString(36)}.${LETTER[cipher]}.`),
  index: (generation: number) => (generation === FIRST_FORM ? null : `${generation.toString(36)}.`),
  bytes(generation: number, cipher: CipherName): Buffer {
    if (generation === FIRST_FORM) return Buffer.of(FIRST_BYTES);
    const head = Buffer.alloc(BYTES_HEAD);
    head[0] = LATER_BYTES;
    head.writeUInt32BE(generation, 1);
    head.write(LETTER[cipher], BYTES_HEAD - 1, "latin1");
    return head;
  },
};

function keysOf(view: RingView): Keys {
  const data = view.data.map((key): DataKey => {
    const ciphers = new Map<PersonalField, FieldCipher>();
    const blocks = new Map<FlagField, BlockCipher>();
    return {
      generation: key.generation, head: headOfGeneration.data(key.generation, key.algorithm), bytesHead: headOfGeneration.bytes(key.generation, key.algorithm),
      of: (field) => ciphers.get(field) ?? remember(ciphers, field, cipherOf(key.algorithm, key.material, `data:${field}`)),
      flag: (field) => blocks.get(field) ?? remember(blocks, field, blockCipherOf(key.algorithm, key.material, `flag:${field}`)),
    };
  });
  const index = view.index.map((key): IndexKey & { key: RingKey } => {
    const derived = new Map<PersonalField, KeyObject>();
    const head = headOfGeneration.index(key.generation) ?? "";
    const keyOf = (field: PersonalField) => derived.get(field) ?? remember(derived, field, deriveKey(key.algorithm, key.material, `index:${field}`, 32));
    const length = INDEX_LENGTH - head.length;
    return { key, generation: key.generation, hash: (field, normal) => head + createHmac(key.algorithm, keyOf(field)).update(normal).digest("base64url").slice(0, length) };
  });
  const active = data.find(({ generation }) => view.data.some((key) => key.generation === generation && key.state === "ACTIVE"));
  const activeIndex = index.find(({ key }) => key.state === "ACTIVE");
  if (!active || !activeIndex) throw new Error("the key ring has no active key");
  // the one that is written comes first: most rows have it
  const ever = [activeIndex, ...index.filter((one) => one !== activeIndex)];
  return { active, data: new Map(data.map((key) => [key.generation, key])), activeIndex, ever, asked: ever.filter(({ key }) => key.state !== "RETIRED") };
}

function remember<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}

const bounds = new Map<PersonalField, Buffer>();
const boundTo = (field: PersonalField): Buffer => bounds.get(field) ?? remember(bounds, field, Buffer.from(field));

/** Figures and capitals, as resident IDs and telephones are: most of what is indexed. */
const NORMAL_ALREADY = /^[0-9A-Z:]*$/;
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
