import { sharedInt32, sharedUint16 } from "../columns/shared-arrays.ts";
import type { Best } from "../search/best.ts";

/**
 * For each post the people it may ask for: those found best when the list was made, best first. Nobody who is not on a
 * post's list is worth more to it than `threshold`, and as prices only rise that stays true.
 */
export interface CandidateLists {
  /** room of post j: start[j] … start[j + 1], of which the first count[j] are in use */
  start: Int32Array;
  count: Int32Array;
  threshold: Int32Array;
  person: Int32Array;
  /** what a person is worth to the post, in units; two bytes hold it, and short lists are read from nearer memory */
  value: Uint16Array;
  /** value less price at the time the list was put in order, or 0; it falls from entry to entry, and what it says is never too little */
  net: Uint16Array;
}

/** How many people a list has room for. */
export function listLimitOf(capacity: number): number {
  return capacity <= 0 ? 0 : Math.min(MOST, Math.max(384, capacity * 48));
}
const MOST = 4_096;

export function emptyLists(capacity: Int32Array): CandidateLists {
  const start = sharedInt32(capacity.length + 1);
  for (let post = 0; post < capacity.length; post += 1) start[post + 1] = start[post]! + listLimitOf(capacity[post]!);
  const size = start[capacity.length]!;
  return {
    start, count: sharedInt32(capacity.length), threshold: sharedInt32(capacity.length), person: sharedInt32(size), value: sharedUint16(size), net: sharedUint16(size),
  };
}

const RADIX_BITS = 8;
const RADIX = 1 << RADIX_BITS;
const digitAt = new Int32Array(RADIX + 1);
let order = new Int32Array(MOST);
let ordered = new Int32Array(MOST);
const persons = new Int32Array(MOST);
const values = new Int32Array(MOST);

/** Makes a post's list of what a search found. */
export function writeList(lists: CandidateLists, post: number, best: Best): void {
  const from = lists.start[post]!;
  persons.set(best.persons.subarray(0, best.count));
  values.set(best.values.subarray(0, best.count));
  writeOrdered(lists, from, best.count, best.nets);
  lists.count[post] = best.count;
  lists.threshold[post] = best.threshold;
}

/** Puts a post's list in order again by what its people are worth now. */
export function reorderList(lists: CandidateLists, post: number, prices: Int32Array): void {
  const from = lists.start[post]!;
  const count = lists.count[post]!;
  persons.set(lists.person.subarray(from, from + count));
  values.set(lists.value.subarray(from, from + count));
  for (let nth = 0; nth < count; nth += 1) nets[nth] = values[nth]! - prices[persons[nth]!]!;
  writeOrdered(lists, from, count, nets);
}
const nets = new Int32Array(MOST);

/** By falling net, of equals the later first: a radix sort of places, a byte of the net at a time. */
function writeOrdered(lists: CandidateLists, from: number, count: number, by: Int32Array) {
  let most = -0x80000000;
  let least = 0x7fffffff;
  for (let nth = 0; nth < count; nth += 1) {
    most = Math.max(most, by[nth]!);
    least = Math.min(least, by[nth]!);
    order[nth] = count - 1 - nth;
  }
  for (let shift = 0; count > 0 && (most - least) >> shift > 0; shift += RADIX_BITS) {
    digitAt.fill(0);
    for (let nth = 0; nth < count; nth += 1) digitAt[(((most - by[nth]!) >> shift) & (RADIX - 1)) + 1]! += 1;
    for (let digit = 1; digit <= RADIX; digit += 1) digitAt[digit]! += digitAt[digit - 1]!;
    for (let nth = 0; nth < count; nth += 1) {
      const digit = ((most - by[order[nth]!]!) >> shift) & (RADIX - 1);
      ordered[digitAt[digit]!] = order[nth]!;
      digitAt[digit]! += 1;
    }
    [order, ordered] = [ordered, order];
  }
  for (let nth = 0; nth < count; nth += 1) {
    const at = order[nth]!;
    lists.person[from + nth] = persons[at]!;
    lists.value[from + nth] = values[at]!;
    lists.net[from + nth] = Math.max(0, by[at]!);
  }
}
