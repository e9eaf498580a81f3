import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../dates.ts";
import { linesOf, type MonthOwed, type MonthWorked, payForMonth } from "./pay.ts";

const month = "2026-03";
const days = (from: number, to: number): Day[] => Array.from({ length: to - from + 1 }, (_, n) => addDays("2026-03-01", from - 1 + n));
const worked = (more: Partial<MonthWorked> = {}): MonthWorked => ({
  month, days: days(1, 22), daysPerMonth: 22, monthlyFen: 100_001, contracts: [{ from: "2026-01-01", until: "2027-01-01" }], insurances: [{ from: "2026-01-01", until: "2027-01-01" }], floorFen: () => 90_000, ...more,
});

describe("the pay of a month in a public-welfare post", () => {
  it("is the month's pay to the fen for a full month, and not more for more days", () => {
    expect(payForMonth(worked())).toEqual({ dueFen: 100_001, days: 22, reasons: ["full"] });
    expect(payForMonth(worked({ days: days(1, 31) }))).toEqual({ dueFen: 100_001, days: 22, reasons: ["full"] });
  });

  it("is a part for a part of the month, in whole fen", () => {
    expect(payForMonth(worked({ days: days(1, 11) }))).toEqual({ dueFen: 50_001, days: 11, reasons: ["part"] });
    expect(payForMonth(worked({ days: [] }))).toEqual({ dueFen: 0, days: 0, reasons: ["no-days"] });
  });

  it("leaves out days outside the contract, until it is renewed", () => {
    const late = worked({ days: days(10, 20), contracts: [{ from: "2026-01-01", until: "2026-03-16" }] });
    expect(payForMonth(late)).toMatchObject({ days: 6, reasons: ["part", "outside-contract"] });
    expect(payForMonth({ ...late, contracts: [...late.contracts, { from: "2026-03-16", until: "2027-03-16" }] })).toMatchObject({ days: 11, reasons: ["part"] });
  });

  it("is nothing while a day of the month is not insured against accidents", () => {
    expect(payForMonth(worked({ insurances: [{ from: "2026-01-01", until: "2026-03-10" }] }))).toEqual({ dueFen: 0, days: 0, reasons: ["not-insured"] });
  });

  it("is at least the county's floor of that day: a rise within the month counts from its day", () => {
    const pay = payForMonth(worked({ monthlyFen: 88_000, floorFen: (day) => (day < "2026-03-12" ? 88_000 : 110_000) }));
    expect(pay).toEqual({ dueFen: Math.round((11 * 88_000 + 11 * 110_000) / 22), days: 22, reasons: ["full", "floor"] });
  });
});

describe("whatever was worked", () => {
  const anyMonth = fc.record({ marks: fc.uniqueArray(fc.integer({ min: 1, max: 31 })), daysPerMonth: fc.integer({ min: 1, max: 31 }), monthlyFen: fc.integer({ min: 1, max: 500_000 }), floor: fc.integer({ min: 0, max: 300_000 }), rise: fc.integer({ min: 0, max: 50_000 }), at: fc.integer({ min: 1, max: 31 }) });
  const of = ({ marks, daysPerMonth, monthlyFen, floor, rise, at }: { marks: number[]; daysPerMonth: number; monthlyFen: number; floor: number; rise: number; at: number }) =>
    worked({ days: marks.map((n) => addDays("2026-03-01", n - 1)), daysPerMonth, monthlyFen, floorFen: (day) => floor + (Number(day.slice(8)) >= at ? rise : 0) });

  it("the pay is whole fen, within half a fen of the exact share, never over a whole month's, and more days never pay less", () => {
    fc.assert(fc.property(anyMonth, (one) => {
      const month = of(one);
      const pay = payForMonth(month);
      const counted = [...month.days].sort().slice(0, month.daysPerMonth);
      // the exact share times twice the days of a month: no fraction to round
      const exact = counted.reduce((sum, day) => sum + Math.max(month.monthlyFen, month.floorFen(day)), 0);
      expect(Number.isInteger(pay.dueFen)).toBe(true);
      expect(Math.abs(pay.dueFen * month.daysPerMonth - exact) * 2).toBeLessThanOrEqual(month.daysPerMonth);
      expect(pay.dueFen).toBeLessThanOrEqual(Math.max(month.monthlyFen, one.floor + one.rise));
      const fewer = payForMonth({ ...month, days: [...month.days].sort().slice(0, -1) });
      expect(fewer.dueFen).toBeLessThanOrEqual(pay.dueFen);
    }));
  });

  it("what all sheets paid of a month adds up to what is due at last, however often days are corrected, and nobody's transfer is negative", () => {
    const history = fc.array(fc.record({ month: fc.integer({ min: 0, max: 2 }), due: fc.integer({ min: 0, max: 3_000 }) }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(history, (corrections) => {
      const due = [0, 0, 0];
      const paid = [0, 0, 0];
      const name = (n: number) => `2026-0${n + 1}`;
      const runSheet = (last: number) => {
        const owed: MonthOwed[] = due.slice(0, last + 1).map((dueFen, n) => ({ month: name(n), dueFen, beforeFen: paid[n]!, days: 1, reasons: ["part"] }));
        const lines = linesOf(owed, name(last));
        expect(lines.reduce((sum, one) => sum + one.amountFen, 0)).toBeGreaterThanOrEqual(0);
        for (const line of lines) paid[Number(line.month.slice(5)) - 1]! += line.amountFen;
      };
      corrections.forEach(({ month, due: fen }) => {
        due[month] = fen;
        runSheet(month);
      });
      // what was paid too much stands until later sheets pay more than it
      runSheet(2);
      const over = paid.reduce((sum, fen, n) => sum + Math.max(0, fen - due[n]!), 0);
      const under = paid.reduce((sum, fen, n) => sum + Math.max(0, due[n]! - fen), 0);
      expect(under).toBe(0);
      if (over === 0) expect(paid).toEqual(due);
      expect(paid.reduce((sum, fen) => sum + fen, 0) - over).toBe(due.reduce((sum, fen) => sum + fen, 0));
    }));
  });
});
