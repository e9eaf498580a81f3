/**
 * The generator's own random source (xoshiro128**, seeded through splitmix32): the same key gives the same numbers
 * on every machine, and each thing made has a stream of its own, so that one more draw here moves nothing there.
 */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** a whole number from `from` to `to`, both included */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  weighted<T>(choices: WeightedChoice<T>): T;
  bits32(): number;
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
  let state = 0x9e3779b9;
  const split = () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
  for (const part of key) {
    state = Math.imul(state ^ (part | 0), 0x85ebca6b) ^ Math.floor(part / 0x1_0000_0000);
    state = split();
  }
  let [a, b, c, d] = [split(), split(), split(), split()];
  const bits32 = () => {
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const next = () => bits32() / 0x1_0000_0000;
  return {
    bits32,
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    weighted({ values, sums }) {
      const aim = next() * sums[sums.length - 1]!;
      let [low, high] = [0, sums.length - 1];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (sums[middle]! > aim) high = middle;
        else low = middle + 1;
      }
      return values[low]!;
    },
  };
}

const BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID of that millisecond whose 80 random bits come from the given stream. */
export function ulidFrom(random: Random, atMs: number): string {
  let time = "";
  for (let rest = atMs, i = 0; i < 10; i += 1) {
    time = BASE32[rest % 32]! + time;
    rest = Math.floor(rest / 32);
  }
  let tail = "";
  for (let word = 0; word < 4; word += 1) {
    let bits = random.bits32() >>> 12;
    for (let i = 0; i < 4; i += 1) {
      tail += BASE32[bits & 31]!;
      bits >>>= 5;
    }
  }
  return time + tail;
}

/** What the first number after the seed says: which subject a stream belongs to. */
export const SUBJECT = { HOUSEHOLD: 1, PERSON: 2, CERTIFICATE: 3, BRAND: 4, WISH: 5, EMPLOYER: 6, POST: 7, LEDGER: 8, SITE: 9, ACCOUNT: 10, FACTORY: 11, COUNTY: 12 } as const;
