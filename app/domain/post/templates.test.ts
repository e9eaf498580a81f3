import { describe, expect, it } from "vitest";
import { matchOccupation } from "../occupation/match.ts";
import { findOccupation } from "../occupation/occupations.ts";
import { findUnlawful } from "./lawful.ts";
import { POST_TEMPLATES } from "./templates.ts";
import { findUnwise } from "./unwise.ts";

describe("the templates of posts", () => {
  it("are each of a listed occupation that their title names too, and no two of one", () => {
    for (const one of POST_TEMPLATES) {
      expect(findOccupation(one.occupationCode), one.title).not.toBeNull();
      expect(matchOccupation(one.title)?.code, one.title).toBe(one.occupationCode);
    }
    expect(new Set(POST_TEMPLATES.map((one) => one.occupationCode)).size).toBe(POST_TEMPLATES.length);
  });

  it("hold nothing that the law forbids or good sense advises against", () => {
    for (const { title, description, hoursPerDay, daysPerWeek } of POST_TEMPLATES) {
      expect(findUnlawful({ title, description }), title).toEqual([]);
      expect(findUnwise({ title, description, hoursPerDay, daysPerWeek }), title).toEqual([]);
    }
  });
});
