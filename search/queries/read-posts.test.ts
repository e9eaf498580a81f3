import { describe, expect, it } from "vitest";
import { inVariety, type PostHit } from "./read-posts.ts";

const hits = (titles: string[]) => titles.map((title, at) => ({ id: String(at), title }) as PostHit);

describe("a page ranked by words", () => {
  it("shows each title once before any stands again, in the order of their rank, and loses none", () => {
    const given = hits(["电焊工", "电焊工", "氩弧焊工", "电焊工", "氩弧焊工", "焊工学徒"]);
    expect(inVariety(given).map(({ id }) => id)).toEqual(["0", "2", "5", "1", "4", "3"]);
  });
});
