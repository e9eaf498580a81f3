import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import type { Problem } from "../columns/problem.ts";
import { startThread } from "#app/platform/threads/thread.server.ts";
import { type Claim, conclude, type Proof, type ProofPart } from "./prove.ts";

export interface ProofThreadData {
  problem: Problem;
  claim: Pick<Claim, "prices" | "unitsPerPoint">;
  from: number;
  step: number;
}

/** Goes through every allowed pair there is, the posts shared out over threads. Minutes at provincial size. */
export async function prove(problem: Problem, claim: Claim, threads = availableParallelism()): Promise<Proof> {
  const parts = await Promise.all(Array.from({ length: threads }, (_, from) => {
    const data: ProofThreadData = { problem, claim: { prices: claim.prices, unitsPerPoint: claim.unitsPerPoint }, from, step: threads };
    return answerOf(startThread(new URL("./proof-thread.ts", import.meta.url), data));
  }));
  return conclude(problem, claim, parts);
}

function answerOf(thread: Worker): Promise<ProofPart> {
  return new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`a thread of the proof ended with code ${code}`)));
  });
}
