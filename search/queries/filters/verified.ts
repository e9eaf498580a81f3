import { countOf, type PostFilter } from "./filter.ts";

/** A bureau has looked at the post or at its employer. */
export const verifiedFilter: PostFilter = {
  key: "verified",
  clause: ({ verified }) => (verified ? "verified = true" : null),
  facets: () => ["verified"],
  count: (distribution, { verified }) => [{ value: "1", count: countOf(distribution, "verified", "true"), selected: verified }],
  drop: (params) => ({ ...params, verified: false }),
};
