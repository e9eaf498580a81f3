import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRuleBook } from "../policy/rule-book.ts";
import type { PolicyParameter } from "../policy/parameter.ts";
import { allowanceLines } from "./allowance.ts";
import { CLASS_STEPS, type ClassFacts, stepsFrom } from "./class-steps.ts";
import { countTrainings, type TrainingEvent } from "./count.ts";
import { HELPS, helpOf, isFirst, nextIn, rank } from "./enrolment.ts";

const row = (key: string, value: unknown, validFrom = "2020-01-01", validTo: string | null = null): PolicyParameter =>
  ({ id: `${key}${validFrom}`, key, regionCode: "", value, unit: "", article: null, documentNumber: null, source: "", certainty: "MEMORY", validFrom, validTo, note: null });
const rules = createRuleBook([row("training.living-aid.daily", 1_501, "2020-01-01", "2026-06-01"), row("training.living-aid.daily", 2_000, "2026-06-01"), row("training.living-aid.days.max", 3), row("training.living-aid.categories", ["POVERTY_LIFTED"])]);
const lifted = [{ kind: "POVERTY_LIFTED" as const, validFrom: "2018-01-01", validTo: null }];
const trainee = (days: [string, number][], more: Partial<Parameters<typeof allowanceLines>[0]> = {}) => allowanceLines({ countyCode: "141124", categories: lifted, days: days.map(([day, halves]) => ({ day, halves })), before: () => ({ halves: 0, claimed: false }), ...more }, rules);

describe("living allowance", () => {
  it("pays each attended day at that day's rate, half a day at half of it in whole fen, a year on a line of its own", () => {
    expect(trainee([["2026-05-31", 2], ["2026-06-01", 2], ["2026-05-30", 1]])).toEqual([{ year: 2026, attendedHalves: 5, paidHalves: 5, amountFen: 750 + 1_501 + 2_000 }]);
    expect(trainee([["2025-12-31", 2], ["2026-01-01", 2]]).map((line) => [line.year, line.amountFen])).toEqual([[2025, 1_501], [2026, 1_501]]);
  });

  it("pays nobody whom the rule does not name on that day, and no year that was claimed singly", () => {
    expect(trainee([["2026-05-31", 2]], { categories: [] })).toEqual([{ year: 2026, attendedHalves: 2, paidHalves: 0, amountFen: 0 }]);
    expect(trainee([["2026-05-30", 2], ["2026-05-31", 2]], { categories: [{ ...lifted[0]!, validTo: "2026-05-31" }] })[0]).toMatchObject({ paidHalves: 2, amountFen: 1_501 });
    expect(trainee([["2026-05-31", 2]], { before: () => ({ halves: 0, claimed: true }) })[0]!.amountFen).toBe(0);
  });

  it("never pays more than the year's days, other classes counted in, whatever was attended", () => {
    const day = fc.integer({ min: 0, max: 200 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(day, fc.constantFrom(0, 1, 2)), { selector: ([one]) => one, maxLength: 12 }), fc.integer({ min: 0, max: 8 }), (days, before) => {
      const line = trainee(days as [string, number][], { before: () => ({ halves: before, claimed: false }) })[0];
      const attended = days.reduce((sum, [, halves]) => sum + halves, 0);
      expect(line?.attendedHalves ?? 0).toBe(attended);
      expect(line?.paidHalves ?? 0).toBe(Math.min(attended, Math.max(0, 6 - before)));
      expect(line?.amountFen ?? 0).toBeLessThanOrEqual((line?.paidHalves ?? 0) * 1_000);
    }));
  });
});

describe("places", () => {
  it("go to monitored and poverty-lifted people first, then by the time of asking; categories hold from, to", () => {
    expect(helpOf([{ kind: "MONITORED_SUDDEN", validFrom: "2026-01-01", validTo: "2026-02-01" }], "2026-01-31")).toBe("MONITORED");
    expect(helpOf([{ kind: "MONITORED_SUDDEN", validFrom: "2026-01-01", validTo: "2026-02-01" }], "2026-02-01")).toBe("OTHER");
    const anyone = fc.record({ id: fc.uuid(), help: fc.constantFrom(...HELPS), appliedAt: fc.integer({ min: 0, max: 20 }).map((n) => new Date(n)) });
    fc.assert(fc.property(fc.uniqueArray(anyone, { selector: (one) => one.id }), fc.integer({ min: -1, max: 6 }), fc.boolean(), (waiting, free, toAll) => {
      const got = nextIn(waiting, free, toAll);
      const may = waiting.filter((one) => toAll || isFirst(one.help));
      expect(got).toHaveLength(Math.min(may.length, Math.max(0, free)));
      for (const one of got) for (const other of may.filter((some) => !got.includes(some))) expect(isFirst(one.help) > isFirst(other.help) || (isFirst(one.help) === isFirst(other.help) && one.appliedAt <= other.appliedAt)).toBe(true);
      expect(new Set(rank(waiting))).toEqual(new Set(waiting));
    }));
  });
});

describe("the steps of a class", () => {
  const facts: ClassFacts = { state: "PLANNED", startsOn: "2026-05-10", enrolled: 1, assessed: 0, days: 0, approved: true, sheet: "NONE" };
  it("are a body's own too, but where public money pays it is the bureau that opens, cancels and closes", () => {
    expect(stepsFrom("PLANNED", "OPERATOR", true)).toEqual([]);
    expect(stepsFrom("PLANNED", "OPERATOR", false)).toEqual(["OPEN"]);
    expect(stepsFrom("OPEN", "OPERATOR", true)).toEqual(["RUNNING"]);
    expect(stepsFrom("ASSESSED", "OPERATOR", true)).toEqual([]);
  });
  it("are those of the table for officers, and nobody else's who is neither of the bureau nor of the body", () => {
    expect(stepsFrom("PLANNED", "OFFICER", true)).toEqual(["OPEN", "CANCELLED"]);
    expect(stepsFrom("RUNNING", "ADMIN", true)).toEqual(["ASSESSED", "CANCELLED"]);
    expect(stepsFrom("CLOSED", "OFFICER", true)).toEqual([]);
    expect(stepsFrom("OPEN", "SEEKER", true)).toEqual([]);
  });
  it("say what stands against them", () => {
    expect(CLASS_STEPS.OPEN.stops({ ...facts, approved: false }, "2026-05-01")).toBe("training-body-not-approved");
    expect(CLASS_STEPS.OPEN.stops(facts, "2026-05-10")).toBe("training-start-passed");
    expect(CLASS_STEPS.RUNNING.stops(facts, "2026-05-09")).toBe("training-not-started");
    expect(CLASS_STEPS.ASSESSED.stops(facts, "2026-05-20")).toBe("training-unassessed");
    expect(CLASS_STEPS.CLOSED.stops({ ...facts, sheet: "OPEN" }, "2026-05-20")).toBe("training-allowance-open");
    expect(CLASS_STEPS.CANCELLED.stops({ ...facts, days: 1 }, "2026-05-20")).toBe("training-has-begun");
  });
});

describe("counting", () => {
  const event = (id: string, enrolmentId: string, personId: string, kind: TrainingEvent["kind"], more: Partial<TrainingEvent> = {}): TrainingEvent => ({ id, enrolmentId, personId, countyCode: "141124", help: "LIFTED", kind, happenedOn: "2026-05-01", reversesId: null, ...more });
  it("counts a training once and its person once, and nothing that was taken back, withdrawn or stayed away from", () => {
    const events = [
      event("1", "a", "p", "PASSED"), event("2", "b", "p", "FAILED"), event("3", "c", "q", "PASSED"), event("4", "c", "q", "REVERSED", { reversesId: "3" }), event("5", "c", "q", "FAILED"),
      event("6", "d", "r", "DROPPED"), event("7", "e", "s", "WITHDRAWN"), event("8", "f", "t", "PASSED", { happenedOn: "2027-01-01" }),
    ];
    expect(countTrainings(events, "2026-01-01", "2027-01-01")).toEqual({ times: 3, persons: 2, passed: 1 });
  });
});
