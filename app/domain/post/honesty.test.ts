import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HonestyFacts, honestyOf, HONESTY_WEIGHTS, raisesAlarm } from "./honesty.ts";

const best: HonestyFacts = {
  asOf: "2026-11-24", employer: "verified", openings: 3, filled: 3, arrived: 3, arrivedAtEmployer: 9, advertisedFen: 600_000, paidFen: [600_000, 650_000, 580_000], reportsOpen: 0, reportsUpheld: 0,
  firstPublishedOn: "2026-10-01", confirmedOn: "2026-11-20",
};
const score = (changed: Partial<HonestyFacts>) => honestyOf({ ...best, ...changed }).score;
const partOf = (key: string, changed: Partial<HonestyFacts>) => honestyOf({ ...best, ...changed }).parts.find((one) => one.key === key)!;

describe("an ad that kept its word", () => {
  it("has all hundred points, each part with its facts", () => {
    expect(score({})).toBe(100);
    expect(Object.values(HONESTY_WEIGHTS).reduce((sum, one) => sum + one)).toBe(100);
    expect(partOf("pay", {}).facts).toEqual({ kept: 3, reports: 3 });
    expect(partOf("hires", {}).facts).toEqual({ openings: 3, filled: 3, arrived: 3, atEmployer: 9 });
  });
});

describe("points are lost", () => {
  it.each([
    // 75 of 100, and half of the employer's 25 rounded up
    [{ employer: "unverified" }, 75], [{ employer: "overdue" }, 88],
    // nobody ever arrived, 54 days after the first day
    [{ arrivedAtEmployer: 0, arrived: 0, filled: 0 }, 75],
    // two of four were paid less: 13 of 25
    [{ paidFen: [600_000, 600_000, 400_000, 400_000] }, 88],
    [{ reportsUpheld: 1 }, 85], [{ reportsOpen: 1 }, 95], [{ reportsOpen: 9 }, 85],
    [{ confirmedOn: "2026-10-01" }, 95], [{ confirmedOn: "2026-09-01" }, 90],
  ] as [Partial<HonestyFacts>, number][])("%j leaves %i", (changed, left) => expect(score(changed)).toBe(left));
});

describe("what is not known has no say", () => {
  it("a new ad of a new employer is judged by the rest", () => {
    const fresh = { firstPublishedOn: "2026-11-20", arrivedAtEmployer: 0, arrived: 0, filled: 0, paidFen: [] };
    expect(partOf("hires", fresh).known).toBe(false);
    expect(honestyOf({ ...best, ...fresh })).toMatchObject({ score: 100, points: 50, reach: 50 });
    expect(score({ ...fresh, employer: "unverified" })).toBe(50);
  });

  it("two reports of pay are too few to show, and show no figure", () => {
    expect(partOf("pay", { paidFen: [100, 100] })).toMatchObject({ known: false, facts: { reports: 2, least: 3 } });
    expect(score({ paidFen: [100, 100] })).toBe(100);
    expect(partOf("pay", { advertisedFen: null }).known).toBe(false);
  });

  it("the score stays within 0 and 100, and more upheld reports never raise it", () => {
    fc.assert(fc.property(fc.nat(50), fc.nat(50), fc.nat(9), fc.nat(9), fc.array(fc.nat(2_000_000), { maxLength: 12 }), (openings, filled, open, upheld, paidFen) => {
      const value = score({ openings, filled, reportsOpen: open, reportsUpheld: upheld, paidFen });
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(100);
      expect(score({ openings, filled, reportsOpen: open, reportsUpheld: upheld + 1, paidFen })).toBeLessThanOrEqual(value);
    }));
  });
});

describe("an alarm", () => {
  const limits = { ads: 5, views: 500, days: 60 };
  const many = { ads: 5, views: 500, arrivals: 0, firstAdOn: "2026-09-25" };
  it("is raised by many ads seen often for long without an arrival", () => expect(raisesAlarm(many, limits, "2026-11-24")).toBe(true));
  it.each([{ ads: 4 }, { views: 499 }, { arrivals: 1 }, { firstAdOn: "2026-09-26" }])("and not with %j", (changed) => expect(raisesAlarm({ ...many, ...changed }, limits, "2026-11-24")).toBe(false));
});
