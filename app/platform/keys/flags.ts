import { CannotOpen } from "./ciphers.server.ts";

/** What each sealed flag may say, by its place: new words go to the end, none is taken out or moved. */
export const FLAG_WORDS = {
  "person.category": [
    "POVERTY_LIFTED", "MONITORED_UNSTABLE", "MONITORED_MARGINAL", "MONITORED_SUDDEN", "RELOCATED", "LOW_INCOME", "DISABLED", "ZERO_EMPLOYMENT_HOUSEHOLD",
  ],
  "person.capacity": ["FULL", "HALF", "NONE"],
  "training.help": ["LIFTED", "MONITORED", "OTHER"],
} as const satisfies Record<string, readonly string[]>;

export type FlagField = keyof typeof FLAG_WORDS;
export type FlagWord<F extends FlagField> = (typeof FLAG_WORDS)[F][number];

export const BLOCK_BYTES = 16;
const BOUND_BYTES = BLOCK_BYTES - 1;

/** Sixteen bytes in base64url: 22 characters, of which the last holds two bits. Another spelling of the same bytes is none of ours. */
export const FLAG_TEXT = /^[\w-]{21}[AQgw]$/;

/**
 * A word of a short list and the row it stands in, in one block: the word's place, then the last fifteen characters of the row's id. The id makes each block
 * another, so that its ciphertext tells nothing of how often a word occurs, and is what a changed or moved one fails by (2^-120).
 */
export function flagBlock<F extends FlagField>(field: F, of: string, word: FlagWord<F>): Buffer {
  const place = (FLAG_WORDS[field] as readonly string[]).indexOf(word);
  if (place === -1) throw new Error(`${field} knows no such word`);
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  block[0] = place;
  if (of.length < BOUND_BYTES || block.write(of.slice(-BOUND_BYTES), 1, "latin1") !== BOUND_BYTES) throw new Error(`${field} belongs to a record with an id`);
  return block;
}

/** Byte by byte: to make a text of each of two million costs more than the cipher does. */
function isBoundTo(block: Buffer, of: string): boolean {
  const from = of.length - BLOCK_BYTES;
  for (let at = 1; at < BLOCK_BYTES; at += 1) if (block[at] !== of.charCodeAt(from + at)) return false;
  return true;
}

/** The word of an opened block; throws where it is another record's, or was changed. */
export function flagWord<F extends FlagField>(field: F, of: string, block: Buffer): FlagWord<F> {
  const word = FLAG_WORDS[field][block[0]!];
  if (word === undefined || !isBoundTo(block, of)) throw new CannotOpen(`the ciphertext of ${field} was changed, or belongs to another key or record`);
  return word as FlagWord<F>;
}
