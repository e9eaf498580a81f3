import { beforeAll, describe, expect, it } from "vitest";
import { everyBoundary, everyUseCase, readingFiles } from "#tests/fuzz/boundaries.ts";
import { tryBoundary } from "#tests/fuzz/laws.ts";
import { NOT_FROM_OUTSIDE, READ_IN } from "#tests/fuzz/others.ts";
import { fuzzSeed } from "#tests/fuzz/seed.ts";

const CASES = 12;

let useCases: Awaited<ReturnType<typeof everyUseCase>>;
beforeAll(async () => void (useCases = await everyUseCase()), 60_000);

describe("every boundary", () => {
  it("is found: use cases by loading their modules, all else by the files that read with a schema (a new one gets a line in tests/fuzz/others.ts)", () => {
    expect(useCases.size).toBeGreaterThan(200);
    expect(readingFiles()).toEqual([...Object.keys(READ_IN), ...Object.keys(NOT_FROM_OUTSIDE)].sort());
  });

  it("refuses or takes whatever is sent, throws nothing else, gives no prototype away, and takes nothing of endless length", async () => {
    const seed = fuzzSeed();
    const tried = (await everyBoundary()).map((boundary) => tryBoundary(boundary, { seed, cases: CASES }));
    expect(tried.flatMap(({ failures }) => failures), `seed ${seed}`).toEqual([]);
    expect(tried.filter(({ taken }) => taken === 0).map(({ name }) => name), "nothing lawful was made for these: tests/fuzz/named.ts").toEqual([]);
  });
});
