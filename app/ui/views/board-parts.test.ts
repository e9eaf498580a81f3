import { describe, expect, it } from "vitest";
import type { BoardCounty } from "#app/data/read-models/board.server.ts";
import { sortCounties } from "./board-parts.tsx";

const county = (code: string, goal: number, counted: number): BoardCounty => ({
  code, name: { zh: code, en: code }, cityCode: "141100", cityName: { zh: "", en: "" }, povertyLifted: null, deepPoverty: false, countyClass: null, goal, counted, lastYearSameDay: 0,
});

describe("the county table", () => {
  const counties = [county("a", 100, 50), county("b", 10, 20), county("c", 0, 5), county("d", 100, 50)];
  const order = (...ask: Parameters<typeof sortCounties> extends [unknown, ...infer Rest] ? Rest : never) => sortCounties(counties, ...ask).map((one) => one.code).join("");

  it("puts counties without a goal last when sorted by what was reached", () => {
    expect(order("share", true)).toBe("badc");
  });

  it("keeps equals in the order of their codes in both directions", () => {
    expect(order("goal", true)).toBe("adbc");
    expect(order("goal", false)).toBe("cbad");
  });
});
