import { describe, expect, it } from "vitest";
import { findText, translator } from "./translate.ts";

describe("a text", () => {
  it("holds its values wherever they are asked for, as they are, whatever is in them", () => {
    expect(translator("zh")("jobs.list.headingFor", { q: "<b>$&</b>{{n}}" })).toBe("和“<b>$&</b>{{n}}”有关的岗位");
    expect(translator("zh")("common.page.at", { page: 2, pages: 7 })).toBe("第 2 页，共 7 页");
  });

  it("comes in the form that its count asks for, in the rules of its language", () => {
    expect([0, 1, 2].map((count) => translator("en")("jobs.list.found", { count, n: String(count) }))).toEqual(["0 posts", "1 post", "2 posts"]);
    expect(translator("zh")("jobs.list.found", { count: 1, n: "1" })).toBe("共 1 个岗位");
  });

  it("known only at run time is null where there is none, and so is a whole branch", () => {
    expect(findText("zh", "errors.no-such-code")).toBeNull();
    expect(findText("zh", "errors")).toBeNull();
    expect(findText("en", "common.count.people", { count: 1, n: "1" })).toBe("1 person");
    expect(findText("en", "toString")).toBeNull();
  });

  it("without a value that it asks for leaves the place empty", () => {
    expect(translator("en")("common.page.at", { page: 2 })).toBe(translator("en")("common.page.at", { page: 2, pages: "" }));
  });
});
