import { countOf, type PostFilter } from "./filter.ts";

/** Posts of commercial agencies are found only by those who ask for them. */
export const agencyFilter: PostFilter = {
  key: "agency",
  standing: true,
  clause: ({ agency }) => (agency ? null : "employerKind != COMMERCIAL_AGENCY"),
  facets: () => ["employerKind"],
  count: (distribution, { agency }) => [{ value: "1", count: countOf(distribution, "employerKind", "COMMERCIAL_AGENCY"), selected: agency }],
  drop: (params) => ({ ...params, agency: true }),
};
