import type { Settings } from "meilisearch";
import type { Deps } from "#app/platform/deps.server.ts";
import { waitForTask } from "../client.ts";
import { INDEX_NAMES, INDEXES, type IndexName } from "./definitions.ts";

export type IndexDeps = Pick<Deps, "meili" | "env">;

export function indexUid(deps: Pick<Deps, "env">, name: IndexName): string {
  return `${deps.env.MEILI_PREFIX}${name}`;
}

/** Makes what indexes are missing and brings settings in line with the code. Nothing happens when all is as it should be. */
export async function ensureIndexes(deps: IndexDeps): Promise<{ created: string[]; updated: string[] }> {
  const created: string[] = [];
  const updated: string[] = [];
  for (const name of INDEX_NAMES) {
    const uid = indexUid(deps, name);
    if (await createIndex(deps, uid)) created.push(uid);
    const index = deps.meili.index(uid);
    if (settingsDiffer(await index.getSettings(), INDEXES[name].settings)) {
      await waitForTask(deps.meili, await index.updateSettings(INDEXES[name].settings));
      updated.push(uid);
    }
  }
  return { created, updated };
}

/** True when it was made now, false when it was there. */
export async function createIndex(deps: IndexDeps, uid: string): Promise<boolean> {
  const { results } = await deps.meili.getIndexes({ limit: 10_000 });
  if (results.some((index) => index.uid === uid)) return false;
  const task = await waitForTask(deps.meili, await deps.meili.createIndex(uid, { primaryKey: "id" }), { acceptCodes: ["index_already_exists"] });
  return task.status === "succeeded";
}

export function settingsDiffer(actual: Settings, wanted: Settings): boolean {
  const keys = Object.keys(wanted) as (keyof Settings)[];
  return keys.some((key) => !covers(actual[key], wanted[key]));
}

/** Whether the engine's answer holds all that is wanted; it adds defaults of its own, and sorts what has no order. */
function covers(actual: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return Array.isArray(actual) && actual.length === wanted.length && wanted.every((one, at) => covers(actual[at], one));
  if (wanted !== null && typeof wanted === "object") {
    if (actual === null || typeof actual !== "object") return false;
    return Object.entries(wanted).every(([key, value]) => covers((actual as Record<string, unknown>)[key], value));
  }
  return actual === wanted;
}
