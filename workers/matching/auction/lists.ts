import { sharedInt32 } from "../columns/shared-arrays.ts";
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
  /** what a person is worth to the post, in units */
  value: Int32Array;
  /** value less price at the time the list was put in order; it falls from entry to entry, and what it says is never too little */
  net: Int32Array;
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
    start, count: sharedInt32(capacity.length), threshold: sharedInt32(capacity.length), person: sharedInt32(size), value: sharedInt32(size), net: sharedInt32(size),
  };
}

const order = new Float64Array(MOST);
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

function writeOrdered(lists: CandidateLists, from: number, count: number, by: Int32Array) {
  // a net and its place packed in one number, so that numbers are sorted and not objects
  for (let nth = 0; nth < count; nth += 1) order[nth] = by[nth]! * MOST + nth;
  const sorted = order.subarray(0, count).sort();
  for (let nth = 0; nth < count; nth += 1) {
    const key = sorted[count - 1 - nth]!;
    const net = Math.floor(key / MOST);
    const at = key - net * MOST;
    lists.person[from + nth] = persons[at]!;
    lists.value[from + nth] = values[at]!;
    lists.net[from + nth] = net;
  }
}
