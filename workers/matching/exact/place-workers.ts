import type { Graph } from "./graph.ts";
import { PostQueue } from "./post-queue.ts";
import type { Shortage } from "./problem.ts";
import type { State } from "./state.ts";

/**
 * Finds each worker without a place the way of least loss: to a post with room, moving others along, or out, for the
 * worker or for one of those moved. Prices of the full posts that were passed rise by what that way is cheaper than theirs,
 * so that every worker stays where nothing is better. Returns the shortage when somebody must be placed and can't be.
 */
export function placeWorkers(graph: Graph, state: State): Shortage | null {
  const search = new PlaceSearch(graph, state);
  for (let worker = 0; worker < graph.workers; worker += 1) {
    if (state.held[worker]! >= 0) continue;
    const own = state.bestGain(worker);
    if (!graph.perfect && own <= 0) continue;
    if (!search.place(worker, own)) return search.shortage(worker);
  }
  return null;
}

class PlaceSearch {
  private readonly queue: PostQueue;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  /** the edge by which a post was reached nearest */
  private readonly reachedBy: Int32Array;
  private length = Infinity;
  /** how the way ends: by this edge into a room, else with this worker going out */
  private endEdge = -1;
  private endWorker = -1;

  constructor(private readonly graph: Graph, private readonly state: State) {
    this.queue = new PostQueue(graph.posts);
    this.touched = new Int32Array(graph.posts);
    this.reachedBy = new Int32Array(graph.posts);
  }

  place(worker: number, own: number): boolean {
    const { graph, state, queue } = this;
    queue.reset(this.touched, this.touchedCount);
    this.touchedCount = 0;
    this.endEdge = -1;
    this.endWorker = worker;
    this.length = graph.perfect ? Infinity : own;
    this.look(worker, own, 0);
    while (queue.nearest < this.length) {
      const post = queue.take();
      const distance = queue.distance[post]!;
      const from = graph.slotStart[post]!;
      for (let slot = from; slot < from + state.filled[post]!; slot += 1) {
        const holder = state.holder[slot]!;
        const has = graph.gain[state.held[holder]!]! - state.price[post]!;
        if (!graph.perfect && distance + has < this.length) {
          this.length = distance + has;
          this.endEdge = -1;
          this.endWorker = holder;
        }
        this.look(holder, has, distance);
      }
    }
    if (this.length === Infinity) return false;
    this.raisePrices();
    this.moveAlong(worker);
    return true;
  }

  /** Where the worker, who has `has`, could go from here. */
  private look(worker: number, has: number, distance: number) {
    const { graph, state, queue } = this;
    const { post, gain } = graph;
    const price = state.price;
    for (let e = graph.start[worker]!, end = graph.start[worker + 1]!; e < end; e += 1) {
      const to = post[e]!;
      const loss = has - (gain[e]! - price[to]!);
      const reached = loss > 0 ? distance + loss : distance;
      if (reached >= this.length) continue;
      if (state.hasRoom(to)) {
        this.length = reached;
        this.endEdge = e;
      } else if (reached < queue.distance[to]!) {
        if (queue.distance[to] === Infinity) this.touched[this.touchedCount++] = to;
        this.reachedBy[to] = e;
        queue.put(to, reached);
      }
    }
  }

  private raisePrices() {
    for (let k = 0; k < this.touchedCount; k += 1) {
      const post = this.touched[k]!;
      const cheaper = this.length - this.queue.distance[post]!;
      if (cheaper > 0) this.state.price[post]! += cheaper;
    }
  }

  private moveAlong(worker: number) {
    const { graph, state } = this;
    let edge = this.endEdge;
    let mover = edge >= 0 ? graph.worker[edge]! : this.endWorker;
    for (;;) {
      const left = state.held[mover]!;
      if (left >= 0) state.release(mover);
      if (edge >= 0) state.place(mover, edge);
      if (mover === worker) return;
      edge = this.reachedBy[graph.post[left]!]!;
      mover = graph.worker[edge]!;
    }
  }

  shortage(worker: number): Shortage {
    const { graph, state } = this;
    const posts = [...this.touched.subarray(0, this.touchedCount)];
    const workers = [worker, ...posts.flatMap((post) => [...state.holder.subarray(graph.slotStart[post]!, graph.slotStart[post]! + state.filled[post]!)])];
    return { feasible: false, workers, posts, places: workers.length - 1 };
  }
}
