import { describe, expect, it } from "vitest";
import { nextDelay } from "./supervise.ts";

describe("starting a program again", () => {
  it("waits longer with each early death, up to half a minute", () => {
    const delays: number[] = [];
    for (let delay = 0; delays.length < 9; ) delays.push((delay = nextDelay(delay, 1_000)));
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("is quick again after a steady minute", () => {
    expect(nextDelay(30_000, 61_000)).toBe(500);
  });
});
