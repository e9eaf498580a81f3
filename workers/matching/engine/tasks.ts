import { listLimitOf, writeList } from "../auction/lists.ts";
import { Best } from "../search/best.ts";
import { searchOf } from "../search/best-people.ts";
import { refreshIndexPrices } from "../search/index-prices.ts";
import { valueOf } from "../search/units.ts";
import { BOARD, type Shared, TASK } from "./shared.ts";

/** Posts, or runs of the index, that a thread takes at a time: neighbours share what has just been read. */
const POSTS_AT_A_TIME = 32;
const RUNS_AT_A_TIME = 4_096;

/** A function that works on the task on the board until nothing of it is left; every thread has one. */
export function taskWorker(shared: Shared): () => void {
  const { problem, index, lists, state, known, queue, board } = shared;
  const search = searchOf(problem, index, valueOf, known);
  const bests = new Map<number, Best>();

  const makeList = (post: number) => {
    const limit = listLimitOf(problem.posts.capacity[post]!);
    let best = bests.get(limit);
    if (best === undefined) bests.set(limit, (best = new Best(limit)));
    search.fill(post, state.prices, best);
    writeList(lists, post, best);
  };

  return () => {
    const task = Atomics.load(board, BOARD.TASK);
    const length = Atomics.load(board, BOARD.LENGTH);
    const step = task === TASK.PRICES ? RUNS_AT_A_TIME : POSTS_AT_A_TIME;
    for (let from = Atomics.add(board, BOARD.CURSOR, step); from < length; from = Atomics.add(board, BOARD.CURSOR, step)) {
      if (Atomics.load(board, BOARD.CANCELLED) === 1) return;
      const to = Math.min(length, from + step);
      if (task === TASK.PRICES) refreshIndexPrices(index, state.prices, known, from, to);
      else for (let at = from; at < to; at += 1) makeList(queue[at]!);
    }
  };
}
