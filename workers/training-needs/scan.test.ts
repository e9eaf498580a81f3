import fc from "fast-check";
import { expect, test } from "vitest";
import { bestPayOf, payFloorOf, refusalsOf } from "#app/domain/matching/eligibility.ts";
import type { PostFacts } from "#app/domain/matching/facts.ts";
import { smallGroupOf } from "#app/domain/matching/relation.ts";
import { levelBit, levelsOpenTo, readLevelWays } from "#app/domain/training/levels.ts";
import { SKILL_LEVELS } from "#app/domain/terms.ts";
import { exampleRules } from "#tests/factories/example-facts.ts";
import { anyFacts, columnsOf } from "#tests/factories/matching-problem.ts";
import { scanHomes } from "./scan.ts";

const ways = readLevelWays(["APPRENTICE::0", "JUNIOR::0", "INTERMEDIATE:JUNIOR:36", "INTERMEDIATE::60", "SENIOR:INTERMEDIATE:48", "SENIOR::120"]);

test("a person stands in a course's list exactly where the rules refuse the pair without its certificate and allow it with it", () => {
  let pairs = 0;
  fc.assert(fc.property(anyFacts(10, 10), (facts) => {
    const problem = columnsOf(facts);
    const groups = scanHomes({ problem, left: problem.posts.capacity, settled: new Uint8Array(facts.persons.length), ways }, 0, 1);
    const got = new Set(groups.flatMap((group) => [...group.people].flatMap((person, at) => [...group.edges.subarray(group.edgeStart[at], group.edgeStart[at + 1])].flatMap((edge) => {
      const post = group.posts[edge]!;
      const needed = levelBit(facts.posts[post]!.certLevel);
      return Array.from({ length: 9 }, (_, bit) => bit).filter((bit) => bit >= needed && (group.levels[at]! & (1 << bit)) !== 0).map((bit) => `${person} ${post} ${bit}`);
    }))));
    const wanted = new Set<string>();
    const askedOf = (occupation: string) => new Set(facts.posts.filter((post) => post.certOccupationCode === occupation && post.open && post.openingsLeft > 0 && (post.stream === "MARKET" || post.stream === "WORKSHOP") && !isUnderpaid(post)).map((post) => levelBit(post.certLevel)));
    for (const [row, post] of facts.posts.entries()) {
      const occupation = post.certOccupationCode;
      if (occupation === null || (post.stream !== "MARKET" && post.stream !== "WORKSHOP")) continue;
      for (const [at, person] of facts.persons.entries()) {
        const without = refusalsOf(person, post, exampleRules);
        if (!without.some((one) => one.code.startsWith("certificate-"))) continue;
        const held = Math.max(-1, ...person.certificates.filter((one) => one.stands && one.occupationCode === occupation && one.level !== null).map((one) => SKILL_LEVELS.indexOf(one.level!)));
        for (const level of [null, ...SKILL_LEVELS]) {
          const bit = levelBit(level);
          if (!askedOf(occupation).has(bit) || (levelsOpenTo(held, person.experienceMonths, ways) & (1 << bit)) === 0) continue;
          const added = { ...person, certificates: [...person.certificates, { occupationCode: occupation, kind: "SKILL_LEVEL" as const, level, expiresOn: null, stands: true }] };
          if (refusalsOf(added, post, exampleRules).length === 0) wanted.add(`${at} ${row} ${bit}`);
        }
      }
    }
    pairs += wanted.size;
    expect([...got].sort()).toEqual([...wanted].sort());
    for (const group of groups) {
      const wishing = [...group.people].filter((person) => facts.persons[person]!.occupationCodes.slice(0, 3).some((code) => smallGroupOf(code) === smallGroupOf(facts.posts[group.posts[0]!]!.certOccupationCode!)));
      expect(Math.max(...[...group.counts].filter((_, at) => at % 3 === 2))).toBeLessThanOrEqual(wishing.length);
    }
  }), { numRuns: 800 });
  expect(pairs).toBeGreaterThan(300);
});

function isUnderpaid(post: PostFacts): boolean {
  const [pay, floor] = [bestPayOf(post), payFloorOf(post, exampleRules)];
  return pay !== null && floor !== null && pay < floor;
}
