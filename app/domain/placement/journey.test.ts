import { describe, expect, it } from "vitest";
import { ledgerLine as line } from "#tests/factories/placement-lines.ts";
import { type JourneyFacts, journeyOf } from "./journey.ts";

const offered = line(1, "OFFERED", "2026-03-01", { saidByRole: "SYSTEM", evidence: "RUN" });
const accepted = [offered, line(2, "ACCEPTED", "2026-03-02")];
const arrived = [...accepted, line(3, "ON_THE_JOB", "2026-03-10", { saidByRole: "EMPLOYER", evidence: "CONTRACT" })];
const way = (more: Partial<JourneyFacts>) => journeyOf({ events: accepted, hiring: [], proposedOn: null, checkIns: [], today: "2026-03-03", ...more });
const told = (more: Partial<JourneyFacts>) => way(more).map((one) => `${one.state} ${one.what} ${one.on}`);
const asked = { kind: "DAY_30" as const, dueOn: "2026-04-09", answeredOn: null, answer: null, answeredBy: null, lapsed: false };

describe("the way of a placement", () => {
  it("goes from the proposal to the arrival that is expected, which is next", () => {
    expect(told({ proposedOn: "2026-03-01" })).toEqual(["done PROPOSED 2026-03-01", "done ACCEPTED 2026-03-02", "next ARRIVED 2026-03-09"]);
  });

  it("begins with what employer and person said to each other, an interview on its own day", () => {
    const hiring: JourneyFacts["hiring"] = [
      { kind: "INVITED", on: "2026-02-20", saidBy: "EMPLOYER", meetOn: null, note: null }, { kind: "AGREED", on: "2026-02-21", saidBy: "SEEKER", meetOn: null, note: null },
      { kind: "INTERVIEW", on: "2026-02-22", saidBy: "EMPLOYER", meetOn: "2026-02-25", note: "厂门口" }, { kind: "OFFERED", on: "2026-03-01", saidBy: "EMPLOYER", meetOn: null, note: null },
      { kind: "HIRED", on: "2026-03-02", saidBy: "SEEKER", meetOn: null, note: null },
    ];
    const events = [line(1, "OFFERED", "2026-03-01", { saidByRole: "EMPLOYER" }), accepted[1]!];
    expect(told({ hiring, events })).toEqual([
      "done INVITED 2026-02-20", "done AGREED 2026-02-21", "done INTERVIEW 2026-02-25", "done OFFERED 2026-03-01", "done ACCEPTED 2026-03-02", "next ARRIVED 2026-03-09",
    ]);
    expect(way({ hiring, events })[2]).toMatchObject({ note: "厂门口", saidBy: "EMPLOYER" });
  });

  it("has no offer where somebody chose the post themselves: nobody hired them before they said yes", () => {
    const chosen = [line(1, "OFFERED", "2026-03-02", { saidByRole: "SYSTEM", evidence: "NONE" }), accepted[1]!];
    expect(told({ events: chosen })).toEqual(["done ACCEPTED 2026-03-02", "next ARRIVED 2026-03-09"]);
  });

  it("asks nobody to an interview that a yes made needless", () => {
    const hiring: JourneyFacts["hiring"] = [{ kind: "INTERVIEW", on: "2026-03-01", saidBy: "EMPLOYER", meetOn: "2026-03-12", note: null }];
    expect(told({ hiring, events: arrived, today: "2026-03-11" }).join()).not.toContain("INTERVIEW");
    expect(told({ hiring, events: [], today: "2026-03-01" })).toEqual(["next INTERVIEW 2026-03-12"]);
  });

  it("shows 30, 90 and 180 days ahead after arrival, only the first of them next, and who said what on which proof", () => {
    const steps = way({ events: arrived, today: "2026-03-11" });
    expect(steps.map((one) => `${one.state} ${one.what} ${one.on}`)).toEqual([
      "done PROPOSED 2026-03-01", "done ACCEPTED 2026-03-02", "done ARRIVED 2026-03-10", "next DAY_30 2026-04-09", "later DAY_90 2026-06-08", "later DAY_180 2026-09-06",
    ]);
    expect(steps[2]).toMatchObject({ saidBy: "EMPLOYER", evidence: "CONTRACT" });
  });

  it("tells an answer once: as the answered question, not as the ledger line that came of it", () => {
    const events = [...arrived, line(4, "STILL_ON_THE_JOB", "2026-04-10", { evidenceRef: "check-in:x" }), line(5, "STILL_ON_THE_JOB", "2026-05-01", { saidByRole: "EMPLOYER" })];
    const steps = told({ events, today: "2026-05-02", checkIns: [{ ...asked, answeredOn: "2026-04-10", answer: "PAID", answeredBy: "SEEKER" }] });
    expect(steps.slice(3)).toEqual(["done DAY_30 2026-04-10", "done STILL_THERE 2026-05-01", "next DAY_90 2026-06-08", "later DAY_180 2026-09-06"]);
  });

  it("keeps a question open that nobody has answered yet, says so of one that nobody will, and is silent on one that was never asked", () => {
    expect(told({ events: arrived, today: "2026-04-20", checkIns: [asked] })).toContain("next DAY_30 2026-04-09");
    expect(told({ events: arrived, today: "2026-06-01", checkIns: [{ ...asked, lapsed: true }] })).toContain("missed DAY_30 2026-04-09");
    expect(told({ events: arrived, today: "2026-06-01" }).some((one) => one.includes("DAY_30"))).toBe(false);
  });

  it("has nothing to come once it has ended, and leaves out what was taken back", () => {
    const ended = told({ events: [...arrived, line(4, "ENDED", "2026-03-20", { reason: "回家" })], today: "2026-03-21" });
    expect(ended.at(-1)).toBe("done ENDED 2026-03-20");
    expect(ended.some((one) => /next|later/.test(one))).toBe(false);
    const back = told({ events: [...arrived, line(4, "REVERSED", "2026-03-10", { reversesId: "e3" })], today: "2026-03-11" });
    expect(back).toEqual(["done PROPOSED 2026-03-01", "done ACCEPTED 2026-03-02", "next ARRIVED 2026-03-09"]);
  });
});
