import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { eventHash, findBrokenLink } from "./chain.ts";
import { checkTransition, speakingEvents, viewPlacement } from "./placement.ts";
import { rungOf } from "./proof.ts";
import type { PlacementEvent, PlacementEventKind } from "./types.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

const snapshot: PlacementEvent["snapshot"] = {
  homeCountyCode: "141124", povertyLiftedCounty: true, sex: "M", age: 50, education: "JUNIOR",
  stream: "MARKET", placeClass: "IN_PROVINCE", occupationCode: "6-18-02-04", monthlyWageFen: 650_000,
};

function line(seq: number, kind: PlacementEventKind, happenedOn: string, more: Partial<PlacementEvent> = {}): PlacementEvent {
  return {
    id: `e${seq}`, placementId: "p", seq, personId: "w", kind, happenedOn, recordedAt: `${happenedOn}T08:00:00.000Z`,
    saidByRole: "SEEKER", saidByUserId: null, evidence: "STATEMENT", evidenceRef: null, reversesId: null, reason: null, snapshot, ...more,
  };
}

const accepted = [line(1, "OFFERED", "2026-03-01", { saidByRole: "SYSTEM" }), line(2, "ACCEPTED", "2026-03-02")];

describe("a placement", () => {
  it("holds the person's place from acceptance until its end", () => {
    expect(viewPlacement(accepted.slice(0, 1)).active).toBe(false);
    expect(viewPlacement(accepted).active).toBe(true);
    expect(viewPlacement([...accepted, line(3, "ENDED", "2026-03-05")])).toMatchObject({ state: "ENDED", active: false, arrivedOn: null });
  });

  it("arrives on the earliest day anybody names, however often it is confirmed", () => {
    const view = viewPlacement([...accepted, line(3, "ON_THE_JOB", "2026-03-10"), line(4, "ON_THE_JOB", "2026-03-09", { saidByRole: "EMPLOYER" })]);
    expect(view).toMatchObject({ state: "ON_THE_JOB", arrivedOn: "2026-03-09", provenUntil: "2026-03-10", rung: 3 });
    expect(view.proof?.seq).toBe(4);
  });

  it("speaks as if a reversed event had never been said, and again when the reversal is reversed", () => {
    const arrived = line(3, "ON_THE_JOB", "2026-03-10", { saidByRole: "EMPLOYER" });
    const back = line(4, "REVERSED", "2026-03-10", { reversesId: "e3" });
    const again = line(5, "REVERSED", "2026-03-10", { reversesId: "e4" });
    expect(viewPlacement([...accepted, arrived, back])).toMatchObject({ state: "ACCEPTED", rung: 0, arrivedOn: null });
    expect(viewPlacement([...accepted, arrived, back, again])).toMatchObject({ state: "ON_THE_JOB", rung: 3 });
    expect(speakingEvents([...accepted, arrived, back]).map((event) => event.seq)).toEqual([1, 2, 4]);
  });
});

describe("the proof ladder", () => {
  it.each([
    ["an agent's word is a claim", "AGENT", "STATEMENT", 1],
    ["an officer's word is a claim", "OFFICER", "STATEMENT", 1],
    ["an officer's phone check is the person's word", "OFFICER", "PHONE_CHECK", 2],
    ["the person's own word", "SEEKER", "STATEMENT", 2],
    ["the employer's word", "EMPLOYER", "STATEMENT", 3],
    ["a contract shown by the employer", "EMPLOYER", "CONTRACT", 4],
    ["a pay record shown by an officer", "OFFICER", "PAY_RECORD", 4],
    ["a contract the person alone names is the person's word", "SEEKER", "CONTRACT", 2],
  ] as const)("%s", (_rule, saidByRole, evidence, rung) => {
    expect(rungOf({ saidByRole, evidence })).toBe(rung);
  });
});

describe("an event is refused", () => {
  const arrived = [...accepted, line(3, "ON_THE_JOB", "2026-03-10", { saidByRole: "EMPLOYER" })];
  it.each([
    ["when it may not follow", accepted, { kind: "STILL_ON_THE_JOB", happenedOn: "2026-03-10", saidByRole: "SEEKER" }, "transition-not-allowed"],
    ["when the role has no say in it", accepted, { kind: "DEPARTED", happenedOn: "2026-03-10", saidByRole: "EMPLOYER" }, "role-not-allowed"],
    ["when its day has not come", accepted, { kind: "ON_THE_JOB", happenedOn: "2026-06-02", saidByRole: "SEEKER" }, "day-in-future"],
    ["when it lies before the acceptance", accepted, { kind: "ON_THE_JOB", happenedOn: "2026-03-01", saidByRole: "SEEKER" }, "day-before-last"],
    ["when it is more than 400 days old", accepted.map((event) => ({ ...event, happenedOn: "2024-03-01" })), { kind: "ON_THE_JOB", happenedOn: "2024-03-05", saidByRole: "SEEKER" }, "day-too-old"],
    ["when the same party has confirmed before", arrived, { kind: "ON_THE_JOB", happenedOn: "2026-03-11", saidByRole: "EMPLOYER" }, "already-confirmed"],
    ["when it ends before it was last proven", [...arrived, line(4, "STILL_ON_THE_JOB", "2026-04-10")], { kind: "ENDED", happenedOn: "2026-04-01", saidByRole: "SEEKER" }, "day-before-last"],
  ] as const)("%s", (_rule, events, next, problem) => {
    expect(checkTransition(events, next, "2026-06-01")).toBe(problem);
  });

  it("never when another party confirms the same arrival", () => {
    expect(checkTransition(arrived, { kind: "ON_THE_JOB", happenedOn: "2026-03-11", saidByRole: "SEEKER" }, "2026-06-01")).toBeNull();
  });
});

describe("the hash chain", () => {
  const chained = () => {
    let previous = "";
    return [...accepted, line(3, "ON_THE_JOB", "2026-03-10")].map((event) => ({ ...event, hash: (previous = eventHash(previous, event, digest)) }));
  };

  it("holds for rows as they were written, whatever the order of their keys", () => {
    const rows = chained().map((row) => ({ ...row, snapshot: Object.fromEntries(Object.entries(row.snapshot).reverse()) as typeof row.snapshot }));
    expect(findBrokenLink(rows, digest)).toBeNull();
  });

  it.each([
    ["a changed day", (rows: ReturnType<typeof chained>) => rows.map((row) => (row.seq === 2 ? { ...row, happenedOn: "2026-03-03" } : row)), 2],
    ["a changed snapshot", (rows: ReturnType<typeof chained>) => rows.map((row) => (row.seq === 3 ? { ...row, snapshot: { ...row.snapshot, age: 51 } } : row)), 3],
    ["a removed row", (rows: ReturnType<typeof chained>) => rows.filter((row) => row.seq !== 2), 3],
    ["rows that changed places", (rows: ReturnType<typeof chained>) => [rows[1]!, rows[0]!, rows[2]!], 2],
  ])("breaks at %s", (_what, damage, seq) => {
    expect(findBrokenLink(damage(chained()), digest)?.seq).toBe(seq);
  });
});
