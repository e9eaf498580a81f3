import type { Settings } from "meilisearch";
import type { PostDocument } from "../documents/post.ts";

/** Attributes in which a Chinese word counts by itself: no guessing at letters there. */
const HAN = ["title", "grams", "characters", "occupation", "brandName", "regionNames", "employerName", "description"] as const satisfies readonly (keyof PostDocument)[];

/** Where words are looked for, most telling first. */
export const POST_SEARCHABLE = [
  "title", "titleSound", "titlePinyin", "titleInitials", "occupation", "occupationPinyin", "occupationInitials", "grams", "brandName", "regionNames",
  "regionPinyin", "employerName", "employerPinyin", "characters", "description",
] as const satisfies readonly (keyof PostDocument)[];

const FACETS = [
  "stream", "scope", "provinceCode", "cityCode", "countyCode", "townCode", "wageSteps", "wagePeriod", "housing", "certNone", "certOccupationCode",
  "brandId", "educationRank", "verified", "employerKind", "occupationCode", "employerId",
] as const satisfies readonly (keyof PostDocument)[];
const RANGES = ["payFen", "monthlyMinFen", "certLevelRank", "educationRank", "validFrom", "validUntil", "publishedAt"] as const satisfies readonly (keyof PostDocument)[];

export const POST_SETTINGS = {
  searchableAttributes: [...POST_SEARCHABLE],
  displayedAttributes: ["*"],
  filterableAttributes: [...new Set<string>([...FACETS, ...RANGES, "_geo", "id", "title"])].sort(),
  sortableAttributes: ["_geo", "monthlyMinFen", "publishedAt"],
  // A chosen order comes first and is kept strictly; without one, how well the words fit, then the plainest title, then the newest.
  rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness", "titleLength:asc", "publishedAt:desc"],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 6, twoTypos: 12 },
    disableOnWords: [],
    disableOnAttributes: [...HAN, "titleInitials", "occupationInitials"].sort(),
  },
  localizedAttributes: [{ attributePatterns: [...HAN], locales: ["cmn"] }],
  synonyms: {},
  stopWords: [],
  pagination: { maxTotalHits: 10_000_000 },
  faceting: { maxValuesPerFacet: 400, sortFacetValuesBy: { "*": "count" } },
} satisfies Settings;
