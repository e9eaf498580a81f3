import { describe, expect, it } from "vitest";
import { nightOf } from "./nightly.ts";

describe("the nightly run", () => {
  it.each([
    ["2026-11-25T17:59:59Z", 2, null],
    ["2026-11-25T18:00:00Z", 2, "2026-11-26"],
    ["2026-11-25T21:59:59Z", 2, "2026-11-26"],
    ["2026-11-25T22:00:00Z", 2, null],
  ] as const)("at %s, set for %i o'clock in China: %s", (now, hour, night) => {
    expect(nightOf(new Date(now), hour)).toBe(night);
  });

  it.each([
    ["2026-11-25T15:10:00Z", "2026-11-25"],
    ["2026-11-25T17:10:00Z", "2026-11-25"],
    ["2026-11-25T19:10:00Z", null],
  ] as const)("begun before midnight belongs to the day it began on: at %s, set for 23 o'clock: %s", (now, night) => {
    expect(nightOf(new Date(now), 23)).toBe(night);
  });
});
