/** Numbers by their weight, the greatest first, of equals the lowest number first. */
export class Queue {
  readonly #at: number[] = [];
  readonly #weight: number[] = [];

  add(at: number, weight: number): void {
    let hole = this.#at.length;
    while (hole > 0) {
      const above = (hole - 1) >> 1;
      if (!this.#before(at, weight, above)) break;
      this.#put(hole, this.#at[above]!, this.#weight[above]!);
      hole = above;
    }
    this.#put(hole, at, weight);
  }

  /** -1 when it is empty. */
  take(): number {
    const [first] = this.#at;
    const at = this.#at.pop();
    const weight = this.#weight.pop();
    if (first === undefined || at === undefined || weight === undefined) return -1;
    if (this.#at.length === 0) return first;
    let hole = 0;
    for (;;) {
      let below = 2 * hole + 1;
      if (below >= this.#at.length) break;
      if (below + 1 < this.#at.length && this.#before(this.#at[below + 1]!, this.#weight[below + 1]!, below)) below += 1;
      if (this.#before(at, weight, below)) break;
      this.#put(hole, this.#at[below]!, this.#weight[below]!);
      hole = below;
    }
    this.#put(hole, at, weight);
    return first;
  }

  #before(at: number, weight: number, other: number): boolean {
    return weight > this.#weight[other]! || (weight === this.#weight[other]! && at < this.#at[other]!);
  }

  #put(hole: number, at: number, weight: number) {
    this.#at[hole] = at;
    this.#weight[hole] = weight;
  }
}
