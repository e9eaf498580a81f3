/**
 * The generator's own random source (xoshiro128**, seeded through splitmix32): the same key gives the same numbers
 * on every machine, and each thing made has a stream of its own, so that one more draw here moves nothing there.
 */
export class Random {
  private state = 0x9e3779b9;
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(key: readonly number[]) {
    for (const part of key) {
      this.state = Math.imul(this.state ^ (part | 0), 0x85ebca6b) ^ Math.floor(part / 0x1_0000_0000);
      this.state = this.split();
    }
    this.a = this.split();
    this.b = this.split();
    this.c = this.split();
    this.d = this.split();
  }

  private split(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  }

  bits32(): number {
    const times5 = Math.imul(this.b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** 0 ≤ x < 1 */
  next(): number {
    return this.bits32() / 0x1_0000_0000;
  }

  /** a whole number from `from` to `to`, both included */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  weighted<T>({ values, sums }: WeightedChoice<T>): T {
    const aim = this.next() * sums[sums.length - 1]!;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! > aim) high = middle;
      else low = middle + 1;
    }
    return values[low]!;
  }
}

export interface WeightedChoice<T> {
  values: readonly T[];
  /** running sums of the weights; the last is their total */
  sums: Float64Array;
}

/** Prepares a choice by weight once, so that drawing takes a binary search. Throws RangeError without a positive weight. */
export function weighted<T>(pairs: readonly (readonly [T, number])[]): WeightedChoice<T> {
  const sums = new Float64Array(pairs.length);
  let total = 0;
  pairs.forEach(([, weight], i) => (sums[i] = total += weight));
  if (!(total > 0)) throw new RangeError("a weighted choice needs a positive weight");
  return { values: pairs.map(([value]) => value), sums };
}

/** A stream for the thing that these numbers name, for example (seed, PEOPLE, 17). */
export function randomFor(...key: readonly number[]): Random {
  return new Random(key);
}

const BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const PAIRS = Array.from({ length: 1_024 }, (_, i) => BASE32[i >>> 5]! + BASE32[i & 31]!);
let lastMs = -1;
let lastTime = "";

/** A ULID of that millisecond whose 80 random bits come from the given stream. */
export function ulidFrom(random: Random, atMs: number): string {
  if (atMs !== lastMs) {
    lastMs = atMs;
    lastTime = "";
    for (let rest = atMs, i = 0; i < 5; i += 1) {
      lastTime = PAIRS[rest % 1_024]! + lastTime;
      rest = Math.floor(rest / 1_024);
    }
  }
  let tail = "";
  for (let word = 0; word < 4; word += 1) {
    const bits = random.bits32();
    tail += PAIRS[bits >>> 22]! + PAIRS[(bits >>> 12) & 1_023]!;
  }
  return lastTime + tail;
}

/** What the first number after the seed says: which subject a stream belongs to. */
export const SUBJECT = { HOUSEHOLD: 1, PERSON: 2, CERTIFICATE: 3, BRAND: 4, WISH: 5, EMPLOYER: 6, POST: 7, LEDGER: 8, SITE: 9, ACCOUNT: 10, FACTORY: 11, COUNTY: 12 } as const;
