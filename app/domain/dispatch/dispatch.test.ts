import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DISPATCH_STATES, DISPATCH_STEPS, dispatchStepsFrom, type DispatchFacts, SEAT_STATES, tickSeat, TICKS } from "./steps.ts";
import { findTimeProblem, momentField, readMoment, sameTime } from "./times.ts";

const now = new Date("2026-11-26T00:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const facts = (more: Partial<DispatchFacts> = {}): DispatchFacts => ({ state: "OPEN", gatherAt: hours(5), coming: 3, aboard: 0, unconfirmed: 0, uncalled: 0, ...more });

describe("the steps of a dispatch", () => {
  it("follow each other, and end", () => {
    expect(DISPATCH_STATES.map((state) => dispatchStepsFrom(state, "OFFICER"))).toEqual([["OPEN", "CANCELLED"], ["BOARDING", "CANCELLED"], ["DEPARTED", "CANCELLED"], ["ARRIVED"], ["CLOSED"], [], []]);
    expect(DISPATCH_STATES.flatMap((state) => dispatchStepsFrom(state, "AGENT"))).toEqual(["BOARDING", "DEPARTED", "ARRIVED"]);
    expect(DISPATCH_STATES.flatMap((state) => dispatchStepsFrom(state, "SEEKER"))).toEqual([]);
  });

  it("wait for what has to be so", () => {
    expect(DISPATCH_STEPS.OPEN.stops(facts({ gatherAt: now }), now)).toBe("dispatch-time-passed");
    expect(DISPATCH_STEPS.BOARDING.stops(facts({ gatherAt: hours(25) }), now)).toBe("dispatch-too-early");
    expect(DISPATCH_STEPS.BOARDING.stops(facts({ coming: 0 }), now)).toBe("dispatch-nobody");
    expect(DISPATCH_STEPS.DEPARTED.stops(facts(), now)).toBe("dispatch-nobody-aboard");
    expect(DISPATCH_STEPS.CLOSED.stops(facts({ unconfirmed: 1 }), now)).toBe("dispatch-unconfirmed");
    expect(DISPATCH_STEPS.CLOSED.stops(facts({ uncalled: 1 }), now)).toBe("dispatch-uncalled");
    expect(DISPATCH_STEPS.CLOSED.stops(facts(), now)).toBeNull();
  });
});

describe("a tick", () => {
  const of = (dispatch: (typeof DISPATCH_STATES)[number], seat: (typeof SEAT_STATES)[number], at = now) => ({ dispatch, seat, departedAt: hours(-1), at });

  it("says something once: the second time it is already so", () => {
    fc.assert(fc.property(fc.constantFrom(...TICKS), fc.constantFrom(...DISPATCH_STATES), fc.constantFrom(...SEAT_STATES), (tick, dispatch, seat) => {
      const first = tickSeat(tick, of(dispatch, seat));
      if (first === "already" || "refused" in first) return;
      expect(tickSeat(tick, of(dispatch, first.to))).toBe("already");
    }));
  });

  it("is refused for whoever is not coming, and before its time", () => {
    expect(tickSeat("BOARDED", of("BOARDING", "WITHDRAWN"))).toEqual({ refused: "dispatch-card-withdrawn" });
    expect(tickSeat("BOARDED", of("BOARDING", "ASKED"))).toEqual({ refused: "dispatch-card-unanswered" });
    expect(tickSeat("BOARDED", of("OPEN", "YES"))).toEqual({ refused: "dispatch-not-boarding" });
    expect(tickSeat("ARRIVED", of("DEPARTED", "BOARDED"))).toEqual({ refused: "dispatch-not-arrived" });
    expect(tickSeat("ARRIVED", of("ARRIVED", "NO_SHOW"))).toEqual({ refused: "dispatch-not-aboard" });
  });

  it("made before the departure and sent after it still puts a no-show aboard", () => {
    expect(tickSeat("BOARDED", of("DEPARTED", "NO_SHOW", hours(-2)))).toEqual({ to: "BOARDED" });
    expect(tickSeat("BOARDED", of("DEPARTED", "NO_SHOW", now))).toEqual({ refused: "dispatch-has-left" });
  });
});

describe("times", () => {
  it("are read in China's time, and shown again as they were typed", () => {
    expect(readMoment("2026-11-26T06:30")).toEqual(new Date("2026-11-25T22:30:00Z"));
    for (const wrong of ["", "2026-02-30T06:30", "2026-11-26", "2026-11-26T25:00", "2026-11-26T06:30:00Z"]) expect(readMoment(wrong), wrong).toBeNull();
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000_000 }), (minute) => {
      const at = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
      expect(readMoment(momentField(at))).toEqual(at);
    }));
  });

  it("come in order", () => {
    const times = { gatherAt: hours(5), departsAt: hours(6), arrivesAt: hours(14) };
    expect(findTimeProblem(times, now)).toBeNull();
    expect(findTimeProblem({ ...times, gatherAt: now }, now)?.code).toBe("dispatch-time-passed");
    expect(findTimeProblem({ ...times, departsAt: hours(4) }, now)?.code).toBe("dispatch-departs-first");
    expect(findTimeProblem({ ...times, arrivesAt: hours(6) }, now)?.code).toBe("dispatch-arrives-first");
  });

  it("of two journeys meet when one begins before the other is over, whichever is named first", () => {
    fc.assert(fc.property(fc.tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), ([a, b, long, other]) => {
      const [one, two] = [{ gatherAt: hours(a), arrivesAt: hours(a + long) }, { gatherAt: hours(b), arrivesAt: hours(b + other) }];
      expect(sameTime(one, two)).toBe(Math.max(a, b) < Math.min(a + long, b + other));
      expect(sameTime(two, one)).toBe(sameTime(one, two));
    }));
  });
});
