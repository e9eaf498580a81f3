/** The highest few of many, kept as a heap whose root is the least of them. Net values are whole numbers above zero. */
export class Best {
  readonly limit: number;
  count = 0;
  /** what something must exceed to be kept */
  threshold = 0;
  readonly persons: Int32Array;
  readonly values: Int32Array;
  readonly nets: Int32Array;

  constructor(limit: number) {
    this.limit = limit;
    this.persons = new Int32Array(limit);
    this.values = new Int32Array(limit);
    this.nets = new Int32Array(limit);
  }

  /** Empties it; from then on something must exceed `floor` to be kept. */
  clear(floor: number) {
    this.count = 0;
    this.threshold = floor;
  }

  offer(person: number, value: number, net: number) {
    if (net <= this.threshold) return;
    if (this.count < this.limit) {
      this.#rise(this.count, person, value, net);
      this.count += 1;
    } else this.#sink(person, value, net);
    if (this.count === this.limit) this.threshold = this.nets[0]!;
  }

  #rise(from: number, person: number, value: number, net: number) {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.nets[above]! <= net) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, person, value, net);
  }

  #sink(person: number, value: number, net: number) {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.count) break;
      if (below + 1 < this.count && this.nets[below + 1]! < this.nets[below]!) below += 1;
      if (this.nets[below]! >= net) break;
      this.#move(below, at);
      at = below;
    }
    this.#put(at, person, value, net);
  }

  #move(from: number, to: number) {
    this.#put(to, this.persons[from]!, this.values[from]!, this.nets[from]!);
  }

  #put(at: number, person: number, value: number, net: number) {
    this.persons[at] = person;
    this.values[at] = value;
    this.nets[at] = net;
  }
}
