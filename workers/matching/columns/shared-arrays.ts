/** Typed arrays on memory that threads share; `n` counts elements, which start at zero. */
export const sharedInt32 = (n: number) => new Int32Array(new SharedArrayBuffer(Math.max(4, n * 4)), 0, n);
export const sharedInt16 = (n: number) => new Int16Array(new SharedArrayBuffer(Math.max(2, n * 2)), 0, n);
export const sharedUint16 = (n: number) => new Uint16Array(new SharedArrayBuffer(Math.max(2, n * 2)), 0, n);
export const sharedUint8 = (n: number) => new Uint8Array(new SharedArrayBuffer(Math.max(1, n)), 0, n);
export const sharedFloat64 = (n: number) => new Float64Array(new SharedArrayBuffer(Math.max(8, n * 8)), 0, n);

/** A list of whole numbers whose length is not known before, in one block of memory. */
export class GrowingInt32 {
  length = 0;
  #block = new Int32Array(1_024);

  push(value: number) {
    if (this.length === this.#block.length) {
      const larger = new Int32Array(this.#block.length * 2);
      larger.set(this.#block);
      this.#block = larger;
    }
    this.#block[this.length] = value;
    this.length += 1;
  }

  toShared(): Int32Array {
    const shared = sharedInt32(this.length);
    shared.set(this.#block.subarray(0, this.length));
    return shared;
  }
}
