import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPerson, anyPost } from "#tests/factories/any-facts.ts";
import { exampleRules as rules } from "#tests/factories/example-facts.ts";
import type { Day } from "../dates.ts";
import { PERSON_CATEGORIES } from "../terms.ts";
import { assess } from "./assess.ts";
import { ageLimitsOf, refusalsOf } from "./eligibility.ts";
import { pointsOf, SCORE_PARTS, scoreOf, WEIGHTS, wholePoints } from "./score.ts";

const RUNS = { numRuns: 5_000 };
const OLDEST = 80;

/** A birth date with which somebody is of this age on the rules' day, for any day of the year. */
function bornFor(age: number, monthAndDay: string): Day {
  const year = Number(rules.asOf.slice(0, 4)) - age - (monthAndDay > rules.asOf.slice(5) ? 1 : 0);
  return `${year}-${monthAndDay}`;
}
const share = fc.double({ min: 0, max: 1, noNaN: true });
const dayOfYear = fc.constantFrom("01-01", "02-28", "11-22", "11-23", "11-24", "12-31");

describe("of two people who differ in nothing else", () => {
  it("sex changes no score and no verdict", () => {
    fc.assert(fc.property(anyPerson, anyPost, (person, post) => {
      expect(assess({ ...person, sex: "F" }, post, rules)).toEqual(assess({ ...person, sex: "M" }, post, rules));
      expect(scoreOf({ ...person, sex: "F" }, post, rules)).toEqual(scoreOf({ ...person, sex: "M" }, post, rules));
    }), RUNS);
  });

  it("age changes no score and no verdict inside the range that the law sets for the post", () => {
    fc.assert(fc.property(anyPerson, anyPost, share, share, dayOfYear, dayOfYear, (person, post, a, b, dayA, dayB) => {
      const { from, to } = ageLimitsOf(post, rules);
      const within = (at: number) => from + Math.round(at * ((to ?? OLDEST) - from));
      const one = { ...person, birthDate: bornFor(within(a), dayA) };
      const other = { ...person, birthDate: bornFor(within(b), dayB) };
      expect(assess(other, post, rules)).toEqual(assess(one, post, rules));
      expect(scoreOf(other, post, rules)).toEqual(scoreOf(one, post, rules));
    }), RUNS);
  });

  it("age changes no score at all, and outside that range it adds the age rule's refusal and nothing else", () => {
    fc.assert(fc.property(anyPerson, anyPost, fc.integer({ min: 14, max: OLDEST }), dayOfYear, (person, post, age, day) => {
      const { from } = ageLimitsOf(post, rules);
      const legal = { ...person, birthDate: bornFor(from, "01-01") };
      const other = { ...person, birthDate: bornFor(age, day) };
      expect(scoreOf(other, post, rules)).toEqual(scoreOf(legal, post, rules));
      const apart = refusalsOf(other, post, rules).filter((one) => one.code !== "age-below" && one.code !== "age-above-legal");
      expect(apart).toEqual(refusalsOf(legal, post, rules));
    }), RUNS);
  });

  it("category changes no score; it opens welfare posts and decides nothing else", () => {
    const categories = fc.subarray([...PERSON_CATEGORIES]);
    fc.assert(fc.property(anyPerson, anyPost, categories, categories, (person, post, a, b) => {
      const one = { ...person, categories: a };
      const other = { ...person, categories: b };
      expect(scoreOf(other, post, rules)).toEqual(scoreOf(one, post, rules));
      const rest = (who: typeof person) => refusalsOf(who, post, rules).filter((refusal) => post.stream !== "WELFARE" || refusal.code !== "stream-not-eligible");
      expect(rest(other)).toEqual(rest(one));
    }), RUNS);
  });
});

describe("the parts of a score", () => {
  it("add up to it, once rounded", () => {
    fc.assert(fc.property(anyPerson, anyPost, (person, post) => {
      const points = pointsOf(person, post, rules);
      const { score } = scoreOf(person, post, rules);
      const sum = (of: Record<string, number>) => Object.values(of).reduce((total, one) => total + one, 0);
      expect(Math.round(sum(points))).toBe(score);
      expect(sum(wholePoints(points))).toBe(score);
      for (const part of SCORE_PARTS) {
        expect(points[part]).toBeLessThanOrEqual(WEIGHTS[part]);
        expect(Math.abs(wholePoints(points)[part] - points[part])).toBeLessThan(1);
      }
    }), RUNS);
  });
});
