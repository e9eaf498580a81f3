import { availableParallelism } from "node:os";
import type { Problem } from "../columns/problem.ts";
import type { CoordinatorData, CoordinatorMessage } from "./coordinator.ts";
import { BOARD, MatchCancelled, newBoard } from "./shared.ts";
import type { Solution } from "./solve.ts";
import { startThread } from "#app/platform/threads/thread.server.ts";

export interface MatchOptions {
  /** default: as many as the machine has cores */
  threads?: number;
  onProgress?: (phase: string, done: number, total: number) => void;
  /** gives the match up: the promise is rejected with MatchCancelled */
  signal?: AbortSignal;
}

/** `solve` in threads of its own, so that the process stays alive to everything else. */
export function match(problem: Problem, { threads = availableParallelism(), onProgress, signal }: MatchOptions = {}): Promise<Solution> {
  const board = newBoard();
  const data: CoordinatorData = { problem, threads, board };
  const coordinator = startThread(new URL("./coordinator.ts", import.meta.url), data);
  const cancel = () => Atomics.store(board, BOARD.CANCELLED, 1);
  signal?.addEventListener("abort", cancel);
  if (signal?.aborted === true) cancel();
  return new Promise<Solution>((resolve, reject) => {
    coordinator.on("message", (message: CoordinatorMessage) => {
      if (message.kind === "progress") onProgress?.(message.phase, message.done, message.total);
      else if (message.kind === "solved") resolve(message.solution);
      else reject(new MatchCancelled());
    });
    coordinator.on("error", reject);
    coordinator.on("exit", (code) => reject(new Error(`the match ended with code ${code}`)));
  }).finally(() => {
    signal?.removeEventListener("abort", cancel);
    void coordinator.terminate();
  });
}
