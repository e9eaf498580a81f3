const FIRST_SLOTS = 1 << 12;
const FULLEST = 0.6;

/**
 * A map from numbers to 32-bit numbers in flat memory, 20 to 40 bytes an entry, where a Map takes 50 to 100 of the heap: for
 * what is remembered of every row of a long file. Keys are whole numbers from 1 to 2^53, values from 0 to 2^32.
 */
export class NumberMap {
  private keys = new Float64Array(FIRST_SLOTS);
  private values = new Uint32Array(FIRST_SLOTS);
  private entries = 0;

  get size(): number {
    return this.entries;
  }

  get(key: number): number | undefined {
    const slot = this.slotOf(key);
    return key !== 0 && this.keys[slot] === key ? this.values[slot] : undefined;
  }

  set(key: number, value: number): void {
    if (!Number.isSafeInteger(key) || key < 1) throw new RangeError(`not a key: ${key}`);
    if (this.entries >= this.keys.length * FULLEST) this.grow();
    const slot = this.slotOf(key);
    if (this.keys[slot] !== key) this.entries += 1;
    this.keys[slot] = key;
    this.values[slot] = value;
  }

  /** Where a key stands, or the free place where it would. */
  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = mix(key) & mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.values = new Uint32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at += 1) {
      if (keys[at] === 0) continue;
      const slot = this.slotOf(keys[at]!);
      this.keys[slot] = keys[at]!;
      this.values[slot] = values[at]!;
    }
  }
}

/** Both halves of a key, mixed as in MurmurHash3's last step: neighbours go far apart. */
function mix(key: number): number {
  let hash = (key % 0x1_0000_0000 | 0) ^ Math.imul(Math.floor(key / 0x1_0000_0000), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
