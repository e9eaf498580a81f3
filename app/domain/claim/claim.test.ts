import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, type Day } from "../dates.ts";
import type { PolicyParameter } from "../policy/parameter.ts";
import { createRuleBook } from "../policy/rule-book.ts";
import { withRule } from "../policy/rule-draft.ts";
import type { PersonCategoryKind } from "../terms.ts";
import { benefitsOf, claimKey } from "./benefits.ts";
import { mayStep } from "./claim-state.ts";
import { entitlementOf, entitlementsOf, replayYear, totalFen } from "./entitlements.ts";
import type { ClaimFacts, WorkFacts } from "./facts.ts";
import { hiringSubsidies } from "./hiring.ts";
import { daysIn, provenSpans } from "./work-time.ts";

let nr = 0;
const row = (key: string, value: unknown, more: Partial<PolicyParameter> = {}): PolicyParameter => ({
  id: `r${(nr += 1)}`, key, regionCode: "", value, unit: "", article: null, documentNumber: "测〔2021〕1号", source: "测试", certainty: "FOUND", validFrom: "2021-01-01", validTo: null, note: null, ...more,
});
const LIFTED = ["POVERTY_LIFTED"];
const ROWS: PolicyParameter[] = [
  row("travel.subsidy.out-of-province.max", 150_000), row("travel.subsidy.out-of-county.max", 60_000), row("travel.subsidy.in-city.max", 30_000, { regionCode: "140821" }),
  row("travel.subsidy.categories", LIFTED), row("travel.subsidy.window", ["01-01", "12-31"]), row("travel.subsidy.window", ["11-01", "11-15"], { regionCode: "140821" }), row("claim.proof.rung.min", 2),
  row("stay-in-work.subsidy.monthly", 20_000), row("stay-in-work.subsidy.months.max", 6), row("stay-in-work.subsidy.months.min", 6), row("stay-in-work.subsidy.pay.min", 100_000), row("stay-in-work.subsidy.categories", LIFTED),
  row("training.living-aid.daily", 1_500), row("training.living-aid.days.max", 30), row("startup.aid.max", 500_000), row("startup.aid.months.min", 6),
  row("hiring.subsidy.max", 100_000), row("hiring.subsidy.months.min", 6),
];
const rules = createRuleBook(ROWS);
const work = (more: Partial<WorkFacts> = {}): WorkFacts => ({
  placementId: "p1", employerId: "e1", workshopId: null, workshopCountyCode: null, stream: "MARKET", placeClass: "OUT_OF_PROVINCE", workRegionCode: "110105", arrivedOn: "2026-02-20", endedOn: null, provenUntil: "2026-03-20", rung: 3,
  postPayFen: 400_000, payReports: [], ...more,
});
const facts = (more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  personId: "x", homeCountyCode: "141124", homeRegionCode: "141124100", categories: [{ kind: "POVERTY_LIFTED", validFrom: "2018-01-01", validTo: null }], works: [work()], trainings: [], startups: [], recognitions: [], ...more,
});
const at = { year: 2026, asOf: "2026-11-10" };
const lacks = (one: { lacking: readonly { code: string }[] }) => one.lacking.map(({ code }) => code);

describe("the travel subsidy", () => {
  it.each([
    ["out of the province", work(), "141124", 150_000],
    ["abroad", work({ placeClass: "OVERSEAS", workRegionCode: "JP0000" }), "141124", 150_000],
    ["in another city", work({ placeClass: "IN_PROVINCE", workRegionCode: "140105" }), "141124", 60_000],
    ["in the same city where the county has a rule of its own", work({ placeClass: "IN_PROVINCE", workRegionCode: "140802" }), "140821", 30_000],
    ["in the same city where it has none", work({ placeClass: "IN_PROVINCE", workRegionCode: "141102" }), "141124", 60_000],
  ])("%s is up to its own ceiling, with the document", (_where, place, homeCountyCode, fen) => {
    const one = entitlementOf("TRAVEL", facts({ homeCountyCode, works: [place] }), rules, at);
    expect(one).toMatchObject({ state: "OPEN", atMost: true, amount: { fen, citation: { documentNumber: "测〔2021〕1号" } } });
  });

  it("is not for work in the county, without proof, or without the category on that day; and says so", () => {
    expect(lacks(entitlementOf("TRAVEL", facts({ works: [work({ placeClass: "IN_COUNTY" })] }), rules, at))).toEqual(["in-county"]);
    expect(lacks(entitlementOf("TRAVEL", facts({ works: [work({ rung: 1 })] }), rules, at))).toEqual(["proof"]);
    expect(lacks(entitlementOf("TRAVEL", facts({ works: [] }), rules, at))).toEqual(["no-work"]);
    const later = { kind: "POVERTY_LIFTED" as PersonCategoryKind, validFrom: "2026-02-21", validTo: null };
    expect(lacks(entitlementOf("TRAVEL", facts({ categories: [later] }), rules, at))).toEqual(["category"]);
  });

  it("is taken in on the county's own days, told before and after", () => {
    const there = facts({ homeCountyCode: "140821" });
    expect(lacks(entitlementOf("TRAVEL", there, rules, { year: 2026, asOf: "2026-10-31" }))).toEqual(["window-not-open"]);
    expect(entitlementOf("TRAVEL", there, rules, { year: 2026, asOf: "2026-11-15" })).toMatchObject({ state: "OPEN", applyUntil: "2026-11-15" });
    expect(lacks(entitlementOf("TRAVEL", there, rules, { year: 2026, asOf: "2026-11-16" }))).toEqual(["window-closed"]);
  });

  it("is no amount at all where no rule is in force", () => {
    expect(entitlementOf("TRAVEL", facts(), createRuleBook([]), at)).toMatchObject({ state: "NO_RULE", amount: null, possible: null });
  });
});

describe("the stay-in-work subsidy", () => {
  const stay = (works: WorkFacts[], asOf: Day = "2026-12-31") => entitlementOf("STAY_IN_WORK", facts({ works }), rules, { year: 2026, asOf });
  it("is six months of it when the check at 180 days says so, and a month less at 179", () => {
    expect(stay([work({ provenUntil: addDays("2026-02-20", 180) })])).toMatchObject({ state: "OPEN", amount: { fen: 120_000 }, basis: { months: 6 } });
    expect(stay([work({ provenUntil: addDays("2026-02-20", 179) })])).toMatchObject({ state: "NOT_YET", lacking: [{ code: "months", params: { have: 5, need: 6, left: 1 } }], possible: { fen: 120_000 } });
  });
  it("adds up placements at one employer and never two employers", () => {
    const [first, second] = [work({ arrivedOn: "2026-01-05", endedOn: "2026-04-10", provenUntil: "2026-04-10" }), work({ placementId: "p2", arrivedOn: "2026-05-01", endedOn: "2026-08-01", provenUntil: "2026-08-01" })];
    expect(stay([first, second]).basis.months).toBe(6);
    expect(stay([first, { ...second, employerId: "e2" }]).state).toBe("NOT_YET");
    expect(stay([{ ...first, employerId: null }, { ...second, employerId: null }]).state).toBe("NOT_YET");
  });
  it("counts a month of reported pay as proven, and asks for 1,000 yuan on average", () => {
    const paid = (fen: number) => work({ payReports: ["2026-06", "2026-07", "2026-08"].map((month) => ({ month, fen })) });
    expect(stay([paid(100_000)])).toMatchObject({ state: "OPEN", basis: { averagePayFen: 100_000, paySource: "REPORTS" } });
    expect(lacks(stay([paid(99_999)]))).toEqual(["pay-low"]);
    expect(lacks(stay([work({ provenUntil: "2026-09-20", postPayFen: null })]))).toEqual(["pay-unknown"]);
  });
  it("leaves posts out that public money pays already", () => {
    expect(lacks(stay([work({ stream: "WELFARE", provenUntil: "2026-09-30" })]))).toEqual(["no-work"]);
  });
});

describe("training, start-up and hiring", () => {
  it("pay a day of training, at most so many, once the certificate is verified", () => {
    const of = (verified: boolean) => entitlementOf("TRAINING_AID", facts({ trainings: [{ certificateId: "c", issuedOn: "2026-05-05", verified }] }), rules, at);
    expect(of(true)).toMatchObject({ state: "OPEN", amount: { fen: 45_000 }, perDay: { fen: 1_500, most: 30 } });
    expect(lacks(of(false))).toEqual(["training-unverified"]);
  });
  it("pay for a business once it has been open for half a year, and not once it has shut", () => {
    const of = (openedOn: Day, closedOn: Day | null = null) => entitlementOf("STARTUP", facts({ startups: [{ id: "s", openedOn, closedOn }] }), rules, at);
    expect(of("2026-05-10").state).toBe("OPEN");
    expect(lacks(of("2026-05-11"))).toEqual(["startup-months"]);
    expect(lacks(of("2025-01-01", "2026-06-01"))).toEqual(["startup-closed"]);
  });
  it("that are paid once count in the year in which their time was full, and in no other", () => {
    const one = facts({ startups: [{ id: "s", openedOn: "2025-03-10", closedOn: null }], works: [work({ workshopId: "w", stream: "WORKSHOP", placeClass: "IN_COUNTY", arrivedOn: "2024-10-01", provenUntil: "2026-08-30" })], recognitions: [{ workshopId: "w", from: "2024-01-01", until: "2027-01-01" }] });
    const of = (benefit: "STARTUP" | "HIRING") => [2024, 2025, 2026].map((year) => totalFen(one, rules, { year, asOf: `${year}-12-31` }, [benefit]));
    expect(of("STARTUP")).toEqual([0, 500_000, 0]);
    expect(of("HIRING")).toEqual([0, 100_000, 0]);
  });
  it("pay by the rule of the workshop's county, wherever its people come from", () => {
    const own = createRuleBook([...ROWS, row("hiring.subsidy.max", 80_000, { regionCode: "140222" })]);
    const hired = (workshopCountyCode: string) => hiringSubsidies(facts({ works: [work({ workshopId: "w", workshopCountyCode, stream: "WORKSHOP", provenUntil: "2026-08-30" })], recognitions: [{ workshopId: "w", from: "2024-01-01", until: "2027-01-01" }] }), own, at)[0]?.amount?.fen;
    expect([hired("140222"), hired("141124")]).toEqual([80_000, 100_000]);
  });
  it("pay a workshop that was recognised on the day the months were full, and no other", () => {
    const hired = (from: Day, until: Day) => hiringSubsidies(facts({ works: [work({ workshopId: "w", stream: "WORKSHOP", placeClass: "IN_COUNTY", provenUntil: "2026-08-30" })], recognitions: [{ workshopId: "w", from, until }] }), rules, at);
    expect(hired("2024-01-01", "2027-01-01")).toMatchObject([{ state: "OPEN", amount: { fen: 100_000 } }]);
    expect(hired("2024-01-01", "2026-08-17").flatMap(lacks)).toEqual(["not-recognised"]);
    expect(hired("2026-08-19", "2029-01-01").flatMap(lacks)).toEqual(["not-recognised"]);
  });
  it("are one for a year, a life, a workshop and person", () => {
    expect(claimKey("TRAVEL", "x", 2026, null)).not.toBe(claimKey("TRAVEL", "x", 2025, null));
    expect(claimKey("STARTUP", "x", 2026, null)).toBe(claimKey("STARTUP", "x", 2025, null));
    expect(claimKey("HIRING", "x", 2026, "w")).toBe(claimKey("HIRING", "x", 2025, "w"));
  });
});

it("a claim goes from applied to checked to paid, is refused on the way, and taken back by its person alone", () => {
  expect([mayStep("APPLIED", "PAID", "OFFICER"), mayStep("CHECKED", "PAID", "OFFICER"), mayStep("PAID", "REFUSED", "OFFICER"), mayStep("APPLIED", "WITHDRAWN", "OFFICER"), mayStep("APPLIED", "WITHDRAWN", "SEEKER"), mayStep("CHECKED", "WITHDRAWN", "SEEKER")])
    .toEqual([false, true, false, false, true, false]);
});

it("windows move no money; one rung of proof moves all", () => {
  expect(benefitsOf("travel.subsidy.window")).toEqual([]);
  expect(benefitsOf("travel.subsidy.in-city.max")).toEqual(["TRAVEL"]);
  expect(benefitsOf("claim.proof.rung.min")).toHaveLength(5);
  expect(benefitsOf("wage.minimum.monthly")).toEqual([]);
});

const anyDay = fc.integer({ min: 0, max: 1_800 }).map((days) => addDays("2022-01-01", days));
const anyWork = fc.record({
  placementId: fc.uuid(), employerId: fc.option(fc.constantFrom("e1", "e2")), workshopId: fc.option(fc.constantFrom("w1")), workshopCountyCode: fc.constant(null), stream: fc.constantFrom("MARKET" as const, "WORKSHOP" as const, "WELFARE" as const),
  placeClass: fc.constantFrom("IN_COUNTY" as const, "IN_PROVINCE" as const, "OUT_OF_PROVINCE" as const), workRegionCode: fc.constantFrom("110105", "140105", "141102"), arrivedOn: anyDay, proven: fc.integer({ min: 0, max: 500 }),
  ended: fc.option(fc.integer({ min: 0, max: 500 })), rung: fc.integer({ min: 1, max: 4 }), postPayFen: fc.option(fc.integer({ min: 0, max: 900_000 })), paid: fc.option(fc.integer({ min: 0, max: 900_000 })),
}).map(({ proven, ended, paid, ...one }): WorkFacts => ({
  ...one, provenUntil: addDays(one.arrivedOn, ended === null ? proven : Math.min(proven, ended)), endedOn: ended === null ? null : addDays(one.arrivedOn, ended), payReports: paid === null ? [] : [{ month: addMonths(one.arrivedOn, 1).slice(0, 7), fen: paid }],
}));
const anyFacts = fc.record({
  works: fc.array(anyWork, { maxLength: 5 }), category: fc.option(anyDay), training: fc.option(fc.record({ certificateId: fc.constant("c"), issuedOn: anyDay, verified: fc.boolean() })), startup: fc.option(anyDay),
}).map(({ works, category, training, startup }): ClaimFacts => facts({
  works, categories: category === null ? [] : [{ kind: "POVERTY_LIFTED", validFrom: category, validTo: null }], trainings: training === null ? [] : [training], startups: startup === null ? [] : [{ id: "s", openedOn: startup, closedOn: null }],
  recognitions: [{ workshopId: "w1", from: "2022-01-01", until: "2025-01-01" }],
}));
const anyAt = fc.record({ year: fc.integer({ min: 2022, max: 2026 }), day: anyDay }).map(({ year, day }) => ({ year, asOf: day }));
const CAP = { TRAVEL: 150_000, STAY_IN_WORK: 120_000, TRAINING_AID: 45_000, STARTUP: 500_000, HIRING: 100_000 } as const;

describe("on any history", () => {
  it("no amount is above its ceiling or below a fen, none is without its document, and open means that nothing lacks", () => {
    fc.assert(fc.property(anyFacts, anyAt, (one, when) => {
      for (const found of [...entitlementsOf(one, rules, when), ...hiringSubsidies(one, rules, when)]) {
        for (const money of [found.amount, found.possible]) {
          if (money === null) continue;
          expect(Number.isInteger(money.fen) && money.fen > 0 && money.fen <= CAP[found.benefit]).toBe(true);
          expect(ROWS.some((known) => known.id === money.citation.parameterId)).toBe(true);
        }
        expect(found.state === "OPEN").toBe(found.amount !== null && found.lacking.length === 0);
      }
    }), { numRuns: 400 });
  });

  it("days at one employer are counted once however placements overlap, and never more than the year has", () => {
    fc.assert(fc.property(fc.array(anyWork, { maxLength: 5 }), fc.integer({ min: 2022, max: 2026 }), (works, year) => {
      const within = { from: `${year}-01-01`, to: `${year + 1}-01-01`, asOf: "2027-06-30" };
      const counted = new Set<Day>();
      for (const one of works) for (const [from, to] of provenSpans([one], within)) for (let day = from; day < to; day = addDays(day, 1)) counted.add(day);
      expect(daysIn(provenSpans(works, within))).toBe(counted.size);
    }), { numRuns: 60 });
  });

  it("a past year replays the same whatever rules come later", () => {
    const later = fc.record({ key: fc.constantFrom(...new Set(ROWS.map(({ key }) => key))), value: fc.constantFrom<unknown>(1, 999_999, ["LOW_INCOME"], ["11-01", "11-02"]), validFrom: fc.integer({ min: 0, max: 700 }).map((days) => addDays("2026-01-01", days)), regionCode: fc.constantFrom("", "141100", "141124") });
    fc.assert(fc.property(anyFacts, fc.array(later, { minLength: 1, maxLength: 6 }), fc.integer({ min: 2022, max: 2025 }), (one, drafts, year) => {
      const rows = drafts.reduce<PolicyParameter[]>((known, { key, value, validFrom, regionCode }) => withRule(known, row(key, value, { validFrom, regionCode })), ROWS);
      const plain = (found: readonly unknown[]) => JSON.parse(JSON.stringify(found, (name, value: unknown) => (name === "validTo" ? undefined : value))) as unknown;
      expect(plain(replayYear(one, createRuleBook(rows), year))).toEqual(plain(replayYear(one, rules, year)));
    }), { numRuns: 200 });
  });
});
