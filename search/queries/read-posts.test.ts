import { describe, expect, it } from "vitest";
import { inVariety, type PostHit, withLeads } from "./read-posts.ts";

const hits = (titles: string[]) => titles.map((title, at) => ({ id: String(at), title }) as PostHit);
const hit = (id: string, title: string) => ({ id, title }) as PostHit;

describe("a page ranked by words", () => {
  it("shows each title once before any stands again, in the order of their rank, and loses none", () => {
    const given = hits(["电焊工", "电焊工", "氩弧焊工", "电焊工", "氩弧焊工", "焊工学徒"]);
    expect(inVariety(given).map(({ id }) => id)).toEqual(["0", "2", "5", "1", "4", "3"]);
  });

  it("begins with the leading titles, those from further down too, and loses none of its own", () => {
    const given = hits(["电焊工学徒", "电焊工", "电焊工"]);
    expect(withLeads(given, [hit("1", "电焊工"), hit("9", "管道电焊工")]).map(({ id }) => id)).toEqual(["1", "9", "0", "2"]);
    expect(withLeads(given, []).map(({ id }) => id)).toEqual(["0", "1", "2"]);
  });
});
