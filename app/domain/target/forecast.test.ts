import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastYear } from "./forecast.ts";

describe("the forecast of a year", () => {
  it("carries the count on at the pace of each earlier season and spans what they give", () => {
    expect(forecastYear(90_000, [0.3, 0.45, 0.36])).toEqual({ low: 200_000, middle: 250_000, high: 300_000, years: 3 });
  });

  it("lies between two seasons where there are two", () => {
    expect(forecastYear(100, [0.5, 0.25])).toEqual({ low: 200, middle: 300, high: 400, years: 2 });
  });

  it("says nothing without a season, or in the first days of one", () => {
    expect(forecastYear(500, [])).toBeNull();
    expect(forecastYear(500, [0, 0.019])).toBeNull();
  });

  it("is never below what is counted already, and in order", () => {
    fc.assert(fc.property(fc.nat(1_000_000), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }), (counted, shares) => {
      const forecast = forecastYear(counted, shares);
      if (forecast === null) return;
      expect(forecast.low).toBeGreaterThanOrEqual(counted);
      expect(forecast.low <= forecast.middle && forecast.middle <= forecast.high).toBe(true);
    }));
  });
});
