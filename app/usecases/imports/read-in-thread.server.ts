import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { startThread } from "#app/platform/threads/thread.server.ts";
import type { PersonRead } from "./person-reader.server.ts";
import type { ReadingThreadData, RowsToRead } from "./person-reading-thread.ts";

/** Regions and words, and the rows it is given: it keeps nothing. */
const HEAP_MB = 192;

/** Reads and seals rows in a thread of its own, so that the calling one is free for the database. */
export class ReadingThread {
  private readonly worker: Worker;
  private readonly waiting: { resolve(read: PersonRead[]): void; reject(error: Error): void }[] = [];

  constructor(data: ReadingThreadData) {
    this.worker = startThread(new URL("./person-reading-thread.ts", import.meta.url), data, HEAP_MB);
    this.worker.on("message", (text: string) => this.waiting.shift()?.resolve(JSON.parse(text) as PersonRead[]));
    this.worker.on("error", (error) => this.fail(error));
    this.worker.on("exit", () => this.fail(new Error("the thread that reads a roster ended")));
  }

  /** Answers come in the order of the questions. */
  read(rows: readonly (readonly string[])[], seal: boolean): Promise<PersonRead[]> {
    const answer = new Promise<PersonRead[]>((resolve, reject) => this.waiting.push({ resolve, reject }));
    this.worker.postMessage({ rows: JSON.stringify(rows), seal } satisfies RowsToRead);
    return answer;
  }

  async end(): Promise<void> {
    if (this.worker.threadId < 0) return;
    const gone = once(this.worker, "exit");
    await this.worker.terminate();
    await gone.catch(() => undefined);
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }
}
