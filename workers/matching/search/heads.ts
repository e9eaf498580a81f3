/** What is still to be looked at, by the most it could be worth: a queue of bins, highest first, ties last in first out. */
export class Heads {
  /** bin of the head taken last */
  bin = -1;
  at = new Int32Array(4_096);
  base = new Float64Array(4_096);
  rest = new Int32Array(4_096);
  #next = new Int32Array(4_096);
  #count = 0;
  readonly #bins: Int32Array;

  constructor(bins: number) {
    this.#bins = new Int32Array(bins + 1).fill(-1);
  }

  clear() {
    this.#bins.fill(-1);
    this.#count = 0;
    this.bin = -1;
  }

  /** Puts something into a bin; below the highest bin that has been taken nothing moves up again. */
  add(bin: number, at: number, base: number, rest: number) {
    const head = this.#count;
    if (head === this.at.length) this.#grow();
    this.at[head] = at;
    this.base[head] = base;
    this.rest[head] = rest;
    this.#next[head] = this.#bins[bin]!;
    this.#bins[bin] = head;
    this.#count = head + 1;
    if (bin > this.bin) this.bin = bin;
  }

  /** The head of the highest bin, or -1 when there is none left. */
  take(): number {
    while (this.bin >= 0) {
      const head = this.#bins[this.bin]!;
      if (head >= 0) {
        this.#bins[this.bin] = this.#next[head]!;
        return head;
      }
      this.bin -= 1;
    }
    return -1;
  }

  #grow() {
    const size = this.#count * 2;
    this.at = grown(this.at, new Int32Array(size));
    this.base = grown(this.base, new Float64Array(size));
    this.rest = grown(this.rest, new Int32Array(size));
    this.#next = grown(this.#next, new Int32Array(size));
  }
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
