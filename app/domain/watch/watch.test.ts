import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../dates.ts";
import type { PlacementEvent, PlacementEventKind } from "../placement/types.ts";
import { signalsOf, type WatchedPerson, type WatchedPlacement } from "./signals.ts";
import { checkResult, raisedTo } from "./watch-case.ts";

const rules = { unplacedMonths: 3, postEndingDays: 30, paySilentDays: 75, lookbackDays: 60, youngest: 16, oldest: 60 };
const TODAY = "2026-11-26";
let seq = 0;
const event = (kind: PlacementEventKind, happenedOn: Day): PlacementEvent => ({ id: `e${(seq += 1)}`, placementId: "p", seq, personId: "x", kind, happenedOn, recordedAt: `${happenedOn}T00:00:00.000Z`, saidByRole: "SEEKER", saidByUserId: null, evidence: "STATEMENT", evidenceRef: null, reversesId: null, reason: null, snapshot: {} as never });
const held = (arrived: Day, ended: Day | null, more: Partial<WatchedPlacement> = {}): WatchedPlacement => ({
  placementId: "p", events: [event("OFFERED", arrived), event("ACCEPTED", arrived), event("ON_THE_JOB", arrived), ...(ended ? [event("ENDED", ended)] : [])], payMonths: [], checkIns: [], termMonths: null, projectEndsOn: null, ...more,
});
const person = (placements: WatchedPlacement[], more: Partial<WatchedPerson> = {}): WatchedPerson => ({ personId: "x", birthDate: "1985-05-05", canWork: true, watchedSince: "2020-01-01", unplacedClosedOn: null, placements, ...more });
const kinds = (one: WatchedPerson) => signalsOf(one, rules, TODAY).map(({ kind, since }) => [kind, since]);

describe("a signal", () => {
  it("is given for a job lost lately, not for one lost long ago, and not once another is held", () => {
    expect(kinds(person([held("2026-03-01", "2026-11-20")]))).toEqual([["JOB_LOST", "2026-11-20"]]);
    expect(kinds(person([held("2026-03-01", "2026-09-20")]))).toEqual([]);
    expect(kinds(person([held("2026-03-01", "2026-11-20"), held("2026-11-22", null)]))).toEqual([]);
  });
  it("is given after three months without work, counted anew once a case was closed, and not for those who can't work or are past the age", () => {
    expect(kinds(person([held("2026-03-01", "2026-08-26")]))).toEqual([["UNPLACED", "2026-08-26"]]);
    expect(kinds(person([held("2026-03-01", "2026-08-27")]))).toEqual([]);
    expect(kinds(person([]))).toEqual([["UNPLACED", "2020-01-01"]]);
    expect(kinds(person([], { unplacedClosedOn: "2026-10-01" }))).toEqual([]);
    expect(kinds(person([], { canWork: false }))).toEqual([]);
    expect(kinds(person([], { birthDate: "1965-01-01" }))).toEqual([]);
  });
  it("is given when pay stopped: a check-in says so, ran out unanswered, or reports fell silent", () => {
    const checkIn = (more: object) => ({ dueOn: "2026-11-01", answeredOn: null, answer: null, lapsed: false, ...more });
    expect(kinds(person([held("2026-08-01", null, { checkIns: [checkIn({ answeredOn: "2026-11-02", answer: "NOT_PAID" })] })]))).toEqual([["PAY_STOPPED", "2026-11-02"]]);
    expect(kinds(person([held("2026-08-01", null, { checkIns: [checkIn({ lapsed: true })] })]))).toEqual([["PAY_STOPPED", "2026-11-01"]]);
    expect(kinds(person([held("2026-08-01", null, { checkIns: [checkIn({ answeredOn: "2026-11-02", answer: "PAID" })] })]))).toEqual([]);
    expect(kinds(person([held("2026-03-01", null, { payMonths: ["2026-08"] })]))).toEqual([["PAY_STOPPED", addDays("2026-09-01", 75)]]);
    expect(kinds(person([held("2026-03-01", null, { payMonths: ["2026-08", "2026-10"] })]))).toEqual([]);
  });
  it("is given within a month of the end of a term or a project", () => {
    expect(kinds(person([held("2025-12-20", null, { termMonths: 12 })]))).toEqual([["POST_ENDING", "2026-12-20"]]);
    expect(kinds(person([held("2026-01-20", null, { termMonths: 12 })]))).toEqual([]);
    expect(kinds(person([held("2026-05-01", null, { projectEndsOn: "2026-12-26" })]))).toEqual([["POST_ENDING", "2026-12-26"]]);
  });
  it("is the same one when asked for again", () => {
    const one = person([held("2026-03-01", "2026-11-20")]);
    expect(signalsOf(one, rules, addDays(TODAY, 1)).map(({ onceKey }) => onceKey)).toEqual(signalsOf(one, rules, TODAY).map(({ onceKey }) => onceKey));
  });
});

it("a case is closed as placed only when the ledger says so", () => {
  expect(checkResult("PLACED", [])).toBe("watch-not-placed");
  expect(checkResult("PLACED", [{ state: "ENDED", stream: "MARKET" }])).toBe("watch-not-placed");
  expect(checkResult("PLACED", [{ state: "ON_THE_JOB", stream: "MARKET" }])).toBeNull();
  expect(checkResult("WELFARE_POST", [{ state: "ON_THE_JOB", stream: "MARKET" }])).toBe("watch-no-welfare-post");
  expect(checkResult("OTHER_HELP", [])).toBeNull();
});

it.each([["2026-11-26", 0], ["2026-11-27", 1], ["2026-12-03", 1], ["2026-12-04", 2]])("due on Thursday 26 November, on %s it is reported to level %i", (today, level) => {
  expect(raisedTo("2026-11-26", today, 5)).toBe(level);
});
