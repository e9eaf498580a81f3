import { describe, expect, it } from "vitest";
import { randomFor } from "#prisma/seed/generate/random.ts";
import { faults, TARGETS, type Target } from "#tests/chaos/faults.ts";

const plan = (seed: number, count: number) => {
  const source = faults(randomFor(seed, 78));
  return Array.from({ length: count }, () => source.next().value as readonly Target[]);
};

describe("a plan of faults", () => {
  it("strikes every target once before any a second time", () => {
    for (const seed of [1, 7, 42]) expect(plan(seed, TARGETS.length).flat().sort()).toEqual([...TARGETS].sort());
  });

  it("is the same for the same seed and another for another", () => {
    expect(plan(7, 40)).toEqual(plan(7, 40));
    expect(plan(7, 40)).not.toEqual(plan(8, 40));
  });

  it("goes on with single strikes and with pairs of two different targets", () => {
    const later = plan(7, 200).slice(TARGETS.length);
    const pairs = later.filter((one) => one.length === 2);
    expect(pairs.length).toBeGreaterThan(20);
    expect(later.length - pairs.length).toBeGreaterThan(20);
    for (const [first, second] of pairs) expect(first).not.toBe(second);
  });
});
