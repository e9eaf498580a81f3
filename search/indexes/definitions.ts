import type { Settings } from "meilisearch";
import { countPostSources, loadPostSources, nextPostSources, visiblePostIds } from "#app/data/search-sources/posts.server.ts";
import { countProfileSources, loadProfileSources, nextProfileSources, visibleProfileIds } from "#app/data/search-sources/profiles.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { Querier } from "#app/platform/database.server.ts";
import type { SourcePage } from "#app/data/search-sources/rows.ts";
import { type PostDocument, postDocument } from "../documents/post.ts";
import { type ProfileDocument, profileDocument } from "../documents/profile.ts";
import { POST_SETTINGS } from "./posts.ts";
import { PROFILE_SETTINGS } from "./profiles.ts";

export type IndexName = "posts" | "profiles";
export type SearchDocument = PostDocument | ProfileDocument;

/** One index: its settings, and how the database's rows become its documents. */
export interface IndexDefinition {
  name: IndexName;
  settings: Settings;
  /** documents of those of the named subjects that may be found */
  load(querier: Querier, ids: readonly string[], asOf: Day): Promise<SearchDocument[]>;
  /** the documents of the next `limit` rows by id behind `after`, and the last of those rows; null: that was the end */
  next(querier: Querier, after: string, limit: number, asOf: Day): Promise<{ documents: SearchDocument[]; last: string | null }>;
  count(querier: Querier, asOf: Day): Promise<number>;
  visible(querier: Querier, ids: readonly string[], asOf: Day): Promise<Set<string>>;
}

export const INDEXES: Record<IndexName, IndexDefinition> = {
  posts: {
    name: "posts",
    settings: POST_SETTINGS,
    load: async (querier, ids, asOf) => (await loadPostSources(querier, ids, asOf)).map(postDocument),
    next: async (querier, after, limit, asOf) => documentsOf(await nextPostSources(querier, after, limit, asOf), postDocument),
    count: countPostSources,
    visible: visiblePostIds,
  },
  profiles: {
    name: "profiles",
    settings: PROFILE_SETTINGS,
    load: async (querier, ids, asOf) => (await loadProfileSources(querier, ids, asOf)).map(profileDocument),
    next: async (querier, after, limit, asOf) => documentsOf(await nextProfileSources(querier, after, limit, asOf), profileDocument),
    count: countProfileSources,
    visible: visibleProfileIds,
  },
};

function documentsOf<T, D>({ sources, last }: SourcePage<T>, documentOf: (source: T) => D): { documents: D[]; last: string | null } {
  return { documents: sources.map(documentOf), last };
}

export const INDEX_NAMES = Object.keys(INDEXES) as IndexName[];
