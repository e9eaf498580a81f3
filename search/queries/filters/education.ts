import { EDUCATIONS } from "#app/domain/terms.ts";
import { educationRank } from "../../documents/post.ts";
import { countOf, type PostFilter } from "./filter.ts";

/** Posts that ask for no more schooling than the seeker has. */
export const educationFilter: PostFilter = {
  key: "education",
  clause: ({ education }) => (education === null ? null : `educationRank <= ${educationRank(education)}`),
  facets: () => ["educationRank"],
  count(distribution, { education }) {
    let sum = 0;
    return EDUCATIONS.map((value, rank) => {
      sum += countOf(distribution, "educationRank", String(rank));
      return { value, count: sum, selected: education === value };
    });
  },
  drop: (params) => ({ ...params, education: null }),
};
