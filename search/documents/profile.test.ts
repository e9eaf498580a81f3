import { describe, expect, expectTypeOf, it } from "vitest";
import type { ProfileSource } from "#app/data/search-sources/rows.ts";
import { PROFILE_KEYS, type ProfileDocument, profileDocument } from "./profile.ts";

const source: ProfileSource = {
  id: "01K0000000000000000000000A", birthYear: 1984, education: "JUNIOR", homeCountyCode: "141124", lat: 37.95, lng: 110.99,
  occupations: [{ code: "6-18-02-04", name: "焊工" }, { code: "9-99-99-99", name: "" }], minWageFen: 450_000, needsHousing: true,
  willInCounty: true, willInProvince: false, willOutOfProvince: true, willOverseas: false, availableFrom: "2026-12-01",
  certificates: [
    { occupationCode: "6-18-02-04", kind: "SKILL_LEVEL", level: "INTERMEDIATE" }, { occupationCode: "4-10-01-05", kind: "TRAINING", level: null },
  ],
  brandIds: ["01K00000000000000000000BR1"],
};

describe("the document of a person", () => {
  it("holds the allowed fields and no other", () => {
    expect(Object.keys(profileDocument(source)).sort()).toEqual([...PROFILE_KEYS].sort());
    expectTypeOf<keyof ProfileDocument>().toEqualTypeOf<(typeof PROFILE_KEYS)[number]>();
  });
  it("has no field for who the person is, what they are called, or how they fare", () => {
    const forbidden = /name|phone|idNumber|birthDate|village|town|household|categor|poverty|monitor|disab|sex|health|capacity|canLeave/i;
    expect(PROFILE_KEYS.filter((key) => forbidden.test(key))).toEqual([]);
  });
  it("lets nothing through that a wider row may carry", () => {
    const wider = { ...source, name: "张三", idNumber: "140105198401011234", phone: "13812345678", homeRegionCode: "141124100001", categories: ["POVERTY_LIFTED"] };
    expect(profileDocument(wider)).toEqual(profileDocument(source));
  });
  it("tells age in steps of five years of birth", () => {
    expect([1979, 1980, 1984, 1985].map((birthYear) => profileDocument({ ...source, birthYear }).bornFrom)).toEqual([1975, 1980, 1980, 1985]);
  });
  it("answers 'at least this level' by equality", () => {
    expect(profileDocument(source).certKeys).toEqual(["4-10-01-05", "6-18-02-04", "6-18-02-04:1", "6-18-02-04:2", "6-18-02-04:3"]);
  });
  it("names the place classes the person would go to", () => {
    expect(profileDocument(source).placeClasses).toEqual(["IN_COUNTY", "OUT_OF_PROVINCE"]);
  });
});
