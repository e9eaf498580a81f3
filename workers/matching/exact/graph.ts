import type { AssignmentAim, AssignmentProblem } from "./problem.ts";

/** The problem by rows and by columns. An edge is known by its place in the rows. */
export interface Graph {
  workers: number;
  posts: number;
  /** worker i's edges are start[i] .. start[i + 1] - 1 */
  start: Int32Array;
  post: Int32Array;
  /** value, or minus value when minimising */
  gain: Float64Array;
  /** the edge's number in the problem */
  source: Int32Array;
  /** post j's edges are byPost[postStart[j]] .. byPost[postStart[j + 1] - 1] */
  postStart: Int32Array;
  byPost: Int32Array;
  worker: Int32Array;
  /** post j's places are numbered slotStart[j] .. slotStart[j + 1] - 1 */
  slotStart: Int32Array;
  perfect: boolean;
}

/** Rows and columns of the problem in typed arrays. Throws RangeError where the problem is not one. */
export function buildGraph(problem: AssignmentProblem, aim: AssignmentAim): Graph {
  const { workers, capacities, edgeWorker, edgePost, edgeValue } = problem;
  const posts = capacities.length;
  const edges = edgeValue.length;
  if (edgeWorker.length !== edges || edgePost.length !== edges) throw new RangeError("an edge needs a worker, a post and a value");
  const start = new Int32Array(workers + 1);
  const postStart = new Int32Array(posts + 1);
  for (let e = 0; e < edges; e += 1) {
    if (!Number.isFinite(edgeValue[e]!)) throw new RangeError(`the value of edge ${e} is not finite`);
    start[requireIndex(edgeWorker[e]!, workers, "worker", e) + 1]! += 1;
    postStart[requireIndex(edgePost[e]!, posts, "post", e) + 1]! += 1;
  }
  sumUp(start);
  sumUp(postStart);
  const graph: Graph = {
    workers, posts, start, postStart,
    post: new Int32Array(edges),
    gain: new Float64Array(edges),
    source: new Int32Array(edges),
    byPost: new Int32Array(edges),
    worker: new Int32Array(edges),
    slotStart: slots(capacities, postStart),
    perfect: aim.perfect ?? false,
  };
  const next = start.slice();
  for (let e = 0; e < edges; e += 1) {
    const at = next[edgeWorker[e]!]!++;
    graph.worker[at] = edgeWorker[e]!;
    graph.post[at] = edgePost[e]!;
    graph.gain[at] = aim.minimise ? -edgeValue[e]! : edgeValue[e]!;
    graph.source[at] = e;
  }
  const nextOfPost = postStart.slice();
  for (let at = 0; at < edges; at += 1) graph.byPost[nextOfPost[graph.post[at]!]!++] = at;
  return graph;
}

/** Places beyond one more than the edges of a post would never fill, so they are not counted out. */
function slots(capacities: ArrayLike<number>, postStart: Int32Array): Int32Array {
  const slotStart = new Int32Array(capacities.length + 1);
  for (let j = 0; j < capacities.length; j += 1) {
    const capacity = capacities[j]!;
    if (!Number.isSafeInteger(capacity) || capacity < 0) throw new RangeError(`the capacity of post ${j} is not a whole number from 0`);
    slotStart[j + 1] = slotStart[j]! + Math.min(capacity, postStart[j + 1]! - postStart[j]! + 1);
  }
  return slotStart;
}

function requireIndex(index: number, below: number, what: string, edge: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= below) throw new RangeError(`edge ${edge} names ${what} ${index}, which is not there`);
  return index;
}

function sumUp(counts: Int32Array) {
  for (let i = 1; i < counts.length; i += 1) counts[i]! += counts[i - 1]!;
}
