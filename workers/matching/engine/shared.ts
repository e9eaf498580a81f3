import type { AuctionState } from "../auction/auction.ts";
import type { CandidateLists } from "../auction/lists.ts";
import type { Problem } from "../columns/problem.ts";
import { sharedInt32 } from "../columns/shared-arrays.ts";
import type { IndexPrices } from "../search/index-prices.ts";
import type { PersonIndex } from "../search/person-index.ts";

/** What a task of the threads is. */
export const TASK = {
  /** take over the prices into the index, by runs */
  PRICES: 1,
  /** make the lists of the posts in the queue */
  LISTS: 2,
} as const;

/** Words of the board by which threads agree on what to do; all in one array, as Atomics want it. */
export const BOARD = {
  /** counts tasks; whoever waits wakes when it changes */
  EPOCH: 0, TASK: 1,
  /** next piece of work, and how many pieces there are */
  CURSOR: 2, LENGTH: 3,
  /** helpers that have finished the task */
  FINISHED: 4,
  /** 1 once the run is to be given up */
  CANCELLED: 5,
  /** 1 once a helper has failed */
  FAILED: 6,
} as const;
const WORDS = 7;

/** Everything that the threads of one match share; only typed arrays on shared memory and plain numbers. */
export interface Shared {
  problem: Problem;
  index: PersonIndex;
  lists: CandidateLists;
  state: AuctionState;
  known: IndexPrices;
  /** posts of the task at hand, the first LENGTH of them */
  queue: Int32Array;
  board: Int32Array;
}

export const newBoard = () => sharedInt32(WORDS);

/** The match was given up because its `cancelled` flag was set. */
export class MatchCancelled extends Error {
  override name = "MatchCancelled";
}
