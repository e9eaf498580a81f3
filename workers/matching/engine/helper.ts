import { BOARD, type Shared } from "./shared.ts";
import { taskWorker } from "./tasks.ts";
import { threadData } from "#app/platform/threads/thread.server.ts";

/** A thread that does its part of every task until it is ended from outside. */
const shared = threadData<Shared>();
const { board } = shared;
const work = taskWorker(shared);
for (let epoch = 0; ; ) {
  Atomics.wait(board, BOARD.EPOCH, epoch);
  epoch += 1;
  try {
    work();
  } catch (error) {
    Atomics.store(board, BOARD.FAILED, 1);
    throw error;
  } finally {
    Atomics.add(board, BOARD.FINISHED, 1);
    Atomics.notify(board, BOARD.FINISHED);
  }
}
