import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleRules as rules, welder, weldingPost } from "#tests/factories/example-facts.ts";
import { anyPerson, anyPost } from "#tests/factories/any-facts.ts";
import { assess, isMemberFor } from "./assess.ts";
import { wagePoints } from "./score.ts";
import type { PersonFacts, PostFacts } from "./facts.ts";
import { comesBefore, type LastHolder, oneStepShort, STEP_FEN, STEP_KM } from "./one-step.ts";

const certificate = welder.certificates[0]!;
const steps = (person: Partial<PersonFacts>, post: Partial<PostFacts> = {}, last: LastHolder | null = null) =>
  oneStepShort({ ...welder, ...person }, { ...weldingPost, ...post }, rules, last);
const changes = (...given: Parameters<typeof steps>) => steps(...given).map(({ score: _score, ahead: _ahead, ...change }) => change);

describe("a refused pair is one step short", () => {
  it.each<[string, Partial<PersonFacts>, Partial<PostFacts>, object]>([
    ["of the certificate that the post asks for, at just that level", { certificates: [] }, {}, { kind: "certificate", occupation: "6-18-02-04", level: "JUNIOR", renew: false }],
    ["of any certificate where no level is asked for", { certificates: [] }, { certLevel: null }, { kind: "certificate", occupation: "6-18-02-04", level: null, renew: false }],
    ["of the next level", {}, { certLevel: "SENIOR" }, { kind: "certificate", occupation: "6-18-02-04", level: "SENIOR", renew: false }],
    ["of renewing what has run out", { certificates: [{ ...certificate, level: "JUNIOR", expiresOn: "2026-11-23" }] }, {}, { kind: "certificate", occupation: "6-18-02-04", level: "JUNIOR", renew: true }],
    ["of 300 yuan less, as often as it takes", { minWageFen: 900_001 }, {}, { kind: "wage", lessFen: 60_000, toFen: 840_001 }],
    ["of being willing to leave the province", { willOutOfProvince: false }, { countyCode: "110105", place: { lat: 39.92, lng: 116.44 } }, { kind: "place", placeClass: "OUT_OF_PROVINCE" }],
    ["of giving up the need for a bed", {}, { housing: false }, { kind: "housing" }],
    ["of being free now", { availableFrom: "2026-12-01" }, {}, { kind: "available", from: "2026-11-23" }],
    ["of looking for work", { seeking: false }, {}, { kind: "seeking" }],
  ])("%s", (_step, person, post, change) => {
    expect(changes(person, post)).toEqual([change]);
  });

  it("of 20 km more, as often as it takes to reach the place", () => {
    // county seats of Lin and Taiyuan's Xiaodian, as the great circle has it: 140 km
    expect(changes({ maxDistanceKm: 101 })).toEqual([{ kind: "distance", moreKm: 40, toKm: 141 }]);
    expect(changes({ maxDistanceKm: 100 })).toEqual([{ kind: "distance", moreKm: 40, toKm: 140 }]);
    expect(changes({ maxDistanceKm: 99 })).toEqual([{ kind: "distance", moreKm: 60, toKm: 159 }]);
  });

  it("of one more trade, while fewer than three are wished for", () => {
    const bare = { certificates: [], occupationCodes: ["4-10-01-06", "6-29-01-01"] };
    expect(changes(bare, { certOccupationCode: null, certLevel: null })).toContainEqual({ kind: "trade", occupation: "6-18-02-04" });
    const full = { ...bare, occupationCodes: [...bare.occupationCodes, "6-31-01-03"] };
    expect(changes(full, { certOccupationCode: null, certLevel: null }).map((one) => one.kind)).toEqual(["certificate"]);
  });

  it("of nothing when two rules stand in the way, or one that nobody can step over", () => {
    expect(steps({ certificates: [], minWageFen: 900_000 })).toEqual([]);
    expect(steps({}, { open: false })).toEqual([]);
    expect(steps({ birthDate: "2011-01-01" })).toEqual([]);
    expect(steps({ canLeave: false, willInProvince: false }, { countyCode: "110105", place: null })).toEqual([]);
  });
});

describe("a pair that came after another is one step short", () => {
  const { score } = assess(welder, weldingPost, rules);

  it("of the pay at which its score passes the other's, and of nothing smaller", () => {
    const last = { score: score + 8, monitored: false, member: false };
    const found = steps({}, {}, last).find((one) => one.kind === "wage");
    const gained = (lessFen: number) => wagePoints(600_000, 850_000, 500_000 - lessFen) - wagePoints(600_000, 850_000, 500_000);
    const times = [1, 2, 3, 4, 5].find((n) => gained(n * STEP_FEN) >= 8.5);
    expect(found).toMatchObject({ kind: "wage", lessFen: times! * STEP_FEN, ahead: true });
  });

  it("of nothing when it already comes first, and needs no step when it isn't beaten", () => {
    expect(steps({}, {}, { score: score - 1, monitored: true, member: false })).toEqual([]);
    expect(steps({}, {}, null)).toEqual([]);
  });

  it("of a single point among equals, unless its household is watched over and the other's isn't", () => {
    expect(comesBefore({ score: 1, monitored: true, member: false }, { score: 1, monitored: false, member: false })).toBe(true);
    expect(comesBefore({ score: 1, monitored: true, member: false }, { score: 1, monitored: true, member: false })).toBe(false);
    expect(steps({ categories: ["MONITORED_SUDDEN"] }, {}, { score, monitored: false, member: false })).toEqual([]);
    expect(steps({}, {}, { score, monitored: false, member: false }).length).toBeGreaterThan(0);
  });

  it("says of a rule that it steps over whether that would be enough to come first", () => {
    expect(steps({ certificates: [] }, {}, { score: 999, monitored: false, member: false })).toMatchObject([{ kind: "certificate", ahead: false }]);
    expect(steps({ certificates: [] }, {}, { score: 1, monitored: false, member: false })).toMatchObject([{ kind: "certificate", ahead: true }]);
  });
});

describe("every step of any pair", () => {
  const lasts = fc.option(fc.record({ score: fc.integer({ min: 0, max: 1_000 }), monitored: fc.boolean(), member: fc.boolean() }));

  it("is one that the rules, asked again, agree to, and one size smaller is not enough", () => {
    fc.assert(fc.property(anyPerson, anyPost, lasts, (person, post, last) => {
      const now = assess(person, post, rules);
      const monitored = person.categories.some((kind) => kind.startsWith("MONITORED"));
      const enough = (changed: PersonFacts) => {
        const then = assess(changed, post, rules);
        return then.allowed && (!now.allowed || last === null || comesBefore({ score: then.score, monitored, member: isMemberFor(person, post) }, last));
      };
      for (const step of oneStepShort(person, post, rules, last)) {
        if (step.kind === "wage") {
          const then = { ...person, minWageFen: step.toFen };
          expect(enough(then)).toBe(true);
          expect(assess(then, post, rules).score).toBe(step.score);
          expect(step.lessFen).toBe(person.minWageFen - step.toFen);
          expect(enough({ ...person, minWageFen: person.minWageFen - (Math.ceil(step.lessFen / STEP_FEN) - 1) * STEP_FEN })).toBe(false);
        }
        if (step.kind === "distance") {
          expect(enough({ ...person, maxDistanceKm: step.toKm })).toBe(true);
          expect(enough({ ...person, maxDistanceKm: step.toKm - STEP_KM })).toBe(false);
        }
        if (step.kind === "housing") expect(enough({ ...person, needsHousing: false })).toBe(true);
        if (step.kind === "certificate") {
          const more = { occupationCode: step.occupation, kind: "SKILL_LEVEL" as const, level: step.level, expiresOn: null, stands: true };
          expect(enough({ ...person, certificates: [...person.certificates, more] })).toBe(true);
        }
      }
    }), { numRuns: 2_000 });
  });

  it("leaves out none of its kind that would be enough", () => {
    fc.assert(fc.property(anyPerson, anyPost, (person, post) => {
      if (assess(person, post, rules).allowed) return;
      const kinds = new Set(oneStepShort(person, post, rules, null).map((one) => one.kind));
      const works = (facts: Partial<PersonFacts>) => assess({ ...person, ...facts }, post, rules).allowed;
      expect(kinds.has("seeking")).toBe(works({ seeking: true }));
      expect(kinds.has("available")).toBe(works({ availableFrom: rules.asOf }));
      expect(kinds.has("housing")).toBe(works({ needsHousing: false }));
      expect(kinds.has("wage")).toBe(works({ minWageFen: 0 }));
      expect(kinds.has("place")).toBe(works({ willInProvince: true, willOutOfProvince: true, willOverseas: true }));
    }), { numRuns: 2_000 });
  });
});
