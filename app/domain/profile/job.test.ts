import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { experienceOf } from "./job.ts";

describe("experience from jobs", () => {
  it("is the sum of their months", () => {
    expect(experienceOf([6, 36], "1980-01-01", "2026-11-25")).toBe(42);
    expect(experienceOf([], "1980-01-01", "2026-11-25")).toBe(0);
  });

  it("is never more than the time since somebody turned sixteen", () => {
    expect(experienceOf([120, 120], "2008-06-01", "2026-11-25")).toBe(35);
    expect(experienceOf([120], "2012-06-01", "2026-11-25")).toBe(11);
  });

  it("never falls when a job is added", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 120 })), fc.integer({ min: 0, max: 120 }), (jobs, one) => {
      expect(experienceOf([...jobs, one], "1980-01-01", "2026-11-25")).toBeGreaterThanOrEqual(experienceOf(jobs, "1980-01-01", "2026-11-25"));
    }));
  });
});
