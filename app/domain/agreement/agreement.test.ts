import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementStateOf, type Arrival, findTermProblem, partnerGroupOf, resultsOf, yearsOf } from "./agreement.ts";

const terms = { homeCode: "141124", partnerCode: "110000", signedOn: "2026-01-05", validFrom: "2026-02-01", validUntil: "2028-01-01" };

describe("the terms of an agreement", () => {
  it("end after they begin, with a region that is not one's own", () => {
    expect(findTermProblem(terms, "2026-11-01")).toBeNull();
    expect(findTermProblem({ ...terms, validUntil: "2026-02-01" }, "2026-11-01")).toEqual({ code: "agreement-end-first", field: "validUntil" });
    expect(findTermProblem({ ...terms, partnerCode: "141100" }, "2026-11-01")?.code).toBe("agreement-own-region");
    expect(findTermProblem({ ...terms, homeCode: "140000" }, "2026-11-01")).toBeNull();
    expect(findTermProblem({ ...terms, partnerCode: "140222" }, "2026-11-01")).toBeNull();
    expect(findTermProblem(terms, "2026-01-04")?.code).toBe("agreement-signed-later");
  });

  it("touch the years up to their last day", () => {
    expect(yearsOf(terms)).toEqual([2026, 2027]);
    expect(yearsOf({ ...terms, validUntil: "2028-01-02" })).toEqual([2026, 2027, 2028]);
    expect([agreementStateOf({ ...terms, endedOn: null }, "2027-12-31"), agreementStateOf({ ...terms, endedOn: null }, "2028-01-01"), agreementStateOf({ ...terms, endedOn: "2026-05-01" }, "2026-05-01")]).toEqual(["IN_FORCE", "OVER", "ENDED"]);
  });

  it("group a partner by its code", () => {
    expect(["110105", "130100", "320500", "440300", "HK0000", "140222", "510000"].map(partnerGroupOf)).toEqual(["JJJ", "JJJ", "YRD", "GBA", "GBA", "SHANXI", "OTHER"]);
  });
});

describe("results", () => {
  const arrival = fc.record({ personId: fc.constantFrom("a", "b", "c", "d"), arrivedOn: fc.constantFrom("2026-03-01", "2026-12-31", "2027-01-01"), occupationCode: fc.constantFrom("x", "y", null), dispatched: fc.boolean() });

  it("count a person once in a year, whatever the arrivals and their order", () => {
    fc.assert(fc.property(fc.array(arrival, { maxLength: 12 }), (arrivals: Arrival[]) => {
      const counted = resultsOf([2026, 2027], [], arrivals);
      for (const one of counted) {
        const of = arrivals.filter((each) => each.arrivedOn.startsWith(String(one.year)));
        expect(one.people).toBe(["a", "b", "c", "d"].filter((id) => of.some((each) => each.personId === id)).length);
        expect(one.dispatched).toBe(["a", "b", "c", "d"].filter((id) => of.some((each) => each.personId === id && each.dispatched)).length);
      }
      expect(resultsOf([2026, 2027], [], [...arrivals, ...arrivals].reverse())).toEqual(counted);
    }));
  });

  it("stand against the year's quota, or the sum of its occupations where there is none", () => {
    const [year] = resultsOf([2026], [{ year: 2026, occupationCode: "x", people: 3 }, { year: 2026, occupationCode: "y", people: 4 }], [{ personId: "a", arrivedOn: "2026-03-01", occupationCode: "x", dispatched: true }]);
    expect(year).toMatchObject({ quota: 7, people: 1, occupations: [{ code: "x", quota: 3, people: 1 }, { code: "y", quota: 4, people: 0 }] });
    expect(resultsOf([2026], [{ year: 2026, occupationCode: "", people: 10 }, { year: 2026, occupationCode: "x", people: 3 }], [])[0]!.quota).toBe(10);
  });
});
