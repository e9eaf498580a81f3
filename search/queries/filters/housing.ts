import { countOf, type PostFilter } from "./filter.ts";

export const housingFilter: PostFilter = {
  key: "housing",
  clause: ({ housing }) => (housing ? "housing = true" : null),
  facets: () => ["housing"],
  count: (distribution, { housing }) => [{ value: "1", count: countOf(distribution, "housing", "true"), selected: housing }],
  drop: (params) => ({ ...params, housing: false }),
};
