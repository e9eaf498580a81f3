import { Worker, workerData } from "node:worker_threads";

/** Starts a thread that runs a TypeScript module, which finds `data` by `threadData`. Typed arrays on shared memory are shared, not copied. `heapMb`: the most that its objects may take. */
export function startThread(module: URL, data: unknown, heapMb?: number): Worker {
  return new Worker(new URL("./thread-boot.mjs", import.meta.url), { execArgv: [], workerData: { module: module.href, data }, ...(heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } }) });
}

/** What the thread was started with. */
export const threadData = <T>(): T => (workerData as { data: T }).data;
