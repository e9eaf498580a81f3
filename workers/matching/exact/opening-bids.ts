import type { Graph } from "./graph.ts";

export interface Bids {
  /** of one place at each post: the lowest bid of a full post, else 0 */
  price: Float64Array;
  /** the edge of the place that each worker holds, or -1 */
  held: Int32Array;
}

/** Bids go up by this part of the spread of gains: smaller is slower here and leaves less to put right. */
const STEP = 1 / 1_000;
/** Where bidding drags on, the step doubles each time that every edge has been looked at so often; at last it ends. */
const LOOKS_A_STEP = 20;
const MOST_STEPS = 6;
const SAMPLE = 2_000;

/**
 * A round of bids: each worker offers for the best post what would make the second best as good, and a step at least; a
 * full post drops its lowest bid. The outcome is near the best assignment; what is wrong by a step, paths put right.
 */
export function openingBids(graph: Graph): Bids {
  const spread = spreadOf(graph);
  const { workers, posts, start, post, gain, slotStart, perfect } = graph;
  const price = new Float64Array(posts);
  const held = new Int32Array(workers).fill(-1);
  const filled = new Int32Array(posts);
  const bids = new Float64Array(slotStart[posts]!);
  const bidder = new Int32Array(slotStart[posts]!);
  const waiting = Int32Array.from({ length: workers }, (_, i) => i);
  const closed = closePostsWithoutPlaces(graph, price);
  let first = 0;
  let count = workers;
  let step = spread * STEP;
  let steps = 1;
  for (let looks = 0; count > 0; ) {
    if (looks > steps * LOOKS_A_STEP * gain.length) {
      if (steps++ === MOST_STEPS) break;
      step *= 2;
    }
    const worker = waiting[first]!;
    first = first + 1 === workers ? 0 : first + 1;
    count -= 1;
    let best = perfect ? -Infinity : 0;
    let second = best;
    let bestEdge = -1;
    for (let e = start[worker]!; e < start[worker + 1]!; e += 1) {
      if (closed[post[e]!] === 1) continue;
      const net = gain[e]! - price[post[e]!]!;
      if (net > best) {
        second = best;
        best = net;
        bestEdge = e;
      } else if (net > second) second = net;
    }
    looks += start[worker + 1]! - start[worker]! + 1;
    if (bestEdge < 0) continue;
    const at = post[bestEdge]!;
    const over = second === -Infinity ? spread : best - second;
    const raised = price[at]! + Math.max(over, step);
    const bid = perfect ? raised : Math.min(raised, gain[bestEdge]!);
    held[worker] = bestEdge;
    const from = slotStart[at]!;
    const places = slotStart[at + 1]! - from;
    if (filled[at]! < places) {
      rise(bids, bidder, from, filled[at]!++, bid, worker);
      if (filled[at] === places) price[at] = bids[from]!;
      continue;
    }
    const dropped = bidder[from]!;
    held[dropped] = -1;
    waiting[(first + count) % workers] = dropped;
    count += 1;
    sink(bids, bidder, from, places, bid, worker);
    price[at] = bids[from]!;
  }
  return { price, held };
}

/** How far apart gains usually are: from the 5th to the 95th part in a hundred, as a few odd ones say nothing of the rest. */
function spreadOf({ gain, perfect }: Graph): number {
  const every = Math.max(1, Math.floor(gain.length / SAMPLE));
  const sample = gain.filter((_, e) => e % every === 0).sort();
  const low = sample[Math.floor(sample.length * 0.05)] ?? 0;
  const high = sample[Math.floor(sample.length * 0.95)] ?? 0;
  const odd = (sample.at(-1) ?? 0) - (sample[0] ?? 0);
  return (perfect ? high - low : Math.max(high, 0) - Math.min(low, 0)) || odd || 1;
}

/** Nobody can go to a post without places, so its price costs nothing: high enough that nobody would want to. */
function closePostsWithoutPlaces(graph: Graph, price: Float64Array): Uint8Array {
  const closed = new Uint8Array(graph.posts);
  for (let j = 0; j < graph.posts; j += 1) {
    if (graph.slotStart[j + 1]! > graph.slotStart[j]!) continue;
    closed[j] = 1;
    for (let k = graph.postStart[j]!; k < graph.postStart[j + 1]!; k += 1) price[j] = Math.max(price[j]!, graph.gain[graph.byPost[k]!]!);
  }
  return closed;
}

function rise(bids: Float64Array, bidder: Int32Array, from: number, place: number, bid: number, worker: number) {
  let at = place;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (bids[from + above]! <= bid) break;
    bids[from + at] = bids[from + above]!;
    bidder[from + at] = bidder[from + above]!;
    at = above;
  }
  bids[from + at] = bid;
  bidder[from + at] = worker;
}

/** Puts the bid where the lowest was, in a heap of `places` bids. */
function sink(bids: Float64Array, bidder: Int32Array, from: number, places: number, bid: number, worker: number) {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= places) break;
    if (child + 1 < places && bids[from + child + 1]! < bids[from + child]!) child += 1;
    if (bids[from + child]! >= bid) break;
    bids[from + at] = bids[from + child]!;
    bidder[from + at] = bidder[from + child]!;
    at = child;
  }
  bids[from + at] = bid;
  bidder[from + at] = worker;
}
