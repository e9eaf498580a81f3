import type { Graph } from "./graph.ts";
import { PostQueue } from "./post-queue.ts";
import type { State } from "./state.ts";

/**
 * A place that has a price and no holder is priced wrong. Finds each such place the way of least loss: a worker from
 * outside, or from another post whose place is then to be filled, or the price falls to nothing, here or there. Prices
 * of the posts passed fall by what that way is cheaper than theirs. Everybody must be placed or want nothing by now.
 */
export function fillPlaces(graph: Graph, state: State) {
  const search = new FillSearch(graph, state);
  for (let post = 0; post < graph.posts; post += 1) {
    while (state.price[post]! > 0 && state.hasRoom(post)) search.fill(post);
  }
}

class FillSearch {
  private readonly queue: PostQueue;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  /** the edge by which a holder of this post would leave it */
  private readonly leftBy: Int32Array;
  private length = Infinity;
  /** how the way ends: by this edge from outside, else with a free place at this post */
  private endEdge = -1;
  private endPost = -1;

  constructor(private readonly graph: Graph, private readonly state: State) {
    this.queue = new PostQueue(graph.posts);
    this.touched = new Int32Array(graph.posts);
    this.leftBy = new Int32Array(graph.posts);
  }

  fill(start: number) {
    const { state, queue } = this;
    queue.reset(this.touched, this.touchedCount);
    this.touchedCount = 0;
    this.endEdge = -1;
    this.length = Infinity;
    this.reach(start, 0, -1);
    while (queue.nearest < this.length) this.look(queue.take());
    for (let k = 0; k < this.touchedCount; k += 1) {
      const post = this.touched[k]!;
      const cheaper = this.length - queue.distance[post]!;
      if (cheaper > 0) state.price[post] = Math.max(0, state.price[post]! - cheaper);
    }
    if (this.endEdge < 0) state.price[this.endPost] = 0;
    this.moveAlong(start);
  }

  private reach(post: number, distance: number, edge: number) {
    if (distance >= this.queue.distance[post]!) return;
    if (this.queue.distance[post] === Infinity) this.touched[this.touchedCount++] = post;
    this.leftBy[post] = edge;
    this.queue.put(post, distance);
    const free = distance + this.state.price[post]!;
    if (free >= this.length) return;
    this.length = free;
    this.endEdge = -1;
    this.endPost = post;
  }

  /** Who could come to this post. */
  private look(to: number) {
    const { graph, state, queue } = this;
    const { gain, post } = graph;
    const distance = queue.distance[to]!;
    for (let k = graph.postStart[to]!, end = graph.postStart[to + 1]!; k < end; k += 1) {
      const edge = graph.byPost[k]!;
      const worker = graph.worker[edge]!;
      const held = state.held[worker]!;
      const has = held >= 0 ? gain[held]! - state.price[post[held]!]! : 0;
      const loss = has - (gain[edge]! - state.price[to]!);
      const reached = loss > 0 ? distance + loss : distance;
      if (reached >= this.length) continue;
      if (held >= 0) this.reach(post[held]!, reached, edge);
      else {
        this.length = reached;
        this.endEdge = edge;
      }
    }
  }

  private moveAlong(start: number) {
    const { graph, state } = this;
    const edges: number[] = this.endEdge >= 0 ? [this.endEdge] : [];
    for (let post = this.endEdge >= 0 ? graph.post[this.endEdge]! : this.endPost; post !== start; ) {
      const edge = this.leftBy[post]!;
      edges.push(edge);
      post = graph.post[edge]!;
    }
    for (const edge of edges.reverse()) {
      const worker = graph.worker[edge]!;
      if (state.held[worker]! >= 0) state.release(worker);
      state.place(worker, edge);
    }
  }
}
