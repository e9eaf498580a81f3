// What a process is started with does not reach its threads: each has to be taught TypeScript by itself.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.module);
