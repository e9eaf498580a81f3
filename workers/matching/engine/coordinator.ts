import { parentPort } from "node:worker_threads";
import type { Problem } from "../columns/problem.ts";
import { MatchCancelled } from "./shared.ts";
import { type Solution, solve } from "./solve.ts";
import { threadData } from "#app/platform/threads/thread.server.ts";

export interface CoordinatorData {
  problem: Problem;
  threads: number;
  board: Int32Array;
}
export type CoordinatorMessage =
  | { kind: "progress"; phase: string; done: number; total: number }
  | { kind: "solved"; solution: Solution }
  | { kind: "cancelled" };

const { problem, threads, board } = threadData<CoordinatorData>();
const tell = (message: CoordinatorMessage) => parentPort!.postMessage(message);
try {
  tell({ kind: "solved", solution: solve(problem, { threads, board, onProgress: (phase, done, total) => tell({ kind: "progress", phase, done, total }) }) });
} catch (error) {
  if (!(error instanceof MatchCancelled)) throw error;
  tell({ kind: "cancelled" });
}
