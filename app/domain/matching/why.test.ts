import { describe, expect, it } from "vitest";
import type { Assessment } from "./assess.ts";
import type { ReasonCode } from "./facts.ts";
import { causesOf, isOutranked, lastHolder, type PairRecords } from "./why.ts";

const records: PairRecords = { stream: "MARKET", monitored: false, member: false, own: null, other: null, notInRun: null, openingsLeft: 1, holders: [] };
const allowed = (score: number): Assessment => ({ allowed: true, score, reasons: [] });
const refused = (code: ReasonCode): Assessment => ({ allowed: false, score: 0, reasons: [{ code }] });
const holder = (score: number, monitored = false, open = true) => ({ score, monitored, member: false, open });
const causes = (verdict: Assessment, more: Partial<PairRecords>) => causesOf(verdict, { ...records, ...more });

describe("why a person was not offered a post", () => {
  it("is no question when they were", () => {
    expect(causes(allowed(700), { own: "PROPOSED", holders: [holder(900)] })).toEqual(["proposed"]);
    expect(causes(refused("already-placed"), { own: "ACCEPTED" })).toEqual(["accepted"]);
  });

  it("is the rule, when one forbids it", () => {
    expect(causes(refused("too-far"), { other: { stream: "MARKET", score: 1, status: "PROPOSED" }, notInRun: "no-run" })).toEqual(["refused"]);
    expect(causes(refused("no-opening-left"), { openingsLeft: 0, holders: [holder(800, false, false)] })).toEqual(["refused", "full"]);
    expect(causes(refused("already-placed"), { other: { stream: "MARKET", score: 1, status: "ACCEPTED" } })).toEqual(["refused", "other-proposal"]);
  });

  it("is that no run has weighed it", () => {
    expect(causes(allowed(700), { notInRun: "post-new" })).toEqual(["not-in-run"]);
  });

  it("is another offer; one of an earlier stage of the order of help by that order", () => {
    const other = (stream: PairRecords["stream"]) => ({ stream, score: 500, status: "PROPOSED" as const });
    expect(causes(allowed(700), { other: other("MARKET") })).toEqual(["other-proposal"]);
    expect(causes(allowed(700), { stream: "WELFARE", other: other("MARKET") })).toEqual(["earlier-help"]);
    expect(causes(allowed(700), { stream: "WELFARE", other: other("WORKSHOP") })).toEqual(["earlier-help"]);
    expect(causes(allowed(700), { stream: "WORKSHOP", other: other("WORKFARE") })).toEqual(["other-proposal"]);
    expect(causes(allowed(700), { stream: "MARKET", other: other("WELFARE") })).toEqual(["other-proposal"]);
  });

  it("is the better claim of those who speak for every opening", () => {
    expect(causes(allowed(700), { holders: [holder(701)] })).toEqual(["outranked"]);
    expect(causes(allowed(700), { holders: [holder(700)] })).toEqual(["outranked"]);
    expect(causes(allowed(700), { holders: [holder(700)], monitored: true, member: false })).toEqual(["next-run"]);
    expect(causes(allowed(700), { holders: [holder(700, true)], monitored: true, member: false })).toEqual(["outranked"]);
    expect(causes(allowed(700), { holders: [holder(900)], openingsLeft: 2 })).toEqual(["next-run"]);
    expect(causes(allowed(700), { holders: [holder(699)] })).toEqual(["next-run"]);
  });

  it("is their own no, and then whatever else holds", () => {
    expect(causes(allowed(700), { own: "DECLINED" })).toEqual(["declined"]);
    expect(causes(allowed(700), { own: "DECLINED", holders: [holder(900)] })).toEqual(["declined", "outranked"]);
    expect(causes(allowed(700), { own: "SUPERSEDED" })).toEqual(["next-run"]);
  });
});

describe("the last holder of a post", () => {
  it("is the lowest score, among equals one of no watched household, and nobody while an opening is free", () => {
    expect(lastHolder({ openingsLeft: 3, holders: [holder(800), holder(600, true), holder(600)] })).toMatchObject({ score: 600, monitored: false, member: false });
    expect(lastHolder({ openingsLeft: 4, holders: [holder(800), holder(600, true), holder(600)] })).toBeNull();
    expect(lastHolder({ openingsLeft: 0, holders: [holder(800, false, false)] })).toBeNull();
  });

  it("doesn't count who has taken up the job among those who could still give way", () => {
    expect(isOutranked({ score: 700, monitored: false, member: false }, { openingsLeft: 1, holders: [holder(900, false, false)] })).toBe(false);
  });
});
