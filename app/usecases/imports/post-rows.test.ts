import { describe, expect, it } from "vitest";
import type { PostDraft } from "#app/domain/import/read-post.ts";
import { sourceFromPath } from "./input.ts";
import { stateOf } from "./post-rows.ts";

const today = "2026-11-23";
const terms = { openDays: 90, byDate: false };
const draft = (more: Partial<PostDraft>) => ({ title: "焊工", description: "", publishedOn: null, validUntil: null, ...more }) as PostDraft;

describe("from when to when an imported posting is open", () => {
  it("from the day of import, for as long as asked, when it names no end", () => {
    expect(stateOf(draft({ publishedOn: "2023-08-30" }), terms, today)).toEqual({ status: "PUBLISHED", validFrom: today, validUntil: "2027-02-21" });
  });

  it("to the end it names, that day included", () => {
    expect(stateOf(draft({ validUntil: today }), terms, today)).toEqual({ status: "PUBLISHED", validFrom: today, validUntil: "2026-11-24" });
  });

  it("not any more when that end is past, and never with an end before its start", () => {
    expect(stateOf(draft({ validUntil: "2026-11-22" }), terms, today)).toEqual({ status: "EXPIRED", validFrom: "2026-11-22", validUntil: today });
    expect(stateOf(draft({ publishedOn: "2023-01-01", validUntil: "2023-02-01" }), terms, today)).toEqual({ status: "EXPIRED", validFrom: "2023-01-01", validUntil: "2023-02-02" });
  });

  it("by date: 180 days from its publication", () => {
    expect(stateOf(draft({ publishedOn: "2026-11-01" }), { ...terms, byDate: true }, today)).toEqual({ status: "PUBLISHED", validFrom: "2026-11-01", validUntil: "2027-04-30" });
    expect(stateOf(draft({ publishedOn: "2024-07-01" }), { ...terms, byDate: true }, today)).toMatchObject({ status: "EXPIRED", validFrom: "2024-07-01" });
  });

  it("never with an unlawful phrase", () => {
    expect(stateOf(draft({ title: "服务员 限女性" }), terms, today).status).toBe("BLOCKED");
  });
});

describe("a source's name from its file", () => {
  it.each([
    ["../data/job51_2024.csv.gz", "job51_2024"], ["C:\\表\\岗位 汇总.xlsx", "岗位-汇总"], ["job51_2024.csv.gz.rejects.csv", "job51_2024"], ["/a/b/.csv", "file"],
    [`${"长".repeat(60)}.csv`, "长".repeat(40)],
  ])("%s is %s", (path, source) => expect(sourceFromPath(path)).toBe(source));
});
