import { WORDS } from "../columns/person-columns.ts";
import { sharedInt32 } from "../columns/shared-arrays.ts";
import type { PersonIndex } from "./person-index.ts";

/** Prices as the index holds people, so that they are read in a row: of each entry, and the least of each run, in units. */
export interface IndexPrices {
  run: Int32Array;
  entry: Int32Array;
}

export function emptyIndexPrices(index: PersonIndex): IndexPrices {
  return { run: sharedInt32(index.runStart.length - 1), entry: sharedInt32(index.runStart[index.runStart.length - 1]!) };
}

/** Takes over the prices of the people of runs `from` … `to`. */
export function refreshIndexPrices(index: PersonIndex, prices: Int32Array, into: IndexPrices, from: number, to: number): void {
  for (let run = from; run < to; run += 1) {
    let least = 0x7fffffff;
    for (let entry = index.runStart[run]!; entry < index.runStart[run + 1]!; entry += 1) {
      const price = prices[index.records[entry * WORDS]!]!;
      into.entry[entry] = price;
      if (price < least) least = price;
    }
    into.run[run] = least;
  }
}
