import fc from "fast-check";
import { expect, it } from "vitest";
import { expectedHundredths, successShares } from "./success.ts";

const assumed = { passPct: 85, placedPct: 60, knownFrom: 30 };

it("takes the shares that happened once there are enough of them on both counts, and the assumed ones before", () => {
  expect(successShares({ finished: 40, passed: 30, looked: 29, employed: 29 }, assumed)).toEqual({ passPct: 85, placedPct: 60, known: false });
  expect(successShares({ finished: 40, passed: 30, looked: 30, employed: 12 }, assumed)).toEqual({ passPct: 75, placedPct: 40, known: true });
});

it("never expects more placements than there are openings, and as many where everybody passes and starts", () => {
  expect(expectedHundredths(7, { passPct: 100, placedPct: 100, known: true })).toBe(700);
  fc.assert(fc.property(fc.nat(500), fc.nat(100), fc.nat(100), (people, passPct, placedPct) => expectedHundredths(people, { passPct, placedPct, known: true }) <= people * 100));
});
