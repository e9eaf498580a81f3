import type { MatchingRules } from "#app/domain/matching/facts.ts";
import { type PersonColumns } from "./person-columns.ts";
import { type PlaceTables, placeTablesOf } from "./place-tables.ts";
import { type PostColumns } from "./post-columns.ts";
import { sharedInt32 } from "./shared-arrays.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Everything a thread needs to judge any pair; all of it can be handed to a thread without copying. */
export interface Problem {
  persons: PersonColumns;
  posts: PostColumns;
  places: PlaceTables;
  /** small group of each occupation */
  groupOf: Int32Array;
  /** how far someone who can't leave may be sent, km */
  nearHomeKm: number;
}

/** Puts the columns together; nothing may be added to the vocabulary afterwards. */
export function problemOf(persons: PersonColumns, posts: PostColumns, vocabulary: Vocabulary, rules: MatchingRules): Problem {
  const groupOf = sharedInt32(vocabulary.groupOf.length);
  groupOf.set(vocabulary.groupOf);
  return { persons, posts, places: placeTablesOf(vocabulary), groupOf, nearHomeKm: rules.nearHomeKm };
}
