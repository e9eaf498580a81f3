import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "../dates.ts";
import { retiresOn } from "../policy/retirement.ts";
import { refusesAsMember } from "./acceptance.ts";
import { countCovered, coverageOf } from "./coverage.ts";
import { agesOf, complaintsPerHundred, type MemberFacts, medianOf, type PaidPost, premiumsOf, retentionOf, supplyOf } from "./health.ts";
import { mayRenew, membershipHolds, readLevels, standingOf } from "./membership.ts";
import { monogramOf } from "./monogram.ts";

const TODAY = "2026-03-02";
const anyDay = fc.integer({ min: -2_000, max: 2_000 }).map((offset) => addDays(TODAY, offset));
const term = (more: Partial<{ validFrom: string; validTo: string | null; suspendedOn: string | null }> = {}) => ({ validFrom: "2025-01-01", validTo: "2028-01-01", suspendedOn: null, ...more });

describe("a membership", () => {
  it("counts from its first day to the day before its last, while it is not suspended and the brand is active", () => {
    const holds = (day: string, more = {}, brand: "ACTIVE" | "SUSPENDED" | "ENDED" = "ACTIVE") => membershipHolds(term(more), brand, day);
    expect([holds("2024-12-31"), holds("2025-01-01"), holds("2027-12-31"), holds("2028-01-01")]).toEqual([false, true, true, false]);
    expect([holds(TODAY, { suspendedOn: TODAY }), holds(addDays(TODAY, -1), { suspendedOn: TODAY }), holds(TODAY, { validTo: null })]).toEqual([false, true, true]);
    expect([holds(TODAY, {}, "SUSPENDED"), holds(TODAY, {}, "ENDED")]).toEqual([false, false]);
  });

  it("is renewed within its last days alone, and what it is called agrees with whether it counts", () => {
    expect([mayRenew("2026-05-01", TODAY, 60), mayRenew("2026-05-02", TODAY, 60), mayRenew(TODAY, TODAY, 60), mayRenew(null, TODAY, 60)]).toEqual([true, false, false, false]);
    fc.assert(fc.property(fc.option(anyDay), fc.option(anyDay), fc.constantFrom("ACTIVE" as const, "SUSPENDED" as const, "ENDED" as const), (validTo, suspended, brand) => {
      const one = term({ validTo, suspendedOn: suspended !== null && suspended <= TODAY ? suspended : null });
      expect(["STANDS", "DUE"].includes(standingOf(one, brand, TODAY, 60))).toBe(membershipHolds(one, brand, TODAY));
    }));
  });

  it("has the levels that the brand names, a few and none twice", () => {
    expect(readLevels(" 学员\n正式、金牌 ")).toEqual(["学员", "正式", "金牌"]);
    expect([readLevels(""), readLevels("甲\n甲"), readLevels("一二三四五六七八九十一二三四五六七八九十一"), readLevels("1,2,3,4,5,6,7")]).toEqual([null, null, null, null]);
  });
});

describe("a yes to a brand's post", () => {
  const brand = (state: "ACTIVE" | "SUSPENDED" | "ENDED") => ({ name: "天镇保姆", state, since: TODAY, reason: "投诉查实" });
  it("is refused by the rule in the way, only to whoever comes as a member", () => {
    const code = (state: "ACTIVE" | "SUSPENDED" | "ENDED", proposedAsMember: boolean, terms = [term()]) => refusesAsMember({ brand: brand(state), proposedAsMember, terms }, TODAY)?.code ?? null;
    expect([code("ACTIVE", true), code("SUSPENDED", true), code("SUSPENDED", false), code("ENDED", true, [])]).toEqual([null, "brand-suspended", "brand-suspended", "brand-ended"]);
    expect([code("SUSPENDED", false, []), code("ACTIVE", true, [term({ suspendedOn: TODAY })]), code("ACTIVE", false, [])]).toEqual([null, "brand-member-lapsed", null]);
    expect(refusesAsMember({ brand: brand("SUSPENDED"), proposedAsMember: true, terms: [] }, TODAY)!.params).toEqual({ brand: "天镇保姆", since: TODAY, reason: "投诉查实" });
  });
});

describe("the health card", () => {
  it("counts as retained only what could have lasted so long and did", () => {
    const arrivedOn = addDays(TODAY, -180);
    expect(retentionOf([{ arrivedOn, endedOn: null }, { arrivedOn, endedOn: TODAY }, { arrivedOn, endedOn: addDays(TODAY, -1) }, { arrivedOn: addDays(TODAY, -179), endedOn: null }], 180, TODAY)).toEqual({ part: 2, whole: 3 });
  });

  it("compares pay within a year, place class and trade alone, and says nothing of too few", () => {
    const pay = (fen: number, more: Partial<PaidPost> = {}): PaidPost => ({ year: 2026, placeClass: "IN_PROVINCE", occupationCode: "4-10-01-05", fen, ...more });
    const [one] = premiumsOf([600_000, 660_000, 720_000].map((fen) => pay(fen)), [500_000, 600_000, 700_000].map((fen) => pay(fen)), 3);
    expect(one).toMatchObject({ pct: 10, with: { median: 660_000, count: 3 }, without: { median: 600_000, count: 3 } });
    expect(premiumsOf([pay(1), pay(2)], [pay(1), pay(1), pay(1)], 3)[0]!.pct).toBeNull();
    expect(premiumsOf([pay(9)], [pay(1, { year: 2025 }), pay(1, { placeClass: "IN_COUNTY" }), pay(1, { occupationCode: "x" })], 1)).toMatchObject([{ pct: null, without: { count: 0 } }]);
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 40 }), (values) => {
      const middle = medianOf(values)!;
      expect(values.filter((value) => value < middle).length * 2).toBeLessThanOrEqual(values.length);
      expect(values.filter((value) => value > middle).length * 2).toBeLessThanOrEqual(values.length);
    }));
  });

  const members = fc.array(fc.record({ personId: fc.uuid(), birthDate: fc.integer({ min: 1955, max: 2005 }).map((year) => `${year}-06-15`), sex: fc.constantFrom("M" as const, "F" as const), validFrom: anyDay, validTo: fc.option(anyDay), suspendedOn: fc.constant(null) }), { maxLength: 30 });
  it("carries members on year by year: start less who goes plus who comes, nobody counted twice", () => {
    fc.assert(fc.property(members, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 }), (list: MemberFacts[], admitted, renewed) => {
      const years = supplyOf(list, { admittedLastThreeYears: admitted, renewed: { part: renewed, whole: 9 } }, TODAY);
      const now = agesOf(list, TODAY).overFifty.whole;
      expect(years.map((year) => year.start)).toEqual([now, years[0]!.left, years[1]!.left]);
      for (const year of years) expect(year.left).toBe(Math.max(0, year.start - year.retiring - year.ending + year.admitted));
      expect(years.reduce((sum, year) => sum + year.retiring, 0)).toBeLessThanOrEqual(list.filter((one) => retiresOn(one) < addMonths(TODAY, 36)).length);
      expect(years.reduce((sum, year) => sum + year.retiring + year.ending, 0)).toBeLessThanOrEqual(now + 2);
    }));
  });

  it("puts everybody into one band of age, and complaints to a hundred placements", () => {
    fc.assert(fc.property(members, (list) => { const { bands, overFifty } = agesOf(list, TODAY); expect(bands.reduce((sum, band) => sum + band.count, 0)).toBe(overFifty.whole); }));
    expect([complaintsPerHundred(3, 200), complaintsPerHundred(1, 0)]).toEqual([1.5, null]);
  });
});

describe("the coverage of a county", () => {
  const brands = [
    { id: "own", level: "COUNTY" as const, regions: [{ regionCode: "140222", level: "COUNTY" as const }] },
    { id: "some", level: "CITY" as const, regions: [{ regionCode: "141100", level: "CITY" as const }, { regionCode: "141124", level: "COUNTY" as const }] },
    { id: "whole", level: "CITY" as const, regions: [{ regionCode: "140900", level: "CITY" as const }] },
    { id: "firm", level: "FIRM" as const, regions: [{ regionCode: "140100", level: "FIRM" as const }] },
  ];
  it("is its own brand, else its city's where that reaches it, else a firm's, else none", () => {
    const of = (code: string) => coverageOf(code, brands).coverage;
    expect([of("140222"), of("141124"), of("141123"), of("140922"), of("140123"), of("140302")]).toEqual(["OWN", "CITY", "NONE", "CITY", "FIRM", "NONE"]);
    const rows = ["140222", "141124", "140123", "140302"].map((code) => coverageOf(code, brands));
    expect(countCovered(rows, 1)).toEqual({ own: 1, withCity: 2, of: 4 });
    expect(countCovered(rows, 2)).toEqual({ own: 0, withCity: 0, of: 4 });
  });
});

it("a monogram is the same for a name each time, of two letters at most", () => {
  expect(monogramOf("天镇保姆")).toEqual(monogramOf("天镇保姆"));
  expect([monogramOf("天镇保姆").letters, monogramOf("Red Vest Services").letters, monogramOf("𠮷工").letters]).toEqual(["天镇", "RV", "𠮷工"]);
});
