import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadReference } from "#prisma/seed/reference.ts";
import { fuzzActs } from "#tests/fuzz/acts.ts";
import { holdImport, importCases } from "#tests/fuzz/imports.ts";
import { fuzzSeed } from "#tests/fuzz/seed.ts";
import { smallStage } from "#tests/fuzz/stages.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const seed = fuzzSeed();
let services: TestServices;
beforeAll(async () => {
  services = await openTestServices();
  await loadReference(services);
});
afterAll(() => services.close());

/** The long run of the same is `npm run fuzz`. */
describe("whatever is made up", () => {
  it("in a file of posts or people, in any form, is taken or rejected row by row, with nothing half done", async () => {
    await fc.assert(fc.asyncProperty(importCases, (one) => holdImport(services, one)), { seed, numRuns: 8, endOnFailure: true });
  });

  it("is done or refused by every use case, and what is refused changes no table", async () => {
    const stage = await smallStage(services, seed);
    // there is no index of people here: `npm run fuzz` has one
    const { failures, done, refused } = await fuzzActs(stage, { seed, cases: 1, without: ["find-candidates"] });
    expect(failures, `seed ${seed}`).toEqual([]);
    expect(refused).toBeGreaterThan(100);
    expect(done).toBeGreaterThan(2);
  });
});
