import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYuan, yuanText } from "./money.ts";

describe("money as it is written", () => {
  it("reads back to the same fen, without a float in between", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
      expect(readYuan(yuanText(fen))).toBe(fen);
    }));
    expect([yuanText(5), yuanText(123_456), yuanText(-50)]).toEqual(["0.05", "1234.56", "-0.50"]);
  });

  it("is refused in any other form", () => {
    for (const text of ["", "-1", "1.234", "1e3", "abc", "１.5.0", "1,2345678901"]) expect(readYuan(text)).toBeNull();
    expect([readYuan("１５０"), readYuan("1,500.5"), readYuan(" 150.00 ")]).toEqual([15_000, 150_050, 15_000]);
  });
});
