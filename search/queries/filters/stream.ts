import { STREAMS } from "#app/domain/terms.ts";
import { countOf, type PostFilter } from "./filter.ts";

export const streamFilter: PostFilter = {
  key: "stream",
  clause: ({ stream }) => (stream.length > 0 ? `stream IN [${stream.join(", ")}]` : null),
  facets: () => ["stream"],
  count: (distribution, { stream }) =>
    STREAMS.map((value) => ({ value, count: countOf(distribution, "stream", value), selected: stream.includes(value) })),
  drop: (params) => ({ ...params, stream: [] }),
};
