import { parentPort } from "node:worker_threads";
import { threadData } from "#app/platform/threads/thread.server.ts";
import { provePart } from "./prove.ts";
import type { ProofThreadData } from "./prove-in-threads.ts";

const { problem, claim, from, step } = threadData<ProofThreadData>();
parentPort!.postMessage(provePart(problem, claim, from, step));
