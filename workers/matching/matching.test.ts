import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowed } from "#app/domain/matching/eligibility.ts";
import type { PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import { scoreOf } from "#app/domain/matching/score.ts";
import { exampleRules as rules, welder, weldingPost } from "#tests/factories/example-facts.ts";
import { assignOpenings } from "./assign.ts";
import { type CandidateList, candidatesOf, indexPosts } from "./candidates.ts";
import { runStages } from "./stages.ts";

const problem = fc.record({
  capacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
  people: fc.array(fc.record({ monitored: fc.boolean(), scores: fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 6, maxLength: 6 }) }), { maxLength: 12 }),
}).map(({ capacities, people }) => ({
  capacities,
  lists: people.map(({ monitored, scores }, index): CandidateList => ({
    personId: `w${String(index).padStart(2, "0")}`,
    monitored,
    options: scores.flatMap((score, post) => (score === null || post >= capacities.length ? [] : [{ post, score }])).sort((a, b) => b.score - a.score || a.post - b.post),
  })),
}));

describe("assigning openings", () => {
  it("places nobody twice and fills no post beyond its openings", () => {
    fc.assert(fc.property(problem, ({ lists, capacities }) => {
      const assigned = assignOpenings(lists, capacities);
      expect(new Set(assigned.map((one) => one.personId)).size).toBe(assigned.length);
      capacities.forEach((capacity, post) => expect(assigned.filter((one) => one.post === post).length).toBeLessThanOrEqual(capacity));
    }));
  });

  it("passes nobody over for someone with a lesser claim, monitored households first among equals", () => {
    fc.assert(fc.property(problem, ({ lists, capacities }) => {
      const assigned = assignOpenings(lists, capacities);
      const held = new Map(assigned.map((one) => [one.personId, one]));
      for (const list of lists) {
        const mine = held.get(list.personId);
        for (const option of list.options) {
          if (mine && (option.score < mine.score || (option.score === mine.score && option.post >= mine.post))) continue;
          const holders = assigned.filter((one) => one.post === option.post);
          expect(holders.length).toBe(capacities[option.post]);
          for (const holder of holders) {
            const other = lists.find((one) => one.personId === holder.personId)!;
            const better = holder.score > option.score || (holder.score === option.score && (other.monitored || !list.monitored));
            expect(better).toBe(true);
          }
        }
      }
    }), { numRuns: 500 });
  });

  it("does not depend on the order in which people are listed", () => {
    fc.assert(fc.property(problem, ({ lists, capacities }) => {
      expect(assignOpenings([...lists].reverse(), capacities)).toEqual(assignOpenings(lists, capacities));
    }));
  });
});

const person = (id: string, more: Partial<PersonFacts> = {}): PersonFacts => ({ ...welder, id, ...more });
const post = (id: string, more: Partial<PostFacts> = {}): PostFacts => ({ ...weldingPost, id, ...more });
const still = async () => {};
const ranger = post("ranger", { stream: "WELFARE", welfareKind: "RANGER", countyCode: "141124", certOccupationCode: null, certLevel: null, monthlyMinFen: 100_000, monthlyMaxFen: 100_000, openingsLeft: 5 });

describe("the candidates of a person", () => {
  it("are exactly the posts that a loop over all posts with the plain rules finds", () => {
    const occupations = ["6-18-02-04", "6-18-02-01", "4-10-01-06", "6-29-01-01"];
    const anyPost = fc.record({
      occupationCode: fc.option(fc.constantFrom(...occupations)),
      stream: fc.constantFrom("MARKET", "WORKSHOP", "WELFARE", "WORKFARE") as fc.Arbitrary<PostFacts["stream"]>,
      countyCode: fc.constantFrom("141124", "140105"),
      certOccupationCode: fc.option(fc.constantFrom("6-18-02-04")),
    });
    fc.assert(fc.property(fc.array(anyPost, { maxLength: 40 }), fc.subarray(occupations), (facts, wishes) => {
      const posts = facts.map((one, index) => post(`p${index}`, { ...one, certLevel: null }));
      const who = person("w", { occupationCodes: wishes });
      for (const streams of [["MARKET"], ["WORKSHOP", "WORKFARE"], ["WELFARE"]] as const) {
        const found = candidatesOf(who, indexPosts(posts), streams, rules)?.options ?? [];
        const plain = posts.flatMap((one, index) => ((streams as readonly string[]).includes(one.stream) && isAllowed(who, one, rules) ? [{ post: index, score: scoreOf(who, one, rules).score }] : []));
        expect([...found].sort((a, b) => a.post - b.post)).toEqual(plain);
      }
    }));
  });
});

describe("the order of help", () => {
  it("offers a welfare post only to someone for whom nothing before it was found", async () => {
    const { assigned } = await runStages([person("a"), person("b", { certificates: [], occupationCodes: ["4-10-01-06"] })], [post("weld"), ranger], rules, still);
    expect(assigned).toMatchObject([{ personId: "a", post: 0 }, { personId: "b", post: 1 }]);
  });

  it("gives the last opening among equals to the monitored household", async () => {
    const people = [person("a"), person("b", { categories: ["MONITORED_SUDDEN"] }), person("c")];
    const { assigned } = await runStages(people, [post("weld", { openingsLeft: 1 })], rules, still);
    expect(assigned.map((one) => one.personId)).toEqual(["b"]);
  });

  it("does not let a monitored household pass over someone who fits better", async () => {
    const people = [person("a", { certificates: [{ ...welder.certificates[0]!, level: "SENIOR" }], experienceMonths: 200 }), person("b", { categories: ["MONITORED_SUDDEN"], experienceMonths: 0 })];
    const { assigned } = await runStages(people, [post("weld", { openingsLeft: 1 })], rules, still);
    expect(assigned.map((one) => one.personId)).toEqual(["a"]);
  });
});
