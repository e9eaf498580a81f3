import { countOf, type PostFilter } from "./filter.ts";

/** Paid by the month: neither by the day or hour, nor by the piece. */
export const monthlyFilter: PostFilter = {
  key: "monthly",
  clause: ({ monthly }) => (monthly ? "wagePeriod = MONTH" : null),
  facets: () => ["wagePeriod"],
  count: (distribution, { monthly }) => [{ value: "1", count: countOf(distribution, "wagePeriod", "MONTH"), selected: monthly }],
  drop: (params) => ({ ...params, monthly: false }),
};
