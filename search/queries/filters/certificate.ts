import { skillRank } from "../../documents/post.ts";
import { type PostFilter, valuesOf, countOf } from "./filter.ts";

/** None needed, or posts that ask for a certificate one holds; with a level, those that ask for no higher one. */
export const certificateFilter: PostFilter = {
  key: "cert",
  clause({ cert, level }) {
    if (cert === null) return null;
    if (cert === "none") return "certNone = true";
    return level === null ? `certOccupationCode = ${cert}` : `(certOccupationCode = ${cert} AND certLevelRank <= ${skillRank(level)})`;
  },
  facets: () => ["certNone", "certOccupationCode"],
  count: (distribution, { cert }) => [
    { value: "none", count: countOf(distribution, "certNone", "true"), selected: cert === "none" },
    ...valuesOf(distribution, "certOccupationCode", cert === null || cert === "none" ? [] : [cert]).filter(({ value }) => value !== "null"),
  ],
  drop: (params) => ({ ...params, cert: null, level: null }),
};
