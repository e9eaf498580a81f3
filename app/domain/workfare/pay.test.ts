import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../dates.ts";
import { dayPayFen, dueOf, type PaidDay, type WorkedDay } from "./pay.ts";

const worked = (change: Partial<WorkedDay> = {}): WorkedDay => ({ rollId: "R1", personId: "P1", day: "2026-03-02", quarters: 4, rateFen: 15_050, seq: 1, ...change });
const anyWork = fc.uniqueArray(
  fc.record({ rollId: fc.constantFrom("R1", "R2"), personId: fc.constantFrom("P1", "P2", "P3"), day: fc.nat(30).map((n) => addDays("2026-03-01", n)), quarters: fc.integer({ min: 1, max: 4 }), rateFen: fc.integer({ min: 100, max: 500_000 }), seq: fc.nat(9_999) }),
  { selector: (one) => `${one.rollId}|${one.personId}|${one.day}`, maxLength: 60 },
);
/** A sum made another way than by the sheet: a whole day's figures as text, added digit by digit through BigInt. */
const recount = (days: readonly WorkedDay[]) => Number(days.reduce((sum, { rateFen, quarters }) => sum + (BigInt(rateFen) * BigInt(quarters) + 3n) / 4n, 0n));
const paidBy = (lines: ReturnType<typeof dueOf>["lines"]): PaidDay[] => lines.flatMap((line) => line.days.map(({ rollId, personId, day, payFen }) => ({ rollId, personId, day, payFen })));
const added = (a: readonly PaidDay[], b: readonly PaidDay[]): PaidDay[] => {
  const sums = new Map<string, PaidDay>();
  for (const one of [...a, ...b]) {
    const key = `${one.rollId}|${one.personId}|${one.day}`;
    sums.set(key, { ...one, payFen: one.payFen + (sums.get(key)?.payFen ?? 0) });
  }
  return [...sums.values()];
};

describe("the pay of a sheet", () => {
  it("is whole days to the fen, and a part of a day rounded up for the worker", () => {
    expect(dayPayFen(15_050, 4)).toBe(15_050);
    expect(dayPayFen(15_050, 1)).toBe(3_763);
    expect(dueOf([worked(), worked({ day: "2026-03-03", quarters: 2, seq: 2 })], [])).toMatchObject({ totalFen: 22_575, lines: [{ quarters: 6, payFen: 22_575 }] });
  });

  it("adds up to the fen, line by line and day by day, and every amount is an integer", () => {
    fc.assert(fc.property(anyWork, (days) => {
      const { lines, totalFen } = dueOf(days, []);
      expect(totalFen).toBe(recount(days));
      expect(lines.reduce((sum, line) => sum + line.payFen, 0)).toBe(totalFen);
      for (const line of lines) {
        expect(line.days.reduce((sum, one) => sum + one.payFen, 0)).toBe(line.payFen);
        expect(Number.isInteger(line.payFen) && line.payFen > 0).toBe(true);
      }
      expect(lines.flatMap((line) => line.days)).toHaveLength(days.length);
      expect(new Set(lines.map((line) => line.personId)).size).toBe(lines.length);
    }));
  });

  it("pays every day once: whatever was paid first, sheets one after the other come to the same sum, and then nothing is due", () => {
    fc.assert(fc.property(anyWork, fc.nat(60), (days, cut) => {
      const first = paidBy(dueOf(days.slice(0, cut), []).lines);
      const second = dueOf(days, first);
      const all = added(first, paidBy(second.lines));
      expect(all.reduce((sum, one) => sum + one.payFen, 0)).toBe(recount(days));
      expect(dueOf(days, all)).toMatchObject({ lines: [], totalFen: 0, overpaid: [] });
    }));
  });

  it("pays a correction upwards as a difference; one downwards, or a day taken out, is told and not taken off", () => {
    const paid: PaidDay[] = [{ rollId: "R1", personId: "P1", day: "2026-03-02", payFen: 7_525 }];
    expect(dueOf([worked()], paid)).toMatchObject({ totalFen: 7_525, lines: [{ quarters: 0, payFen: 7_525 }], overpaid: [] });
    expect(dueOf([worked({ quarters: 1 })], paid)).toMatchObject({ totalFen: 0, lines: [], overpaid: [{ payFen: 7_525, dueFen: 3_763 }] });
    expect(dueOf([], paid).overpaid).toMatchObject([{ dueFen: 0 }]);
  });

  it("never goes below nothing, however rolls are corrected after they were paid", () => {
    fc.assert(fc.property(anyWork, anyWork, (before, after) => {
      const paid = paidBy(dueOf(before, []).lines);
      const { lines, totalFen } = dueOf(after, paid);
      expect(totalFen).toBeGreaterThanOrEqual(0);
      expect(lines.every((line) => line.payFen > 0)).toBe(true);
    }));
  });
});
