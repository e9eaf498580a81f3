import { parentPort } from "node:worker_threads";
import type { Day } from "#app/domain/dates.ts";
import type { PersonField } from "#app/domain/import/person-columns.ts";
import { createFieldCrypto } from "#app/platform/crypto.server.ts";
import { openPool } from "#app/platform/database.server.ts";
import type { RingView } from "#app/platform/keys/ring.ts";
import { threadData } from "#app/platform/threads/thread.server.ts";
import { PersonReader } from "./person-reader.server.ts";

export interface ReadingThreadData {
  databaseUrl: string;
  keys: RingView;
  columns: [PersonField, number][];
  asOf: Day;
}
/** Rows go and come as one text each: that is copied between threads many times faster than objects. */
export interface RowsToRead { rows: string; seal: boolean }

const { databaseUrl, keys, columns, asOf } = threadData<ReadingThreadData>();
const pool = openPool(databaseUrl, { connections: 2 });
const reader = await PersonReader.open(pool, createFieldCrypto({ view: keys }), { at: new Map(columns), unknown: [] }, asOf);
await pool.end();

parentPort!.on("message", ({ rows, seal }: RowsToRead) => {
  parentPort!.postMessage(JSON.stringify((JSON.parse(rows) as string[][]).map((cells) => reader.read(cells, seal))));
});
