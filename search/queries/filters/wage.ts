import { WAGE_STEPS } from "../../documents/post.ts";
import { countOf, type PostFilter } from "./filter.ts";

/** Pays at least so much a month at its best, as matching reads a person's wish; posts without a stated wage are left out. */
export const wageFilter: PostFilter = {
  key: "wage",
  clause: ({ wage }) => (wage === null ? null : `payFen >= ${wage * 100}`),
  facets: () => ["wageSteps"],
  count: (distribution, { wage }) =>
    WAGE_STEPS.map((step) => ({ value: String(step), count: countOf(distribution, "wageSteps", String(step)), selected: wage === step })),
  drop: (params) => ({ ...params, wage: null }),
};
