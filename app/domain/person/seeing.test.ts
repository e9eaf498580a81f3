import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hasWords, purposeOf, seeingFields, WORDS_NEEDED } from "./seeing.ts";

const schema = z.object(seeingFields).refine(hasWords, WORDS_NEEDED);
const codes = (input: unknown) => schema.safeParse(input).error?.issues.map(({ message, path }) => `${path.join(".")} ${message}`) ?? [];

describe("opening a number", () => {
  it("asks for a purpose of the list, and for words where it is another one", () => {
    expect(codes({})).toEqual(["why opening-reason-needed"]);
    expect(codes({ why: "CURIOUS" })).toEqual(["why opening-reason-needed"]);
    expect(codes({ why: "OTHER", whyNote: "  " })).toEqual(["whyNote opening-words-needed"]);
    expect(codes({ why: "OTHER", whyNote: "核对工资" })).toEqual([]);
    expect(codes({ why: "CALL" })).toEqual([]);
    expect(codes({ why: "CALL", whyNote: "x".repeat(101) })).toEqual(["whyNote too-long"]);
  });

  it("is written down as the word and what was said beside it, within the column's 120 characters", () => {
    expect(purposeOf({ why: "VISIT", whyNote: "" })).toBe("see:VISIT");
    expect(purposeOf({ why: "OTHER", whyNote: "核对工资" })).toBe("see:OTHER:核对工资");
    expect(purposeOf({ why: "COMPLAINT", whyNote: "x".repeat(100) }).length).toBeLessThanOrEqual(120);
  });
});
