import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleRules as rules, welder, weldingPost } from "#tests/factories/example-facts.ts";
import { assess } from "./assess.ts";
import { isAllowed, refusalsOf } from "./eligibility.ts";
import type { PersonFacts, PostFacts } from "./facts.ts";
import { relationOf } from "./relation.ts";
import { scoreOf, WEIGHTS } from "./score.ts";

const codes = (person: Partial<PersonFacts>, post: Partial<PostFacts> = {}) =>
  refusalsOf({ ...welder, ...person }, { ...weldingPost, ...post }, rules).map((reason) => reason.code);
const certificate = welder.certificates[0]!;
const welfare: Partial<PostFacts> = {
  stream: "WELFARE", welfareKind: "GENERAL", countyCode: "141124", certOccupationCode: null, certLevel: null, occupationCode: "4-09-08-01", monthlyMinFen: 90_000, monthlyMaxFen: 90_000,
};

describe("a pair is allowed", () => {
  it("when nothing stands in the way, with what speaks for it, strongest first", () => {
    const verdict = assess(welder, weldingPost, rules);
    expect(verdict.allowed).toBe(true);
    expect(verdict.reasons[0]?.code).toBe("occupation-exact");
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(expect.arrayContaining(["certificate-level-above", "wage-meets-wish", "housing-offered", "distance-km"]));
  });
});

describe("a pair is refused", () => {
  it.each<[string, Partial<PersonFacts>, Partial<PostFacts>, string]>([
    ["when the person is placed already", { placed: true }, {}, "already-placed"],
    ["when the person isn't looking", { seeking: false }, {}, "not-seeking"],
    ["before the person is free", { availableFrom: "2026-12-01" }, {}, "not-yet-available"],
    ["when the post is closed", {}, { open: false }, "post-closed"],
    ["when every opening is taken", {}, { openingsLeft: 0 }, "no-opening-left"],
    ["when the trade has nothing to do with the person's", { occupationCodes: ["4-10-01-06"], certificates: [] }, { certOccupationCode: null }, "occupation-unrelated"],
    ["when the certificate is missing", { certificates: [] }, {}, "certificate-missing"],
    ["when the certificate has run out on that day", { certificates: [{ ...certificate, expiresOn: "2026-11-23" }] }, {}, "certificate-expired"],
    ["when the certificate's level is too low", {}, { certLevel: "SENIOR" }, "certificate-level-low"],
    ["when the certificate has been revoked", { certificates: [{ ...certificate, stands: false }] }, {}, "certificate-missing"],
    ["below the working age of 16", { birthDate: "2010-11-24" }, {}, "age-below"],
    ["below 18 in a mine", { birthDate: "2009-01-01", occupationCodes: ["6-16-01-06"] }, { occupationCode: "6-16-01-06", certOccupationCode: null }, "age-below"],
    ["when it pays less than the county's minimum wage", { minWageFen: 0 }, { monthlyMinFen: 150_000, monthlyMaxFen: 177_900 }, "wage-below-floor"],
    ["when it pays less than the person asks for", {}, { monthlyMinFen: 400_000, monthlyMaxFen: 499_900 }, "wage-below-wish"],
    ["when the person doesn't want to leave the province", { willOutOfProvince: false }, { countyCode: "110105", place: null }, "not-willing-place"],
    ["when the person can't leave and it is too far", { canLeave: false }, {}, "too-far"],
    ["beyond the distance the person names", { maxDistanceKm: 100 }, {}, "too-far"],
    ["when it lies away and has no bed for someone who needs one", {}, { housing: false }, "housing-missing"],
    ["when more schooling is asked for", {}, { educationMin: "COLLEGE" }, "education-low"],
    ["when half a worker's strength is all the person has", { labourCapacity: "HALF" }, {}, "labour-capacity"],
    ["for a welfare post outside the classes it is for", { categories: [] }, welfare, "stream-not-eligible"],
    ["for a welfare post above its age", { birthDate: "1965-01-01" }, welfare, "age-above-legal"],
    ["for a welfare post of another county", {}, { ...welfare, countyCode: "141125" }, "too-far"],
    ["for a welfare post under half the minimum wage", {}, { ...welfare, monthlyMinFen: 88_900, monthlyMaxFen: 88_900 }, "wage-below-floor"],
  ])("%s", (_rule, person, post, code) => {
    expect(codes(person, post)).toContain(code);
  });

  it.each<[string, Partial<PersonFacts>, Partial<PostFacts>]>([
    ["at exactly half the minimum wage for a welfare post", {}, { ...welfare, monthlyMinFen: 89_000, monthlyMaxFen: 89_000 }],
    ["on the sixteenth birthday", { birthDate: "2010-11-23" }, {}],
    ["at the last year of age of a welfare post", { birthDate: "1965-11-24" }, welfare],
    ["near home for someone who can't leave", { canLeave: false, willInProvince: false }, { countyCode: "141124", place: welder.home, housing: false }],
    ["with pay still to be agreed", {}, { monthlyMinFen: null, monthlyMaxFen: null }],
  ])("never %s", (_rule, person, post) => {
    expect(codes(person, post)).toEqual([]);
  });
});

const anyPerson: fc.Arbitrary<PersonFacts> = fc.record({
  birthYear: fc.integer({ min: 1955, max: 2011 }),
  homeCountyCode: fc.constantFrom("141124", "140105", "140222"),
  canLeave: fc.boolean(),
  minWageFen: fc.integer({ min: 0, max: 900_000 }),
  needsHousing: fc.boolean(),
  occupationCodes: fc.subarray(["6-18-02-04", "6-18-02-01", "4-10-01-06"]),
  certificates: fc.subarray([certificate, { ...certificate, level: "SENIOR" as const }, { ...certificate, expiresOn: "2026-01-01" }]),
}).map(({ birthYear, ...facts }) => ({ ...welder, ...facts, birthDate: `${birthYear}-03-05` }));
const anyPost: fc.Arbitrary<PostFacts> = fc.record({
  stream: fc.constantFrom("MARKET", "WORKSHOP", "WELFARE", "WORKFARE") as fc.Arbitrary<PostFacts["stream"]>,
  countyCode: fc.constantFrom("141124", "140105", "110105"),
  occupationCode: fc.constantFrom("6-18-02-04", "6-18-02-01", "4-10-01-06", null),
  monthlyMinFen: fc.option(fc.integer({ min: 80_000, max: 1_000_000 })),
  housing: fc.boolean(),
}).map((facts) => ({ ...weldingPost, certOccupationCode: null, certLevel: null, ...facts, monthlyMaxFen: facts.monthlyMinFen }));

describe("the judgement of any pair", () => {
  it("is the same without the reasons as with them", () => {
    fc.assert(fc.property(anyPerson, anyPost, (person, post) => isAllowed(person, post, rules) === assess(person, post, rules).allowed), { numRuns: 1_000 });
  });

  it("scores between 0 and 1,000, as the weights promise", () => {
    expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(1_000);
    fc.assert(fc.property(anyPerson, anyPost, (person, post) => {
      const { score } = scoreOf(person, post, rules);
      return Number.isInteger(score) && score >= 0 && score <= 1_000;
    }), { numRuns: 1_000 });
  });

  it("never pays worse for a higher wage, all else equal", () => {
    fc.assert(fc.property(anyPerson, anyPost, fc.integer({ min: 1, max: 500_000 }), (person, post, more) => {
      if (post.monthlyMinFen === null) return;
      const better = { ...post, monthlyMinFen: post.monthlyMinFen + more, monthlyMaxFen: post.monthlyMinFen + more };
      expect(scoreOf(person, better, rules).score).toBeGreaterThanOrEqual(scoreOf(person, post, rules).score);
    }));
  });
});

describe("a post's trade", () => {
  it("is related when it stands in the same small group as a wish, and certified when a certificate is of it", () => {
    expect(relationOf({ ...welder, certificates: [] }, { ...weldingPost, occupationCode: "6-18-02-01" })).toBe("RELATED");
    expect(relationOf({ ...welder, occupationCodes: ["4-10-01-06"] }, weldingPost)).toBe("CERTIFIED");
    expect(relationOf({ ...welder, occupationCodes: ["4-10-01-06", "6-18-02-04"] }, weldingPost)).toBe("WISHED");
  });
});
