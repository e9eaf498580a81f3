import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditCodeCheckCharacter, makeCreditCode, parseCreditCode } from "./credit-code.ts";

describe("unified social credit code, GB 32100-2015", () => {
  it("reads the standard's own example", () => {
    expect(parseCreditCode("91350100M000100Y43")).toEqual({
      ok: true, code: "91350100M000100Y43", regionCode: "350100", organisationCode: "M000100Y4",
    });
  });

  it("refuses the widely copied sample that forgets to subtract from 31", () => {
    expect(parseCreditCode("91350100M000100Y4W")).toEqual({ ok: false, fault: "checksum" });
  });

  it("reads lower case, full width and blanks", () => {
    expect(parseCreditCode("９１３５０１００ m000100y43")).toMatchObject({ ok: true, code: "91350100M000100Y43" });
  });

  it.each([
    ["", "empty"],
    ["9.135E+17", "excel-damaged"],
    ["91350100M000100Y4", "length"],
    ["91350100I000100Y43", "characters"],
    ["9135010OM000100Y43", "characters"],
    ["91350100M000100Y44", "checksum"],
  ] as const)("says why %j is refused: %s", (text, fault) => {
    expect(parseCreditCode(text)).toEqual({ ok: false, fault });
  });

  it("makes codes that read back and differ", () => {
    const codes = new Set<string>();
    for (let seq = 0; seq < 500; seq += 1) {
      const code = makeCreditCode("999999", seq);
      expect(parseCreditCode(code)).toMatchObject({ ok: true, regionCode: "999999" });
      codes.add(code);
    }
    expect(codes.size).toBe(500);
  });

  it("finds any single wrong digit", () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.integer({ min: 2, max: 16 }), fc.integer({ min: 1, max: 9 }), (seq, at, by) => {
        const code = makeCreditCode("140105", seq);
        fc.pre(/\d/.test(code[at]!));
        const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);
        expect(parseCreditCode(wrong)).toMatchObject({ ok: false, fault: "checksum" });
      }),
    );
  });

  it("refuses to make what cannot be", () => {
    expect(() => makeCreditCode("14010", 1)).toThrow(RangeError);
    expect(() => makeCreditCode("140105", -1)).toThrow(RangeError);
    expect(() => creditCodeCheckCharacter("I".repeat(17))).toThrow();
  });
});
