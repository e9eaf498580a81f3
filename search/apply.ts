import type { EnqueuedTask } from "meilisearch";
import { postIdsLapsedBetween } from "#app/data/search-sources/posts.server.ts";
import { personIdsTurnedBetween } from "#app/data/search-sources/profiles.server.ts";
import { addDays } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { waitForTasks } from "./client.ts";
import { INDEXES, type IndexDefinition, type IndexName, type SearchDocument } from "./indexes/definitions.ts";
import { indexUid } from "./indexes/ensure.ts";
import { isLocked, lockName, withLock } from "./serial.ts";

export type ApplyDeps = Pick<Deps, "pool" | "meili" | "env" | "clock">;

export interface Applied {
  /** documents written because they may be found */
  written: number;
  /** documents taken out because they may not, or no longer exist */
  removed: number;
}

const BATCH = 1_000;

/** Brings these posts' documents in line with the database; returns once the engine has carried it out, else throws. */
export const indexPosts = (deps: ApplyDeps, ids: readonly string[]): Promise<Applied> => apply(deps, INDEXES.posts, ids);

/** The same for the profiles of these persons. */
export const indexProfiles = (deps: ApplyDeps, ids: readonly string[]): Promise<Applied> => apply(deps, INDEXES.profiles, ids);

/**
 * What the calendar alone has changed in the last days, and no event tells of: posts that ran out, certificates
 * and memberships that ended, people who came of working age. For a daily job; doing it twice changes nothing.
 */
export async function indexCalendarChanges(deps: ApplyDeps, days = 40): Promise<{ posts: Applied; profiles: Applied }> {
  const today = deps.clock.today();
  const from = addDays(today, -days);
  return {
    posts: await indexPosts(deps, await postIdsLapsedBetween(deps.pool, from, today)),
    profiles: await indexProfiles(deps, await personIdsTurnedBetween(deps.pool, from, today)),
  };
}

/**
 * Two workers may apply the same subject at once. Reading the rows and handing the documents to the engine happen
 * under one lock per index, and the engine works its tasks off in the order in which it got them: so of two
 * applications the one that read later also writes later. Waiting for the engine needs no lock. Whoever is killed
 * in between has not reported success, so its work is delivered again and reads again.
 */
async function apply(deps: ApplyDeps, definition: IndexDefinition, ids: readonly string[]): Promise<Applied> {
  const unique = [...new Set(ids)];
  const applied: Applied = { written: 0, removed: 0 };
  const tasks: EnqueuedTask[] = [];
  for (let from = 0; from < unique.length; from += BATCH) {
    const batch = unique.slice(from, from + BATCH);
    const done = await handOver(deps, definition, batch);
    tasks.push(...done.tasks);
    applied.written += done.written;
    applied.removed += batch.length - done.written;
  }
  await waitForTasks(deps.meili, tasks);
  return applied;
}

function handOver(deps: ApplyDeps, definition: IndexDefinition, ids: readonly string[]): Promise<{ tasks: EnqueuedTask[]; written: number }> {
  return withLock(deps, lockName(deps, definition.name, "write"), async (connection) => {
    // A rebuild under way fills a second index that will take this one's place: it gets every change too.
    const rebuilding = await isLocked(connection, lockName(deps, definition.name, "rebuild"));
    const documents = await definition.load(connection, ids, deps.clock.today());
    const present = new Set(documents.map(({ id }) => id));
    const absent = ids.filter((id) => !present.has(id));
    const uid = indexUid(deps, definition.name);
    const tasks: EnqueuedTask[] = [];
    for (const target of rebuilding ? [nextUid(deps, definition.name), uid] : [uid]) tasks.push(...(await enqueue(deps, target, documents, absent)));
    return { tasks, written: documents.length };
  });
}

async function enqueue(deps: ApplyDeps, uid: string, documents: SearchDocument[], absent: readonly string[]): Promise<EnqueuedTask[]> {
  const index = deps.meili.index(uid);
  const tasks: EnqueuedTask[] = [];
  if (documents.length > 0) tasks.push(await index.addDocuments(documents, { primaryKey: "id" }));
  if (absent.length > 0) tasks.push(await index.deleteDocuments([...absent]));
  return tasks;
}

/** The index that a rebuild fills beside the one in use. */
export function nextUid(deps: Pick<Deps, "env">, name: IndexName): string {
  return `${indexUid(deps, name)}_next`;
}
