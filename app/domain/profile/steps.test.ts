import { describe, expect, it } from "vitest";
import { isProfileStep, nextStepAfter, PROFILE_STEPS, progressOf } from "./steps.ts";

describe("how far a profile is", () => {
  it("counts steps with an answer, in the order of asking, whatever else is recorded", () => {
    expect(progressOf(["want", "work", "nonsense", "work"])).toEqual({
      done: ["work", "want"], left: ["crafts", "certificates", "brands", "education", "care", "where"], share: 0.25, next: "crafts",
    });
  });

  it("is nothing at first and whole at the end", () => {
    expect(progressOf([])).toMatchObject({ share: 0, next: "work" });
    expect(progressOf(PROFILE_STEPS)).toMatchObject({ share: 1, left: [], next: null });
  });
});

describe("where a saved step leads", () => {
  it("to the next one without an answer, and from the last back to what was skipped", () => {
    expect(nextStepAfter("work", progressOf(["work", "crafts"]))).toBe("certificates");
    expect(nextStepAfter("where", progressOf(PROFILE_STEPS.filter((step) => step !== "brands")))).toBe("brands");
  });

  it("nowhere when nothing else is left", () => {
    expect(nextStepAfter("care", progressOf(PROFILE_STEPS))).toBeNull();
    expect(nextStepAfter("care", progressOf(PROFILE_STEPS.filter((step) => step !== "care")))).toBeNull();
  });
});

it("an address names a step or nothing", () => {
  expect(PROFILE_STEPS.every(isProfileStep)).toBe(true);
  expect(["", "Work", "__proto__", "constructor"].some(isProfileStep)).toBe(false);
});
