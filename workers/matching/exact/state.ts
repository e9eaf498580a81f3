import type { Graph } from "./graph.ts";

/** Who holds which place at what price, while the solver works. */
export class State {
  /** of one place at the post */
  readonly price: Float64Array;
  /** the edge by which a worker is placed, or -1 */
  readonly held: Int32Array;
  /** workers at post j: holder[slotStart[j]] .. holder[slotStart[j] + filled[j] - 1] */
  readonly holder: Int32Array;
  readonly filled: Int32Array;
  private readonly slotOf: Int32Array;

  constructor(private readonly graph: Graph) {
    this.price = new Float64Array(graph.posts);
    this.held = new Int32Array(graph.workers).fill(-1);
    this.holder = new Int32Array(graph.slotStart[graph.posts]!);
    this.filled = new Int32Array(graph.posts);
    this.slotOf = new Int32Array(graph.workers);
  }

  hasRoom(post: number): boolean {
    return this.graph.slotStart[post]! + this.filled[post]! < this.graph.slotStart[post + 1]!;
  }

  place(worker: number, edge: number) {
    const post = this.graph.post[edge]!;
    const slot = this.graph.slotStart[post]! + this.filled[post]!++;
    this.holder[slot] = worker;
    this.slotOf[worker] = slot;
    this.held[worker] = edge;
  }

  release(worker: number) {
    const post = this.graph.post[this.held[worker]!]!;
    const last = this.graph.slotStart[post]! + --this.filled[post]!;
    const moved = this.holder[last]!;
    this.holder[this.slotOf[worker]!] = moved;
    this.slotOf[moved] = this.slotOf[worker]!;
    this.held[worker] = -1;
  }

  /** The most a worker can get at present prices, over posts alone; -Infinity without an edge. */
  bestGain(worker: number): number {
    const { start, post, gain } = this.graph;
    let best = -Infinity;
    for (let e = start[worker]!; e < start[worker + 1]!; e += 1) {
      const net = gain[e]! - this.price[post[e]!]!;
      if (net > best) best = net;
    }
    return best;
  }
}
