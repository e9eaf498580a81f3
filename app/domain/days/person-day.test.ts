import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../dates.ts";
import { type BookedDay, type DayLine, daysOfMonth, type DayRules, isFullDay, objectionsTo, spreadDays } from "./person-day.ts";

const rules: DayRules = { asOf: "2026-03-31", fullMinutes: 360, mostMinutes: 960 };
const booked = (day: Day, minutes: number, refId = "a"): BookedDay => ({ day, minutes, refId, source: "WELFARE" });
const codes = (lines: DayLine[], there: BookedDay[] = []) => objectionsTo(lines, there, rules).map(({ code }) => code);

describe("a paid day", () => {
  it("does not stand beside another full day", () => {
    expect(codes([{ day: "2026-03-02", minutes: 480 }], [booked("2026-03-02", 480)])).toEqual(["day-taken"]);
    expect(codes([{ day: "2026-03-02", minutes: 480 }], [booked("2026-03-03", 480)])).toEqual([]);
  });

  it("may stand beside a part of a day, as long as the day holds both", () => {
    expect(codes([{ day: "2026-03-02", minutes: 180 }], [booked("2026-03-02", 480)])).toEqual([]);
    expect(codes([{ day: "2026-03-02", minutes: 350 }], [booked("2026-03-02", 480), booked("2026-03-02", 180, "b")])).toEqual(["day-overfull"]);
  });

  it("is not paid before it has come", () => {
    expect(codes([{ day: "2026-04-01", minutes: 480 }])).toEqual(["day-to-come"]);
  });

  it("stands once on a sheet", () => {
    expect(codes([{ day: "2026-03-02", minutes: 100 }, { day: "2026-03-02", minutes: 100 }])).toEqual(["day-twice"]);
  });
});

describe("days of which only the number is known", () => {
  const february = daysOfMonth("2026-02", { from: "2026-01-01", to: "2026-12-31" });

  it("cannot be 29 or 30 in a February of 28 days", () => {
    expect(spreadDays(28, february, [], 480, rules)).toHaveLength(28);
    expect(spreadDays(29, february, [], 480, rules)).toBeNull();
    expect(spreadDays(30, february, [], 480, rules)).toBeNull();
  });

  it("are laid on weekdays first", () => {
    const days = spreadDays(20, february, [], 480, rules)!;
    expect(days.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay()).filter((weekday) => weekday === 0 || weekday === 6)).toEqual([]);
  });

  it("are only those on which the person held the job", () => {
    expect(daysOfMonth("2026-02", { from: "2026-02-20", to: "2026-02-22" })).toEqual(["2026-02-20", "2026-02-21", "2026-02-22"]);
  });
});

describe("whatever is booked in whatever order", () => {
  const line = fc.record({ day: fc.integer({ min: 0, max: 12 }).map((n) => addDays("2026-03-01", n)), minutes: fc.integer({ min: 1, max: 720 }) });

  it("no two full days of one person fall on one day, and no day holds more than it can", () => {
    fc.assert(fc.property(fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 12 }), (sheets) => {
      const ledger: BookedDay[] = [];
      sheets.forEach((lines, at) => {
        if (objectionsTo(lines, ledger, rules).length === 0) ledger.push(...lines.map((one) => booked(one.day, one.minutes, `sheet-${at}`)));
      });
      for (const day of new Set(ledger.map((one) => one.day))) {
        const there = ledger.filter((one) => one.day === day);
        expect(there.filter((one) => isFullDay(one.minutes, rules)).length).toBeLessThanOrEqual(1);
        expect(there.reduce((sum, one) => sum + one.minutes, 0)).toBeLessThanOrEqual(rules.mostMinutes);
      }
    }));
  });
});
