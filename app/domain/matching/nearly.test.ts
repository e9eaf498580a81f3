import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPerson, anyPost } from "#tests/factories/any-facts.ts";
import { exampleRules as rules, welder, weldingPost } from "#tests/factories/example-facts.ts";
import { isAllowed, refusalsOf } from "./eligibility.ts";
import type { PersonFacts, PostFacts } from "./facts.ts";
import { changesAgainst, hintsFor } from "./nearly.ts";
import { oneStepShort } from "./one-step.ts";

const post = (at: number, more: Partial<PostFacts> = {}): PostFacts => ({ ...weldingPost, id: `01K00000000000000000000${String(at).padStart(3, "0")}`, ...more });
const hints = (person: Partial<PersonFacts>, posts: PostFacts[]) => hintsFor({ ...welder, ...person }, posts, rules);

describe("one step short", () => {
  it("counts the posts that each single change opens, the most first, with the best as examples", () => {
    const posts = [post(1, { housing: false }), post(2, { housing: false, openingsLeft: 5 }), post(3, { certLevel: "SENIOR" }), post(4)];
    const found = hints({}, posts);
    expect(found.map((one) => [one.change.kind, one.posts, one.openings])).toEqual([["housing", 2, 8], ["certificate", 1, 3]]);
    expect(found[0]!.best.map((one) => one.postId)).toEqual([posts[0]!.id, posts[1]!.id]);
  });

  it("names the size that opens most for its size, and counts all that it opens", () => {
    const at = (km: number) => ({ place: { lat: 37.95 + km / 111.2, lng: 110.99 }, countyCode: "140105" });
    const near = [1, 2, 3].map((n) => post(n, at(75)));
    const [hint] = hints({ maxDistanceKm: 60 }, [...near, post(4, at(95))]);
    expect(hint).toMatchObject({ change: { kind: "distance", moreKm: 20, toKm: 80 }, posts: 3 });
    const [dear, dearer] = [post(6, { monthlyMaxFen: 800_000 }), post(7, { monthlyMaxFen: 790_000 })];
    expect(hints({ minWageFen: 900_000 }, [post(5), dear])[0]).toMatchObject({ change: { kind: "wage", lessFen: 60_000 }, posts: 1 });
    expect(hints({ minWageFen: 900_000 }, [post(5), dear, dearer])[0]).toMatchObject({ change: { kind: "wage", lessFen: 120_000 }, posts: 3 });
  });

  it("names the level of certificate that opens most, with all that a lower one opens too", () => {
    const posts = [post(1, { certLevel: null }), post(2), post(3, { certLevel: "INTERMEDIATE" })];
    expect(hints({ certificates: [] }, posts)[0]).toMatchObject({ change: { kind: "certificate", level: "JUNIOR" }, posts: 2 });
    expect(hints({ certificates: [] }, [...posts, post(4, { certLevel: "INTERMEDIATE" }), post(5, { certLevel: "INTERMEDIATE" })])[0]).toMatchObject({ change: { level: "INTERMEDIATE" }, posts: 5 });
  });

  it("sends nobody to an examination where it is enough to say that they want the trade", () => {
    const bare = { certificates: [], occupationCodes: ["4-10-01-06"] };
    expect(hints(bare, [post(1, { certOccupationCode: null, certLevel: null })]).map((one) => one.change.kind)).toEqual(["trade"]);
  });

  it("says nothing of posts that fit, are full, or lie more than one step away", () => {
    expect(hints({}, [post(1), post(2, { openingsLeft: 0, housing: false }), post(3, { open: false, housing: false }), post(4, { housing: false, certLevel: "SENIOR" })])).toEqual([]);
    expect(hints({ minWageFen: 900_000 }, [post(1, { monthlyMaxFen: 700_000 })])).toEqual([]);
    expect(hints({ birthDate: "2012-01-01" }, [post(1)])).toEqual([]);
  });

  it("tries every change that could be enough: what it leaves out, no single change opens", () => {
    fc.assert(fc.property(anyPerson, anyPost, (person, one) => {
      const refusals = refusalsOf(person, one, rules);
      fc.pre(refusals.length > 0);
      const all = oneStepShort(person, one, rules, null);
      expect(all.filter((step) => !changesAgainst(refusals).includes(step.kind))).toEqual([]);
    }), { numRuns: 400 });
  });

  it("keeps its word: every post it counts is allowed once the change is made", () => {
    fc.assert(fc.property(anyPerson, fc.array(anyPost, { maxLength: 12 }), (person, given) => {
      const posts = given.map((one, at) => ({ ...one, id: post(at).id }));
      for (const hint of hintsFor(person, posts, rules)) {
        const open = posts.filter((one) => !isAllowed(person, one, rules) && oneStepShort(person, one, rules, null).some((step) => step.kind === hint.change.kind));
        expect(hint.posts).toBeGreaterThan(0);
        expect(hint.posts).toBeLessThanOrEqual(open.length);
        expect(hint.best.length).toBe(Math.min(3, hint.posts));
      }
    }), { numRuns: 200 });
  });
});
