import { parentPort } from "node:worker_threads";
import { threadData } from "#app/platform/threads/thread.server.ts";
import { type Leftover, scanHomes } from "./scan.ts";

export interface ScanThreadData {
  of: Leftover;
  from: number;
  step: number;
}

const { of, from, step } = threadData<ScanThreadData>();
parentPort!.postMessage(scanHomes(of, from, step));
