import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MADE_UP_ID_REGION, makeResidentId, parseResidentId, residentIdCheckCharacter } from "./resident-id.ts";

describe("resident ID, GB 11643-1999", () => {
  it("reads the standard's own example", () => {
    expect(parseResidentId("11010519491231002X")).toEqual({
      ok: true, id: "11010519491231002X", regionCode: "110105", birthDate: "1949-12-31", sex: "F",
    });
  });

  it("reads it in lower case, full width, with blanks and behind a spreadsheet's apostrophe", () => {
    for (const text of ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", " 110105 19491231 002X ", "'11010519491231002X"]) {
      expect(parseResidentId(text)).toMatchObject({ ok: true, id: "11010519491231002X" });
    }
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["1.4E+17", "excel-damaged"],
    ["1.40105199001011E+17", "excel-damaged"],
    ["1.40105e17", "excel-damaged"],
    ["110105194912310000", "excel-rounded"],
    ["110105491231002", "fifteen-digits"],
    ["1101051949123100", "length"],
    ["11010519491231002XX", "characters"],
    ["1101051949123100AX", "characters"],
    ["X10105194912310021", "characters"],
    ["110105194902300027", "birth-date"],
    ["110105194913310027", "birth-date"],
    ["110105000012310027", "birth-date"],
    ["110105194912310021", "checksum"],
  ] as const)("says why %j is refused: %s", (text, fault) => {
    expect(parseResidentId(text)).toEqual({ ok: false, fault });
  });

  it("knows that 29 February exists in leap years only", () => {
    const leap = makeResidentId(MADE_UP_ID_REGION, "2000-02-29", 1, "F");
    expect(parseResidentId(leap).ok).toBe(true);
    expect(() => makeResidentId(MADE_UP_ID_REGION, "1900-02-29", 1, "F")).toThrow(RangeError);
  });

  it("finds any single wrong digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 499 }), fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (seq, at, by) => {
        const id = makeResidentId(MADE_UP_ID_REGION, "1985-06-15", seq, "M");
        const wrong = id.slice(0, at) + String((Number(id[at]) + by) % 10) + id.slice(at + 1);
        expect(parseResidentId(wrong).ok).toBe(false);
      }),
    );
  });

  it("makes numbers that read back as they were asked for, none twice", () => {
    const seen = new Set<string>();
    for (let seq = 0; seq < 500; seq += 1) {
      for (const sex of ["F", "M"] as const) {
        const id = makeResidentId(MADE_UP_ID_REGION, "1990-01-31", seq, sex);
        expect(parseResidentId(id)).toMatchObject({ ok: true, regionCode: "999999", birthDate: "1990-01-31", sex });
        seen.add(id);
      }
    }
    expect(seen.size).toBe(1000);
  });

  it("refuses to make what cannot be", () => {
    expect(() => makeResidentId("99", "1990-01-31", 0, "F")).toThrow(RangeError);
    expect(() => makeResidentId(MADE_UP_ID_REGION, "1990-01-31", 500, "F")).toThrow(RangeError);
    expect(() => residentIdCheckCharacter("1234")).toThrow();
  });
});
