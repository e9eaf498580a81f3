import { describe, expect, it } from "vitest";
import { exampleRules as rules, welder, weldingPost } from "#tests/factories/example-facts.ts";
import { DECLINE_REASONS, wishAfterDecline } from "./after-decline.ts";
import { refusalsOf } from "./eligibility.ts";

describe("what a no says about the wish", () => {
  it("too far: a limit that keeps just this post away", () => {
    const change = wishAfterDecline("too-far", welder, weldingPost);
    expect(change).toEqual({ kind: "distance", toKm: 120 });
    expect(refusalsOf({ ...welder, maxDistanceKm: 120 }, weldingPost, rules).map((one) => one.code)).toEqual(["too-far"]);
  });

  it("pay too low: a least pay just above it, in steps of 300 yuan", () => {
    const change = wishAfterDecline("pay-too-low", welder, weldingPost);
    expect(change).toEqual({ kind: "wage", toFen: 870_000 });
    expect(refusalsOf({ ...welder, minWageFen: 870_000 }, weldingPost, rules).map((one) => one.code)).toEqual(["wage-below-wish"]);
  });

  it("has work: no offers for now", () => {
    expect(wishAfterDecline("have-work", welder, weldingPost)).toEqual({ kind: "not-seeking" });
  });

  it("nothing where the wish says so already, where nothing is known, or for any other reason", () => {
    expect(wishAfterDecline("too-far", { ...welder, maxDistanceKm: 100 }, weldingPost)).toBeNull();
    expect(wishAfterDecline("too-far", welder, { ...weldingPost, place: null })).toBeNull();
    expect(wishAfterDecline("too-far", welder, { ...weldingPost, place: welder.home })).toBeNull();
    expect(wishAfterDecline("pay-too-low", { ...welder, minWageFen: 900_000 }, weldingPost)).toBeNull();
    expect(wishAfterDecline("pay-too-low", welder, { ...weldingPost, monthlyMinFen: null, monthlyMaxFen: null })).toBeNull();
    expect(wishAfterDecline("have-work", { ...welder, seeking: false }, weldingPost)).toBeNull();
    expect(DECLINE_REASONS.filter((reason) => wishAfterDecline(reason, welder, weldingPost) !== null)).toEqual(["too-far", "pay-too-low", "have-work"]);
  });
});
