/** A heap of posts by distance; a post that comes nearer moves up. */
export class PostQueue {
  readonly distance: Float64Array;
  private readonly heap: Int32Array;
  private readonly place: Int32Array;
  private size = 0;

  constructor(posts: number) {
    this.distance = new Float64Array(posts).fill(Infinity);
    this.heap = new Int32Array(posts);
    this.place = new Int32Array(posts).fill(-1);
  }

  /** The least distance of a queued post, Infinity when there is none. */
  get nearest(): number {
    return this.size > 0 ? this.distance[this.heap[0]!]! : Infinity;
  }

  /** Puts the post in, or nearer; the caller has seen that `distance` is less than the present one. */
  put(post: number, distance: number) {
    const { heap, place } = this;
    this.distance[post] = distance;
    let at = place[post]!;
    if (at < 0) at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 2;
      const other = heap[above]!;
      if (this.distance[other]! <= distance) break;
      heap[at] = other;
      place[other] = at;
      at = above;
    }
    heap[at] = post;
    place[post] = at;
  }

  /** Takes out a post of least distance. */
  take(): number {
    const { heap, place, distance } = this;
    const first = heap[0]!;
    place[first] = -1;
    const last = heap[--this.size]!;
    if (this.size === 0) return first;
    const far = distance[last]!;
    let at = 0;
    for (;;) {
      const from = 4 * at + 1;
      if (from >= this.size) break;
      const to = Math.min(from + 4, this.size);
      let best = from;
      for (let child = from + 1; child < to; child += 1) if (distance[heap[child]!]! < distance[heap[best]!]!) best = child;
      const other = heap[best]!;
      if (distance[other]! >= far) break;
      heap[at] = other;
      place[other] = at;
      at = best;
    }
    heap[at] = last;
    place[last] = at;
    return first;
  }

  /** Empties the queue and forgets the distances of these posts: all that were ever put in since the last time. */
  reset(touched: Int32Array, count: number) {
    for (let k = 0; k < count; k += 1) {
      this.distance[touched[k]!] = Infinity;
      this.place[touched[k]!] = -1;
    }
    this.size = 0;
  }
}
