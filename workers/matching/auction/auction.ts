import { sharedInt32 } from "../columns/shared-arrays.ts";
import { type CandidateLists, reorderList } from "./lists.ts";

export const NOBODY = -1;

/** Where an auction stands: what people cost in units, and who holds whom. */
export interface AuctionState {
  prices: Int32Array;
  /** the post that holds each person, or NOBODY */
  owner: Int32Array;
  /** how many each post holds: holder entries holderStart[j] … holderStart[j] + held[j] */
  held: Int32Array;
  /** how many a post still wants; lowered when nobody is left who is worth more than they cost */
  wanted: Int32Array;
  holderStart: Int32Array;
  holderPerson: Int32Array;
  holderValue: Int32Array;
}

/** An auction in which nobody has been asked for yet. */
export function openAuction(persons: number, capacity: Int32Array): AuctionState {
  const posts = capacity.length;
  const holderStart = sharedInt32(posts + 1);
  for (let post = 0; post < posts; post += 1) holderStart[post + 1] = holderStart[post]! + Math.max(0, capacity[post]!);
  const wanted = sharedInt32(posts);
  wanted.set(capacity);
  return {
    prices: sharedInt32(persons), owner: sharedInt32(persons).fill(NOBODY), held: sharedInt32(posts), wanted, holderStart,
    holderPerson: sharedInt32(holderStart[posts]!), holderValue: sharedInt32(holderStart[posts]!),
  };
}

/** A list is put in order again after this many entries had to be read for one round of bids. */
const READ_BEFORE_REORDER = 48;
const PLACES = 0x1000;

/**
 * Posts bid for people until every opening has somebody it would not exchange for more than `epsilon` units, or nobody
 * worth more than their price. Prices start at nothing and only rise, so whoever is left without a post costs nothing:
 * with that the total is within `epsilon` an opening of the greatest there is (Bertsekas, auction algorithm, with
 * openings of one post as similar bidders).
 *
 * `run` works off `queue` as far as the lists reach and gives back the posts that need a new list; a post whose list
 * holds everybody (threshold 0) is never among them.
 */
export function auctionOf(lists: CandidateLists, state: AuctionState, epsilon: number) {
  const { prices, owner, held, wanted, holderStart, holderPerson, holderValue } = state;
  const posts = wanted.length;
  const queued = new Uint8Array(posts);
  /** posts whose last look at their list was long */
  const isStale = new Uint8Array(posts);
  const ring = new Int32Array(posts + 1);
  let keys = new Float64Array(256);
  let bids = 0;

  const release = (post: number, person: number) => {
    const from = holderStart[post]!;
    const last = from + held[post]! - 1;
    let at = from;
    while (holderPerson[at] !== person) at += 1;
    holderPerson[at] = holderPerson[last]!;
    holderValue[at] = holderValue[last]!;
    held[post]! -= 1;
  };

  const take = (post: number, entry: number, price: number): number => {
    const person = lists.person[entry]!;
    const before = owner[person]!;
    if (before !== NOBODY) release(before, person);
    prices[person] = price;
    owner[person] = post;
    const at = holderStart[post]! + held[post]!;
    holderPerson[at] = person;
    holderValue[at] = lists.value[entry]!;
    held[post]! += 1;
    bids += 1;
    return before;
  };

  /** Openings of one post are alike: what the last of them can't get for less, the others don't hold for less either. */
  const equalise = (post: number, level: number) => {
    for (let at = holderStart[post]!; at < holderStart[post]! + held[post]!; at += 1) {
      const price = holderValue[at]! - level;
      if (price > prices[holderPerson[at]!]!) prices[holderPerson[at]!] = price;
    }
  };

  /** Collects the best `limit` people a post doesn't hold, as keys of net and place in descending order; gives their number. */
  const collect = (post: number, limit: number): number => {
    const from = lists.start[post]!;
    const to = from + lists.count[post]!;
    let kept = 0;
    let floor = 0;
    let entry = from;
    for (; entry < to && lists.net[entry]! > floor; entry += 1) {
      const person = lists.person[entry]!;
      const net = lists.value[entry]! - prices[person]!;
      if (net <= floor || owner[person] === post) continue;
      kept = insert(keys, kept, limit, net * PLACES + (entry - from));
      if (kept === limit) floor = Math.floor(keys[limit - 1]! / PLACES);
    }
    isStale[post] = entry - from > READ_BEFORE_REORDER + 4 * limit ? 1 : 0;
    return kept;
  };

  const run = (queue: Iterable<number>): number[] => {
    const blocked: number[] = [];
    let head = 0;
    let tail = 0;
    const enqueue = (post: number) => {
      if (queued[post] === 1) return;
      queued[post] = 1;
      ring[tail] = post;
      tail = tail === posts ? 0 : tail + 1;
    };
    for (const post of queue) enqueue(post);
    while (head !== tail) {
      const post = ring[head]!;
      head = head === posts ? 0 : head + 1;
      queued[post] = 0;
      const free = wanted[post]! - held[post]!;
      if (free <= 0) continue;
      if (keys.length < free + 1) keys = new Float64Array(2 * free);
      if (isStale[post] === 1) reorderList(lists, post, prices);
      const kept = collect(post, free + 1);
      const threshold = lists.threshold[post]!;
      const reference = Math.max(kept > free ? Math.floor(keys[free]! / PLACES) : 0, threshold);
      const from = lists.start[post]!;
      let placed = 0;
      for (; placed < Math.min(free, kept); placed += 1) {
        const net = Math.floor(keys[placed]! / PLACES);
        if (net < reference) break;
        const entry = from + (keys[placed]! - net * PLACES);
        const before = take(post, entry, lists.value[entry]! - reference + epsilon);
        if (before !== NOBODY) enqueue(before);
      }
      equalise(post, placed < free && threshold === 0 ? 0 : reference);
      if (placed < free) {
        if (threshold > 0) blocked.push(post);
        else wanted[post] = held[post]!;
      }
    }
    return blocked;
  };
  return { run, bids: () => bids };
}

/** Keeps the highest `limit` keys in descending order. */
function insert(keys: Float64Array, kept: number, limit: number, key: number): number {
  if (kept === limit && keys[kept - 1]! >= key) return kept;
  let at = kept === limit ? kept - 1 : kept;
  while (at > 0 && keys[at - 1]! < key) {
    keys[at] = keys[at - 1]!;
    at -= 1;
  }
  keys[at] = key;
  return kept === limit ? kept : kept + 1;
}
