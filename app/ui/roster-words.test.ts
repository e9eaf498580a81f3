import { describe, expect, it } from "vitest";
import { columnWord, differenceWord } from "./roster-words.ts";

describe("a difference in words", () => {
  it("of two names masked alike says that they differ", () => {
    const one = { field: "name", before: "王**", after: "王**" };
    expect([differenceWord(one, "before", "zh"), differenceWord(one, "after", "zh")]).toEqual(["王**", "王**（名字不同）"]);
    expect(differenceWord({ ...one, after: "李**" }, "after", "zh")).toBe("李**");
  });

  it("of an education that nobody has told does not speak of what a post asks for", () => {
    expect(differenceWord({ field: "education", before: "NONE", after: "SENIOR" }, "before", "zh")).toBe("没有填");
    expect(differenceWord({ field: "labourCapacity", before: "NONE", after: "FULL" }, "before", "zh")).toBe("无劳动能力");
  });
});

it("a column's name stands in the reader's language", () => {
  expect([columnWord("身份证号 resident ID", "zh"), columnWord("身份证号 resident ID", "en")]).toEqual(["身份证号", "resident ID"]);
});
