import fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "#app/domain/matching/assess.ts";
import { exampleRules } from "#tests/factories/example-facts.ts";
import { anyFacts, columnsOf } from "#tests/factories/matching-problem.ts";
import { judgeOf } from "./judge.ts";

test("a pair judged by its columns has the verdict and the score that the rules give, for every pair", () => {
  let allowed = 0;
  fc.assert(fc.property(anyFacts(12, 12), (facts) => {
    const judge = judgeOf(columnsOf(facts));
    for (const [row, post] of facts.posts.entries()) {
      judge.open(row);
      for (const [at, person] of facts.persons.entries()) {
        const verdict = assess(person, post, exampleRules);
        if (verdict.allowed) allowed += 1;
        expect(judge.ofPerson(at)).toBe(verdict.allowed ? verdict.score : -1);
      }
    }
  }), { numRuns: 400 });
  expect(allowed).toBeGreaterThan(500);
});
