import { describe, expect, it } from "vitest";
import { differingFields, REACHES, reachColumns, reachOf, REGISTERED_FIELDS, type RegisteredFacts, registrationSchema, type StoredFacts, takeOver } from "./registration.ts";

const GOOD = {
  entryKey: "7b0b7a3e-6f0c-4d2e-9a55-0c6a1d2e3f40", enteredAt: "2026-11-25T01:02:03.000Z", name: "张三", idNumber: "11010519491231002X", phone: "13800000000",
  homeRegionCode: "141124100201", occupationCodes: ["6-18-02-04"], ownWords: "", reach: "PROVINCE", leastPay: "3000", needsHousing: "on", consents: ["SERVICE", "SMS"], consentHow: "AGENT",
};
const codes = (change: object) => registrationSchema.safeParse({ ...GOOD, ...change }).error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];

describe("a registration form", () => {
  it("reads what was sent", () => {
    expect(registrationSchema.parse(GOOD)).toMatchObject({
      name: "张三", phone: "13800000000", ownWords: null, leastPay: 3_000, needsHousing: true, consents: ["SERVICE", "SMS"], sheetNumber: null, take: [], version: null,
      idNumber: { birthDate: "1949-12-31", sex: "F" },
    });
  });

  it("takes one box ticked as a list of one, and none as an empty list", () => {
    expect(registrationSchema.parse({ ...GOOD, consents: "SERVICE", occupationCodes: undefined, ownWords: "修电机" })).toMatchObject({ consents: ["SERVICE"], occupationCodes: [] });
  });

  it("needs no telephone, no housing and no time", () => {
    expect(registrationSchema.parse({ ...GOOD, phone: " ", needsHousing: undefined, enteredAt: "" })).toMatchObject({ phone: null, needsHousing: false, enteredAt: null });
  });

  it("keeps rare characters", () => {
    expect(registrationSchema.parse({ ...GOOD, name: "𠮷㛃", ownWords: "会㛃𠮷" })).toMatchObject({ name: "𠮷㛃", ownWords: "会㛃𠮷" });
  });

  it.each([
    [{ consents: ["EMPLOYERS"] }, ["consents: their-consent-needed"]],
    [{ consents: undefined }, ["consents: their-consent-needed"]],
    [{ consentHow: undefined }, ["consentHow: consent-how-needed"]],
    [{ consentHow: "SELF" }, ["consentHow: consent-how-needed"]],
    [{ consentHow: "PAPER", sheetNumber: " " }, ["sheetNumber: sheet-needed"]],
    [{ consentHow: "PAPER", sheetNumber: "9".repeat(41) }, ["sheetNumber: too-long"]],
    [{ occupationCodes: [], ownWords: "" }, ["occupationCodes: occupation-needed"]],
    [{ occupationCodes: ["1-01-01-01", "1-01-01-02", "1-01-01-03", "1-01-01-04"] }, ["occupationCodes: three-at-most"]],
    [{ occupationCodes: ["'; DROP TABLE person;--"] }, ["occupationCodes.0: occupation-unknown"]],
    [{ homeRegionCode: "141124" }, ["homeRegionCode: village-needed"]],
    [{ homeRegionCode: undefined }, ["homeRegionCode: village-needed"]],
    [{ reach: "MOON" }, ["reach: reach-needed"]],
    [{ leastPay: "-1" }, ["leastPay: number-needed"]],
    [{ leastPay: "much" }, ["leastPay: number-needed"]],
    [{ phone: "1380000000" }, ["phone: mobile-form"]],
    [{ ownWords: "长".repeat(61) }, ["ownWords: too-long"]],
    [{ name: "<script>alert(1)</script>" }, ["name: person-name-wrong"]],
    [{ name: "张三😀" }, ["name: person-name-wrong"]],
    [{ idNumber: "110105194912310021" }, ["idNumber: id-checksum"]],
    [{ entryKey: "1" }, ["entryKey: invalid"]],
    [{ take: ["nameEnc"] }, ["take.0: invalid"]],
  ])("refuses %j", (change, expected) => {
    expect(codes(change)).toEqual(expected);
  });
});

const typed: RegisteredFacts = { name: "张三", phone: "13800000000", homeRegionCode: "141124100201", occupationCodes: ["6-18-02-04"], reach: "PROVINCE", minWageFen: 300_000, needsHousing: true };
const { name, phone, homeRegionCode, ...wish } = typed;
const same: StoredFacts = { name, phone, homeRegionCode, wish };

describe("what was typed of somebody who is known", () => {
  it("differs in nothing when all is the same, the trades in any order", () => {
    expect(differingFields(same, typed)).toEqual([]);
    expect(differingFields({ ...same, wish: { ...wish, occupationCodes: ["a", "b"] } }, { ...typed, occupationCodes: ["b", "a"] })).toEqual([]);
  });

  it("differs field by field, in the order of the form", () => {
    const other: StoredFacts = { name: "张山", phone: "13900000000", homeRegionCode: "141124100202", wish: { occupationCodes: [], reach: "HOME", minWageFen: 0, needsHousing: false } };
    expect(differingFields(other, typed)).toEqual([...REGISTERED_FIELDS]);
    for (const field of REGISTERED_FIELDS) {
      const left = differingFields({ ...takeOver(other, typed, [field]), wish: takeOver(other, typed, [field]) }, typed);
      expect(left).toEqual(REGISTERED_FIELDS.filter((one) => one !== field));
    }
  });

  it("says nothing by what was left out", () => {
    expect(differingFields(same, { ...typed, phone: null, occupationCodes: [] })).toEqual([]);
    expect(takeOver(same, { ...typed, phone: null, occupationCodes: [] }, ["phone", "occupationCodes"])).toEqual(typed);
  });

  it("is a difference where a telephone or a wish was not known", () => {
    expect(differingFields({ ...same, phone: null, wish: null }, typed)).toEqual(["phone", "occupationCodes", "reach", "leastPay", "needsHousing"]);
  });

  it("changes nothing unless it is taken over, but for a wish that nobody had said", () => {
    expect(takeOver({ ...same, name: "张山" }, typed, [])).toEqual({ ...typed, name: "张山" });
    expect(takeOver({ ...same, wish: null }, typed, [])).toEqual(typed);
  });
});

describe("how far somebody would go", () => {
  it.each(REACHES)("%s reads back as it was stored", (reach) => {
    expect(reachOf(reachColumns(reach))).toBe(reach);
  });

  it("includes every nearer place, and keeps near home who cannot leave", () => {
    expect(reachColumns("ABROAD")).toEqual({ canLeave: true, willInCounty: true, willInProvince: true, willOutOfProvince: true, willOverseas: true });
    expect(reachColumns("COUNTY")).toEqual({ canLeave: true, willInCounty: true, willInProvince: false, willOutOfProvince: false, willOverseas: false });
    expect(reachOf({ canLeave: false, willInProvince: true, willOutOfProvince: true, willOverseas: true })).toBe("HOME");
  });
});
