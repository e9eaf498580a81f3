import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, ageOn, chinaDay, daysBetween, isInRange, toDate, toDay } from "./dates.ts";

const anyDay = fc.date({ min: new Date("1940-01-01"), max: new Date("2090-12-31"), noInvalidDate: true }).map(toDay);

describe("days", () => {
  it("turn at midnight in China, eight hours before UTC", () => {
    expect(chinaDay(new Date("2026-11-22T15:59:59.999Z"))).toBe("2026-11-22");
    expect(chinaDay(new Date("2026-11-22T16:00:00.000Z"))).toBe("2026-11-23");
  });

  it("added and taken away come back, and count what was added", () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
      expect(addDays(addDays(day, days), -days)).toBe(day);
      expect(daysBetween(day, addDays(day, days))).toBe(days);
      expect(toDay(toDate(day))).toBe(day);
    }));
  });

  it.each([["2026-08-31", 6, "2027-02-28"], ["2026-11-24", 6, "2027-05-24"], ["2028-01-31", 1, "2028-02-29"], ["2026-03-31", -1, "2026-02-28"], ["2026-12-15", 0, "2026-12-15"]])("%s and %i months is %s", (day, months, then) => {
    expect(addMonths(day, months)).toBe(then);
  });

  it("of a half-open range hold its first and not its last", () => {
    expect([isInRange("2026-01-01", "2026-01-01", "2026-02-01"), isInRange("2026-02-01", "2026-01-01", "2026-02-01"), isInRange("2099-01-01", "2026-01-01", null)]).toEqual([true, false, true]);
  });
});

describe("age", () => {
  it.each([
    ["2010-11-23", "2026-11-22", 15], ["2010-11-23", "2026-11-23", 16], ["2008-02-29", "2026-02-28", 17], ["2008-02-29", "2026-03-01", 18],
  ])("of someone born on %s is on %s %i years", (born, day, age) => expect(ageOn(born, day)).toBe(age));
});
