import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeOf } from "../columns/judge.ts";
import { flagsOfPerson } from "../columns/person-columns.ts";
import { anyFacts, columnsOf } from "#tests/factories/matching-problem.ts";
import { Best } from "./best.ts";
import { searchOf } from "./best-people.ts";
import { emptyIndexPrices, refreshIndexPrices } from "./index-prices.ts";
import { personIndexOf } from "./person-index.ts";
import { valueOf } from "./units.ts";

test("the search finds the people worth most at any prices, as a loop over everybody does, and its threshold holds for the rest", () => {
  let found = 0;
  fc.assert(fc.property(anyFacts(60, 6), fc.infiniteStream(fc.integer({ min: 0, max: 100_000 })), fc.integer({ min: 1, max: 8 }), (facts, numbers, limit) => {
    const problem = columnsOf(facts);
    const index = personIndexOf(problem);
    const before = Int32Array.from(facts.persons, () => numbers.next().value as number);
    const prices = before.map((price) => price + (numbers.next().value as number) % 3_000);
    const known = emptyIndexPrices(index);
    refreshIndexPrices(index, before, known, 0, known.run.length);
    const search = searchOf(problem, index, valueOf, known);
    const judge = judgeOf(problem);
    const best = new Best(limit);
    for (let post = 0; post < facts.posts.length; post += 1) {
      judge.open(post);
      const plain = facts.persons
        .map((_person, person) => ({ person, score: judge.ofPerson(person) }))
        .filter((one) => one.score >= 0 && problem.posts.capacity[post]! > 0)
        .map(({ person, score }) => ({ person, net: valueOf(score, person, flagsOfPerson(problem.persons, person), post) - prices[person]! }))
        .filter((one) => one.net > 0)
        .sort((a, b) => b.net - a.net);
      search.fill(post, prices, best);
      const nets = [...best.nets.subarray(0, best.count)].sort((a, b) => b - a);
      expect(nets).toEqual(plain.slice(0, limit).map((one) => one.net));
      const chosen = new Set(best.persons.subarray(0, best.count));
      expect(chosen.size).toBe(best.count);
      for (const one of plain) if (!chosen.has(one.person)) expect(one.net).toBeLessThanOrEqual(best.threshold);
      found += best.count;
    }
  }), { numRuns: 400 });
  expect(found).toBeGreaterThan(1_000);
});
