import type { Settings } from "meilisearch";
import type { ProfileDocument } from "../documents/profile.ts";

const HAN = ["wish"] as const satisfies readonly (keyof ProfileDocument)[];

const FILTERABLE = [
  "provinceCode", "cityCode", "countyCode", "education", "educationRank", "certKeys", "brandIds", "wishCodes", "minWageFen", "placeClasses",
  "needsHousing", "availableFrom", "bornFrom",
] as const satisfies readonly (keyof ProfileDocument)[];

export const PROFILE_SETTINGS = {
  searchableAttributes: ["wish", "wishPinyin", "wishInitials"] satisfies (keyof ProfileDocument)[],
  displayedAttributes: ["*"],
  filterableAttributes: [...FILTERABLE, "_geo", "id"].sort(),
  sortableAttributes: ["_geo", "availableFrom", "minWageFen"],
  rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness"],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 6, twoTypos: 12 },
    disableOnWords: [],
    disableOnAttributes: [...HAN, "wishInitials"].sort(),
  },
  localizedAttributes: [{ attributePatterns: [...HAN], locales: ["cmn"] }],
  synonyms: {},
  stopWords: [],
  pagination: { maxTotalHits: 10_000_000 },
  faceting: { maxValuesPerFacet: 400, sortFacetValuesBy: { "*": "count" } },
} satisfies Settings;
