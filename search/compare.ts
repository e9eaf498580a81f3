import { toDate } from "#app/domain/dates.ts";
import type { ApplyDeps } from "./apply.ts";
import { INDEX_NAMES, INDEXES, type IndexDefinition, type IndexName, type SearchDocument } from "./indexes/definitions.ts";
import { indexUid } from "./indexes/ensure.ts";

export interface IndexComparison {
  /** subjects that may be found, by the database */
  database: number;
  /** documents in the index */
  index: number;
  missing: number;
  stale: number;
  extra: number;
  /** documents that ran out by the calendar and that every search leaves out already; not a difference */
  lapsed: number;
  /** at most 20 ids of what differs */
  examples: string[];
}
export type Comparison = Record<IndexName, IndexComparison> & { differences: number };
type OnProgress = (step: string, done: number, total: number) => void;

const BATCH = 1_000;
const EXAMPLES = 20;
const LOOKS = 4;
const PAUSE_MS = 500;

/**
 * Holds every document that the database gives against the one stored, both ways round, in bounded memory. What
 * differs is looked at again some moments later, so that a change on its way is not taken for an error.
 */
export async function compareIndexes(deps: ApplyDeps, onProgress: OnProgress = () => {}): Promise<Comparison> {
  const compared = {} as Record<IndexName, IndexComparison>;
  for (const name of INDEX_NAMES) compared[name] = await compareIndex(deps, INDEXES[name], onProgress);
  const differences = INDEX_NAMES.reduce((sum, name) => sum + compared[name].missing + compared[name].stale + compared[name].extra, 0);
  return { ...compared, differences };
}

async function compareIndex(deps: ApplyDeps, definition: IndexDefinition, onProgress: OnProgress): Promise<IndexComparison> {
  const uid = indexUid(deps, definition.name);
  const result: IndexComparison = { database: 0, index: 0, missing: 0, stale: 0, extra: 0, lapsed: 0, examples: [] };
  const suspects = new Set<string>();
  const total = await definition.count(deps.pool, deps.clock.today());
  for (let after = ""; ; ) {
    const { documents: wanted, last } = await definition.next(deps.pool, after, BATCH, deps.clock.today());
    const stored = await fetchStored(deps, uid, wanted.map(({ id }) => id));
    for (const document of wanted) if (!isSame(document, stored.get(document.id))) suspects.add(document.id);
    result.database += wanted.length;
    onProgress(`${definition.name}: database → index`, result.database, Math.max(total, result.database));
    if (last === null) break;
    after = last;
  }
  for (let offset = 0; ; offset += BATCH) {
    const page = await deps.meili.index<{ id: string }>(uid).getDocuments({ fields: ["id"], limit: BATCH, offset });
    const visible = await definition.visible(deps.pool, page.results.map(({ id }) => id), deps.clock.today());
    for (const { id } of page.results) if (!visible.has(id)) suspects.add(id);
    result.index = page.total;
    onProgress(`${definition.name}: index → database`, Math.min(offset + page.results.length, page.total), page.total);
    if (page.results.length < BATCH) break;
  }
  await judge(deps, definition, suspects, result);
  return result;
}

/** Looks at what seemed to differ until it agrees or has been looked at often enough. */
async function judge(deps: ApplyDeps, definition: IndexDefinition, suspects: Set<string>, result: IndexComparison): Promise<void> {
  const uid = indexUid(deps, definition.name);
  for (let look = 1; suspects.size > 0; look++) {
    const last = look === LOOKS;
    const ids = [...suspects];
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      const wanted = new Map((await definition.load(deps.pool, batch, deps.clock.today())).map((document) => [document.id, document]));
      const stored = await fetchStored(deps, uid, batch);
      for (const id of batch) {
        const verdict = verdictOn(wanted.get(id), stored.get(id), toDate(deps.clock.today()).getTime());
        if (verdict === "same" || verdict === "lapsed" || last) suspects.delete(id);
        if (verdict === "lapsed") result.lapsed += 1;
        else if (verdict !== "same" && last) {
          result[verdict] += 1;
          if (result.examples.length < EXAMPLES) result.examples.push(id);
        }
      }
    }
    if (suspects.size > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function verdictOn(wanted: SearchDocument | undefined, stored: SearchDocument | undefined, today: number): "same" | "lapsed" | "missing" | "stale" | "extra" {
  if (!wanted && !stored) return "same";
  if (!wanted) return stored && "validUntil" in stored && stored.validUntil <= today ? "lapsed" : "extra";
  if (!stored) return "missing";
  return isSame(wanted, stored) ? "same" : "stale";
}

async function fetchStored(deps: ApplyDeps, uid: string, ids: string[]): Promise<Map<string, SearchDocument>> {
  if (ids.length === 0) return new Map();
  // Asked by body: a thousand ids don't fit into an address.
  const { results } = await deps.meili.httpRequest.post<{ results: SearchDocument[] }>({ path: `indexes/${uid}/documents/fetch`, body: { ids, limit: ids.length } });
  return new Map(results.map((document) => [document.id, document]));
}

function isSame(wanted: SearchDocument, stored: SearchDocument | undefined): boolean {
  return stored !== undefined && canonical(wanted) === canonical(stored);
}

/** One text per document whatever the order of its fields. */
export function canonical(document: SearchDocument): string {
  return JSON.stringify(document, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value);
}
