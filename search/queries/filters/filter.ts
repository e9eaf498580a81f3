import type { PostDocument } from "../../documents/post.ts";
import type { PostSearchParams } from "../params.ts";

export type FilterKey = "stream" | "region" | "place" | "wage" | "cert" | "brand" | "housing" | "monthly" | "education" | "verified" | "agency";

/** What a query needs to know besides what was asked. */
export interface SearchContext {
  homeCountyCode: string | null;
  /** midnight that begins today's day, in milliseconds */
  today: number;
}

export interface FacetValue {
  value: string;
  count: number;
  selected: boolean;
}

/** Counts of an attribute's values as the engine gives them. */
export type Distribution = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One filter of the post search: its condition, and what its choices would give. */
export interface PostFilter {
  key: FilterKey;
  /** holds unless it is lifted: it is no choice of the visitor's */
  standing?: boolean;
  /** the engine's condition; null when nothing is chosen */
  clause(params: PostSearchParams, context: SearchContext): string | null;
  /** the condition under which its own choices are counted: none, unless the choices are parts of what is chosen */
  countUnder?(params: PostSearchParams): string | null;
  /** the attributes whose values it counts */
  facets(params: PostSearchParams): (keyof PostDocument)[];
  /** its choices with counts; `total` is the number of posts under `countUnder` */
  count(distribution: Distribution, params: PostSearchParams, total: number, context: SearchContext): FacetValue[];
  /** the same search without it */
  drop(params: PostSearchParams): PostSearchParams;
}

/** Values of one attribute in the engine's order: most posts first. */
export function valuesOf(distribution: Distribution, attribute: keyof PostDocument, selected: readonly string[]): FacetValue[] {
  const counts = distribution[attribute] ?? {};
  const chosen = selected.filter((value) => counts[value] === undefined).map((value) => ({ value, count: 0, selected: true }));
  return [...Object.entries(counts).map(([value, count]) => ({ value, count, selected: selected.includes(value) })), ...chosen];
}

export function countOf(distribution: Distribution, attribute: keyof PostDocument, value: string): number {
  return distribution[attribute]?.[value] ?? 0;
}
