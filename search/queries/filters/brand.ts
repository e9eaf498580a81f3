import { type PostFilter, valuesOf } from "./filter.ts";

export const brandFilter: PostFilter = {
  key: "brand",
  clause: ({ brand }) => (brand === null ? null : `brandId = ${brand}`),
  facets: () => ["brandId"],
  count: (distribution, { brand }) => valuesOf(distribution, "brandId", brand === null ? [] : [brand]).filter(({ value }) => value !== "null"),
  drop: (params) => ({ ...params, brand: null }),
};
