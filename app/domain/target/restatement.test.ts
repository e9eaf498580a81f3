import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountedIn, restate } from "./restatement.ts";

const person = (personId: string, month: number, placementId = `p-${personId}`): CountedIn => ({ personId, placementId, month });

describe("a frozen month beside what the ledger says now", () => {
  it("names who came by a late report and who was taken back, with the reason that was given", () => {
    const changes = restate(3, [person("a", 3), person("b", 3)], [person("a", 3), person("c", 3)], [
      { placementId: "p-b", kind: "REVERSED", reason: "同一人报了两次" }, { placementId: "p-c", kind: "ON_THE_JOB", reason: null },
    ]);
    expect(changes).toEqual([
      { personId: "b", placementId: "p-b", change: -1, why: "TAKEN_BACK", month: null, reason: "同一人报了两次" },
      { personId: "c", placementId: "p-c", change: 1, why: "LATE_REPORT", month: null, reason: null },
    ]);
  });

  it("says in which month somebody is counted instead", () => {
    expect(restate(3, [person("a", 3)], [person("a", 2)], [{ placementId: "p-a", kind: "ON_THE_JOB", reason: null }])).toMatchObject([{ change: -1, why: "OTHER_MONTH", month: 2 }]);
  });

  it("that nothing was recorded about has not changed", () => {
    expect(restate(3, [person("a", 3)], [person("a", 3), person("b", 4)], [])).toEqual([]);
  });

  it("differs by exactly as many as the changes add up to", () => {
    const list = fc.uniqueArray(fc.record({ id: fc.nat(30), month: fc.integer({ min: 1, max: 4 }) }), { selector: (one) => one.id });
    fc.assert(fc.property(list, list, (was, is) => {
      const frozen = was.map((one) => person(`w${one.id}`, 3));
      const now = is.map((one) => person(`w${one.id}`, one.month));
      const sum = restate(3, frozen, now, []).reduce((total, one) => total + one.change, 0);
      expect(sum).toBe(now.filter((one) => one.month === 3).length - frozen.length);
    }));
  });
});
