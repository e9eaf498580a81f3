import type { Worker } from "node:worker_threads";
import { BOARD, MatchCancelled, type Shared } from "./shared.ts";
import { taskWorker } from "./tasks.ts";
import { startThread } from "#app/platform/threads/thread.server.ts";

/** Pieces of work are short; whoever is not through with the last one by then will never be. */
const PATIENCE_MS = 60_000;

/**
 * The calling thread and its helpers, working off one task after the other. The calling thread blocks while a task is
 * done, so it must not be one that has to stay alive to other things.
 */
export class Crew {
  readonly #shared: Shared;
  readonly #work: () => void;
  readonly #helpers: Worker[] = [];

  constructor(shared: Shared, threads: number) {
    this.#shared = shared;
    this.#work = taskWorker(shared);
    for (let nth = 1; nth < threads; nth += 1) {
      this.#helpers.push(startThread(new URL("./helper.ts", import.meta.url), shared));
    }
  }

  /** Does a task over `length` pieces; throws MatchCancelled when the match has been given up. */
  do(task: number, length: number): void {
    const { board } = this.#shared;
    Atomics.store(board, BOARD.TASK, task);
    Atomics.store(board, BOARD.LENGTH, length);
    Atomics.store(board, BOARD.CURSOR, 0);
    Atomics.store(board, BOARD.FINISHED, 0);
    Atomics.add(board, BOARD.EPOCH, 1);
    Atomics.notify(board, BOARD.EPOCH);
    this.#work();
    for (let finished = Atomics.load(board, BOARD.FINISHED); finished < this.#helpers.length; finished = Atomics.load(board, BOARD.FINISHED)) {
      if (Atomics.wait(board, BOARD.FINISHED, finished, PATIENCE_MS) === "timed-out") throw new Error("a thread of the match does not answer");
    }
    if (Atomics.load(board, BOARD.FAILED) === 1) throw new Error("a thread of the match failed");
    this.check();
  }

  check(): void {
    if (Atomics.load(this.#shared.board, BOARD.CANCELLED) === 1) throw new MatchCancelled();
  }

  async end(): Promise<void> {
    await Promise.all(this.#helpers.map((helper) => helper.terminate()));
  }
}
