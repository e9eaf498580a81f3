import type { EnqueuedTask } from "meilisearch";
import type { PoolConnection } from "mysql2/promise";
import { type ApplyDeps, nextUid } from "./apply.ts";
import { waitForTask } from "./client.ts";
import { INDEX_NAMES, INDEXES, type IndexDefinition, type IndexName } from "./indexes/definitions.ts";
import { createIndex, ensureIndexes, indexUid } from "./indexes/ensure.ts";
import { holdsLock, isLocked, lockName, SearchLockError, withLock } from "./serial.ts";

export interface Rebuilt {
  documents: number;
  seconds: number;
}
type OnProgress = (step: string, done: number, total: number) => void;

const BATCH = 5_000;
/** Batches that may wait in the engine's queue: bounds what lies on its disk, and lets it join them. */
const LONGEST_QUEUE = 6;
const MISSING = ["index_not_found"];

/**
 * Fills each index anew beside the one in use and puts it in its place in one step: a search in between always
 * sees a whole index. Changes made meanwhile reach both (see apply.ts). A second rebuild of the same index throws
 * SearchLockError. A rebuild that was killed leaves the old index in use and is simply started again.
 */
export async function rebuildIndexes(
  deps: ApplyDeps,
  options: { names?: readonly IndexName[]; onProgress?: OnProgress; signal?: AbortSignal } = {},
): Promise<Partial<Record<IndexName, Rebuilt>>> {
  const result: Partial<Record<IndexName, Rebuilt>> = {};
  await ensureIndexes(deps);
  for (const name of options.names ?? INDEX_NAMES) {
    const lock = lockName(deps, name, "rebuild");
    result[name] = await withLock(deps, lock, (connection) => rebuild(deps, INDEXES[name], connection, options), 0);
    await dropOld(deps, name);
  }
  return result;
}

/** The old index goes once nobody takes it for one that is being filled. */
async function dropOld(deps: ApplyDeps, name: IndexName): Promise<void> {
  await withLock(deps, lockName(deps, name, "write"), async (connection) => {
    if (await isLocked(connection, lockName(deps, name, "rebuild"))) return;
    await waitForTask(deps.meili, await deps.meili.deleteIndex(nextUid(deps, name)), { acceptCodes: MISSING });
  });
}

async function rebuild(
  deps: ApplyDeps,
  definition: IndexDefinition,
  guard: PoolConnection,
  { onProgress = () => {}, signal }: { onProgress?: OnProgress; signal?: AbortSignal },
): Promise<Rebuilt> {
  const started = performance.now();
  const { name } = definition;
  const uid = indexUid(deps, name);
  const next = nextUid(deps, name);
  const writing = lockName(deps, name, "write");
  // Whoever is inside the write lock now has not seen the rebuild begin; its rows are committed, so they are read below.
  await withLock(deps, writing, async () => {
    await waitForTask(deps.meili, await deps.meili.deleteIndex(next), { acceptCodes: MISSING });
    await createIndex(deps, next);
    await waitForTask(deps.meili, await deps.meili.index(next).updateSettings(definition.settings));
  });
  const total = await definition.count(deps.pool, deps.clock.today());
  onProgress(name, 0, total);
  const queue: EnqueuedTask[] = [];
  let documents = 0;
  for (let after = ""; ; ) {
    signal?.throwIfAborted();
    // Read and hand over under the write lock, so that no older row can follow a newer one into the new index.
    const batch = await withLock(deps, writing, async (connection) => {
      const page = await definition.next(connection, after, BATCH, deps.clock.today());
      if (page.documents.length > 0) queue.push(await deps.meili.index(next).addDocuments(page.documents, { primaryKey: "id" }));
      return page;
    });
    documents += batch.documents.length;
    onProgress(name, documents, Math.max(total, documents));
    while (queue.length > (batch.last === null ? 0 : LONGEST_QUEUE)) await waitForTask(deps.meili, queue.shift()!);
    if (batch.last === null) break;
    after = batch.last;
  }
  await withLock(deps, writing, async () => {
    if (!(await holdsLock(guard, lockName(deps, name, "rebuild")))) throw new SearchLockError(`the rebuild of ${name} lost its lock`);
    await waitForTask(deps.meili, await deps.meili.swapIndexes([{ indexes: [uid, next], rename: false }]));
  });
  return { documents, seconds: Math.round((performance.now() - started) / 10) / 100 };
}
