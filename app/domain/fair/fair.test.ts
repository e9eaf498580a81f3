import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlacementEvent, PlacementEventKind } from "../placement/types.ts";
import type { Role } from "../terms.ts";
import { hiredFigures } from "./figures.ts";
import { FAIR_STATES, FAIR_STEPS, fairStepsFrom, findFairTimeProblem, findHiringProblem, takesGuests } from "./steps.ts";
import { findTickProblem, freeBooth, momentOfTick } from "./ticks.ts";

const now = new Date("2026-11-26T00:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

describe("the steps of a fair", () => {
  const facts = { state: "PLANNED" as const, startsAt: hours(2), endsAt: hours(8), approved: 3 };

  it("follow each other, and end", () => {
    expect(FAIR_STATES.map((state) => fairStepsFrom(state))).toEqual([["OPEN", "CANCELLED"], ["CLOSED", "CANCELLED"], [], []]);
    expect(Object.entries(FAIR_STEPS).filter(([, step]) => step.needsReason).map(([to]) => to)).toEqual(["CANCELLED"]);
  });

  it("wait for what has to be so", () => {
    expect(FAIR_STEPS.OPEN.stops(facts, now)).toBeNull();
    expect(FAIR_STEPS.OPEN.stops({ ...facts, approved: 0 }, now)).toBe("fair-no-booth");
    expect(FAIR_STEPS.OPEN.stops({ ...facts, startsAt: hours(3.1) }, now)).toBe("fair-too-early");
    expect(FAIR_STEPS.OPEN.stops({ ...facts, startsAt: hours(-8), endsAt: now }, now)).toBe("fair-time-over");
    expect(FAIR_STEPS.CLOSED.stops(facts, now)).toBe("fair-not-begun");
    expect(FAIR_STEPS.CLOSED.stops({ ...facts, startsAt: now }, now)).toBeNull();
  });

  it("let people say that they come until it is over, and be hired only while it goes on", () => {
    expect(FAIR_STATES.map((state) => takesGuests({ state, endsAt: hours(1) }, now))).toEqual([true, true, false, false]);
    expect(takesGuests({ state: "OPEN", endsAt: now }, now)).toBe(false);
    expect(FAIR_STATES.map((state) => findHiringProblem({ state, endsAt: hours(1) }, now))).toEqual(["fair-not-open", null, "fair-closed", "fair-cancelled"]);
    expect(findHiringProblem({ state: "OPEN", endsAt: hours(-3) }, now)).toBeNull();
    expect(findHiringProblem({ state: "OPEN", endsAt: hours(-3.1) }, now)).toBe("fair-closed");
  });

  it("have times ahead, in order, within a year", () => {
    expect(findFairTimeProblem({ startsAt: hours(1), endsAt: hours(2) }, now)).toBeNull();
    expect(findFairTimeProblem({ startsAt: now, endsAt: hours(2) }, now)).toEqual({ code: "fair-time-passed", field: "startsAt" });
    expect(findFairTimeProblem({ startsAt: hours(24 * 367), endsAt: hours(24 * 368) }, now)).toEqual({ code: "fair-too-far", field: "startsAt" });
    for (const end of [0.5, 1, 1.4, 24 * 61 + 2]) expect(findFairTimeProblem({ startsAt: hours(1), endsAt: hours(end) }, now)?.code, String(end)).toBe("fair-ends-first");
  });
});

describe("a count at the door", () => {
  const open = { state: "OPEN" as const, openedAt: hours(-2), closedAt: null, endsAt: hours(4), count: 3, at: now, n: 1 };

  it("never goes below nought, whatever is pressed in whatever order", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -20, max: 20 }).filter((n) => n !== 0), { maxLength: 40 }), (presses) => {
      let count = 0;
      for (const n of presses) if (findTickProblem({ ...open, count, n }) === null) count += n;
      expect(count).toBeGreaterThanOrEqual(0);
      expect(findTickProblem({ ...open, count, n: -count - 1 })).toBe("fair-below-nought");
    }));
  });

  it("that was pressed while the fair was on counts when it comes in later; one from before or after does not", () => {
    const closed = { ...open, state: "CLOSED" as const, closedAt: hours(-1) };
    expect(findTickProblem({ ...closed, at: hours(-1.5) })).toBeNull();
    expect(findTickProblem(closed)).toBe("fair-closed");
    expect(findTickProblem({ ...open, endsAt: hours(-3.1) })).toBe("fair-closed");
    expect(findTickProblem({ ...open, at: hours(-3) })).toBe("fair-not-open");
    expect(findTickProblem({ ...open, state: "PLANNED", openedAt: null })).toBe("fair-not-open");
    expect(findTickProblem({ ...open, state: "CANCELLED" })).toBe("fair-cancelled");
  });

  it("keeps the phone's moment unless that lies ahead or two days back", () => {
    expect(momentOfTick(hours(-47), now)).toEqual(hours(-47));
    for (const wrong of [hours(-49), hours(1), null]) expect(momentOfTick(wrong, now)).toEqual(now);
  });
});

describe("a booth's number", () => {
  it("is the smallest that is free, and none when all are given", () => {
    expect(freeBooth([], 2)).toBe(1);
    expect(freeBooth([1, 3], 3)).toBe(2);
    expect(freeBooth([2, 1], 2)).toBeNull();
  });
});

describe("what became of hirings on the spot", () => {
  let seq = 0;
  const said = (kind: PlacementEventKind, happenedOn: string, saidByRole: Role): PlacementEvent => ({
    id: String((seq += 1)), placementId: "P", personId: "A", seq, kind, happenedOn, recordedAt: `${happenedOn}T00:00:00Z`, saidByRole, saidByUserId: null, evidence: "STATEMENT", evidenceRef: null, reversesId: null, reason: null,
    snapshot: { homeCountyCode: "141124", povertyLiftedCounty: true, sex: "M", age: 30, education: "NONE", stream: "MARKET", placeClass: "IN_COUNTY", occupationCode: null, monthlyWageFen: null },
  });
  const taken = [said("OFFERED", "2026-03-01", "SYSTEM"), said("ACCEPTED", "2026-03-01", "OFFICER")];

  it("is confirmed by the person or the employer, not by an officer's word, and still there only when somebody said so on the 30th day or later", () => {
    const officers = [...taken, said("ON_THE_JOB", "2026-03-05", "OFFICER")];
    const confirmed = [...officers, said("ON_THE_JOB", "2026-03-05", "EMPLOYER")];
    expect(hiredFigures([{ personId: "A", events: officers }], "2026-05-01")).toEqual({ hired: 1, confirmed: 0, due: 0, still: 0 });
    expect(hiredFigures([{ personId: "A", events: confirmed }], "2026-04-03")).toEqual({ hired: 1, confirmed: 1, due: 0, still: 0 });
    expect(hiredFigures([{ personId: "A", events: confirmed }], "2026-04-04")).toEqual({ hired: 1, confirmed: 1, due: 1, still: 0 });
    expect(hiredFigures([{ personId: "A", events: [...confirmed, said("STILL_ON_THE_JOB", "2026-04-04", "SEEKER")] }], "2026-04-04")).toEqual({ hired: 1, confirmed: 1, due: 1, still: 1 });
  });

  it("counts a person once who was hired twice", () => {
    const second = [...taken, said("ON_THE_JOB", "2026-03-05", "SEEKER")];
    expect(hiredFigures([{ personId: "A", events: taken }, { personId: "A", events: second }, { personId: "B", events: taken }], "2026-03-06")).toEqual({ hired: 2, confirmed: 1, due: 0, still: 0 });
  });
});
