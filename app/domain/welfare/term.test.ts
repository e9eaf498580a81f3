import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "../dates.ts";
import { dueMark, type Ending, latestEnd, levelEnds } from "./term.ts";

const rules = { totalMonths: 36, nearRetirementYears: 5 };

describe("how long somebody may stay", () => {
  it("is three years, or until retirement for who was within five years of it on the first day", () => {
    expect(latestEnd({ sex: "M", birthDate: "1985-05-01", firstFrom: "2026-01-01" }, rules)).toBe("2029-01-01");
    const near = latestEnd({ sex: "M", birthDate: "1968-05-01", firstFrom: "2026-01-01" }, rules);
    expect(near > "2029-01-01").toBe(true);
    expect(latestEnd({ sex: "F", birthDate: "1960-05-01", firstFrom: "2026-01-01" }, rules)).toBe("2029-01-01");
  });
});

describe("a way on", () => {
  it("is proposed once for each mark, the nearest only", () => {
    const marks = [180, 90, 30];
    const until = "2026-12-31";
    expect(dueMark(until, addDays(until, -181), marks, [])).toBeNull();
    expect(dueMark(until, addDays(until, -180), marks, [])).toBe(180);
    expect(dueMark(until, addDays(until, -100), marks, [180])).toBeNull();
    expect(dueMark(until, addDays(until, -20), marks, [180])).toBe(30);
  });
});

describe("ends that fall together", () => {
  const monthOf = (day: string) => addDays(day, -1).slice(0, 7);
  const ending = fc.record({ village: fc.constantFrom("a", "b"), inMonths: fc.integer({ min: 1, max: 4 }), room: fc.integer({ min: 0, max: 12 }) });

  it("are put off within everybody's limit, never brought forward, and no month that had room is filled over the most", () => {
    fc.assert(fc.property(fc.array(ending, { maxLength: 24 }), fc.integer({ min: 1, max: 3 }), (drawn, most) => {
      const ends: Ending[] = drawn.map((one, n) => {
        const until = addMonths("2026-06-15", one.inMonths);
        return { id: String(n).padStart(3, "0"), village: one.village, until, latest: addMonths(until, one.room) };
      });
      const moved = levelEnds(ends, most, "2026-06-01");
      const after = ends.map((one) => ({ ...one, until: moved.find((move) => move.id === one.id)?.to ?? one.until }));
      const count = (list: Ending[], village: string, month: string) => list.filter((one) => one.village === village && monthOf(one.until) === month).length;
      for (const move of moved) {
        expect(move.to > move.until && move.to <= move.latest).toBe(true);
        expect(count(after, move.village, monthOf(move.to))).toBeLessThanOrEqual(most);
      }
      for (const village of ["a", "b"]) for (const month of new Set(ends.map((one) => monthOf(one.until)))) expect(count(after, village, month)).toBeLessThanOrEqual(Math.max(most, count(ends, village, month)));
    }));
  });

  it("are level where everybody has room", () => {
    const ends = Array.from({ length: 9 }, (_, n) => ({ id: String(n), village: "a", until: "2026-07-15", latest: "2028-07-15" }));
    const moved = levelEnds(ends, 2, "2026-06-01");
    const months = new Map<string, number>();
    for (const one of ends) {
      const month = monthOf(moved.find((move) => move.id === one.id)?.to ?? one.until);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
    expect(Math.max(...months.values())).toBe(2);
  });
});
