import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess, HELP_STAGES, isMemberFor, isMonitored, MARKET_COMES_BEFORE } from "#app/domain/matching/assess.ts";
import type { Stream } from "#app/domain/terms.ts";
import { exampleRules, welder, weldingPost } from "#tests/factories/example-facts.ts";
import { anyFacts, columnsOf, type Facts } from "#tests/factories/matching-problem.ts";
import { solveAssignment } from "../exact/solve.ts";
import { conclude, provePart } from "../proof/prove.ts";
import { UNITS } from "../search/units.ts";
import { match } from "./match.ts";
import { MatchCancelled, newBoard } from "./shared.ts";
import { EPSILON_POINTS, solve } from "./solve.ts";

const run = (facts: Facts) => solve(columnsOf(facts), { threads: 1, board: newBoard() });

/** All allowed pairs with their scores, by the plain rules. */
function pairsOf({ persons, posts }: Facts) {
  return persons.flatMap((person, at) => posts.flatMap((post, row) => {
    const verdict = assess(person, post, exampleRules);
    return verdict.allowed ? [{ person: at, post: row, score: verdict.score }] : [];
  }));
}

/** The greatest total there is over some streams, order of help left aside. */
function greatest(facts: Facts, streams: readonly Stream[] = ["MARKET", "WORKSHOP", "WELFARE", "WORKFARE"]): number {
  const pairs = pairsOf(facts).filter((one) => streams.includes(facts.posts[one.post]!.stream));
  const optimum = solveAssignment({
    workers: facts.persons.length, capacities: facts.posts.map((post) => Math.max(0, post.openingsLeft)), edgeWorker: pairs.map((one) => one.person),
    edgePost: pairs.map((one) => one.post), edgeValue: pairs.map((one) => one.score),
  });
  if (!optimum.feasible) throw new Error("nobody had to be placed");
  return optimum.value;
}

const filled = (facts: Facts, owner: Int32Array) => facts.posts.map((_post, row) => owner.reduce((sum, post) => sum + (post === row ? 1 : 0), 0));

describe("a match of everybody with every opening", () => {
  test("places nobody twice, nobody against the rules, and no more people than there are openings", () => {
    fc.assert(fc.property(anyFacts(40, 12), (facts) => {
      const { owner, value } = run(facts);
      const allowed = new Map(pairsOf(facts).map((one) => [`${one.person} ${one.post}`, one.score]));
      let sum = 0;
      for (const [person, post] of owner.entries()) {
        if (post < 0) continue;
        expect(allowed.has(`${person} ${post}`)).toBe(true);
        sum += allowed.get(`${person} ${post}`)!;
      }
      expect(sum).toBe(value);
      for (const [row, count] of filled(facts, owner).entries()) expect(count).toBeLessThanOrEqual(Math.max(0, facts.posts[row]!.openingsLeft));
    }), { numRuns: 150 });
  });

  test("has a bound that no assignment passes, the exact optimum included, and each stage is within epsilon an opening of its own", () => {
    fc.assert(fc.property(anyFacts(40, 12), (facts) => {
      const { bound, stages, value } = run(facts);
      const best = greatest(facts);
      expect(bound).toBeGreaterThanOrEqual(best);
      expect(value).toBeLessThanOrEqual(best);
      const first = stages[0]!;
      const openings = facts.posts.reduce((sum, post) => sum + Math.max(0, post.openingsLeft), 0);
      expect(bound - best).toBeLessThanOrEqual(openings * (EPSILON_POINTS + 1));
      expect(first.bound).toBeGreaterThanOrEqual(greatest(facts, HELP_STAGES[0]));
      expect(first.bound - greatest(facts, HELP_STAGES[0])).toBeLessThanOrEqual(openings * (EPSILON_POINTS + 1));
    }), { numRuns: 150 });
  });

  test("is worth no less than the exact optimum less epsilon an opening, where no order of help and no brand is at work", () => {
    fc.assert(fc.property(anyFacts(60, 12), (facts) => {
      const market: Facts = { persons: facts.persons, posts: facts.posts.map((post) => ({ ...post, stream: "MARKET", welfareKind: null, brandId: null })) };
      const { value, owner } = run(market);
      const placed = owner.reduce((sum, post) => sum + (post < 0 ? 0 : 1), 0);
      expect(value).toBeGreaterThanOrEqual(greatest(market) - placed * (EPSILON_POINTS + 1));
    }), { numRuns: 150 });
  });

  test("is proved by going through every pair, with code that shares nothing with the search", () => {
    fc.assert(fc.property(anyFacts(40, 12), (facts) => {
      const problem = columnsOf(facts);
      const { owner, prices, value, bound } = solve(problem, { threads: 1, board: newBoard() });
      const claim = { owner, prices, unitsPerPoint: UNITS };
      const proof = conclude(problem, claim, [provePart(problem, claim, 0, 2), provePart(problem, claim, 1, 2)]);
      expect(proof).toMatchObject({ faults: [], value, allowedPairs: pairsOf(facts).length });
      expect(proof.bound).toBeLessThanOrEqual(bound);
      expect(proof.bound).toBeGreaterThanOrEqual(greatest(facts));
    }), { numRuns: 100 });
  });

  test("is the same with several threads as with one", async () => {
    const [facts] = fc.sample(anyFacts(200, 40), { seed: 11, numRuns: 1 });
    const problem = columnsOf(facts!);
    const alone = solve(problem, { threads: 1, board: newBoard() });
    const together = await match(problem, { threads: 3 });
    expect([...together.owner]).toEqual([...alone.owner]);
    expect(together.bound).toBe(alone.bound);
  });

  test("can be given up while it is under way", async () => {
    const problem = columnsOf({ persons: [welder], posts: [weldingPost] });
    await expect(match(problem, { threads: 2, signal: AbortSignal.abort() })).rejects.toThrow(MatchCancelled);
  });
});

describe("the order of help", () => {
  test("gives a public-welfare post to nobody while an opening of another kind that suits them is empty", () => {
    fc.assert(fc.property(anyFacts(40, 12), (facts) => {
      const { owner } = run(facts);
      const counts = filled(facts, owner);
      for (const { person, post } of pairsOf(facts)) {
        if (facts.posts[post]!.stream === "WELFARE" || counts[post]! >= facts.posts[post]!.openingsLeft) continue;
        const held = owner[person]! < 0 ? null : facts.posts[owner[person]!]!.stream;
        expect(held).not.toBe("WELFARE");
        expect(held, "nobody waits either").not.toBe(null);
      }
    }), { numRuns: 300 });
  });

  test("leaves no market opening empty while somebody whom it suits holds a workshop or workfare post", () => {
    fc.assert(fc.property(anyFacts(40, 12), (facts) => {
      const { owner } = run(facts);
      const counts = filled(facts, owner);
      for (const { person, post } of pairsOf(facts)) {
        if (facts.posts[post]!.stream !== "MARKET" || counts[post]! >= facts.posts[post]!.openingsLeft || owner[person]! < 0) continue;
        expect(MARKET_COMES_BEFORE).not.toContain(facts.posts[owner[person]!]!.stream);
      }
    }), { numRuns: 300 });
  });

  test("lets nobody of a monitored household wait while an equal of none holds an opening that suits them both", () => {
    fc.assert(fc.property(anyFacts(40, 8), (facts) => {
      const { owner } = run(facts);
      const pairs = pairsOf(facts);
      const member = (person: number, post: number) => isMemberFor(facts.persons[person]!, facts.posts[post]!);
      const lowest = new Map<string, number>();
      for (const { person, post, score } of pairs) {
        const key = `${post} ${member(person, post)}`;
        if (owner[person] === post && !isMonitored(facts.persons[person]!)) lowest.set(key, Math.min(score, lowest.get(key) ?? Infinity));
      }
      for (const { person, post, score } of pairs) {
        // a member of the post's brand is nobody's equal there but another member's
        if (owner[person]! < 0 && isMonitored(facts.persons[person]!)) expect(score).toBeLessThan(lowest.get(`${post} ${member(person, post)}`) ?? Infinity);
      }
    }), { numRuns: 300 });
  });

  test("lets no member of a brand wait while somebody who is none holds an opening of one of its posts that suits the member", () => {
    fc.assert(fc.property(anyFacts(40, 8), (facts) => {
      const { owner } = run(facts);
      const others = new Set([...owner].flatMap((post, person) => (post >= 0 && facts.posts[post]!.brandId !== null && !isMemberFor(facts.persons[person]!, facts.posts[post]!) ? [post] : [])));
      for (const { person, post } of pairsOf(facts)) if (owner[person]! < 0 && isMemberFor(facts.persons[person]!, facts.posts[post]!)) expect(others.has(post)).toBe(false);
    }), { numRuns: 300 });
  });

  test("puts a member of the brand before somebody who fits better, on the brand's post alone", () => {
    const best = { ...welder, experienceMonths: 240, certificates: [{ occupationCode: welder.occupationCodes[0]!, kind: "SKILL_LEVEL" as const, level: "SENIOR" as const, expiresOn: null, stands: true }] };
    const member = { ...welder, experienceMonths: 0, certificates: [], brandIds: ["brand-a"] };
    const post = { ...weldingPost, openingsLeft: 1, certOccupationCode: null, certLevel: null };
    expect([...run({ persons: [best, member], posts: [{ ...post, brandId: "brand-a" }] }).owner]).toEqual([-1, 0]);
    expect([...run({ persons: [best, member], posts: [{ ...post, brandId: null }] }).owner]).toEqual([0, -1]);
  });

  test("does not let a monitored household pass over someone who fits better", () => {
    const monitored = { ...welder, categories: ["MONITORED_SUDDEN" as const], experienceMonths: 0 };
    expect([...run({ persons: [monitored, welder], posts: [{ ...weldingPost, openingsLeft: 1 }] }).owner]).toEqual([-1, 0]);
  });
});
