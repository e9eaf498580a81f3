import { describe, expect, it } from "vitest";
import { profileSearch, profileSearchSchema } from "./profile-search.ts";

const filterOf = (input: object) => String(profileSearch(profileSearchSchema.parse(input), { lat: 37.7, lng: 112.5 }).filter);

describe("an employer's search for people", () => {
  it("asks for work, place and proof of skill", () => {
    expect(filterOf({ occupation: "6-18-02-04", certificate: "6-18-02-04", level: "INTERMEDIATE", maxWage: 5000, availableBy: "2026-12-01" })).toBe(
      `wishCodes = 6-18-02-04 AND certKeys = "6-18-02-04:3" AND minWageFen <= 500000 AND availableFrom <= ${Date.UTC(2026, 11, 1)}`);
  });
  it("only people who would go to the place of work, seen from their own home", () => {
    expect(filterOf({ workCounty: "140105" })).toBe(
      "((countyCode = 140105 AND placeClasses = IN_COUNTY) OR (provinceCode = 140000 AND countyCode != 140105 AND placeClasses = IN_PROVINCE) OR (provinceCode != 140000 AND placeClasses = OUT_OF_PROVINCE))");
    expect(filterOf({ workCounty: "JP0000" })).toBe("placeClasses = OVERSEAS");
  });
  it("without housing: only those who need none", () => {
    expect(filterOf({ housingOffered: false })).toBe("needsHousing = false");
  });
  it.each([{ sex: "M" }, { ageMax: 35 }, { poverty: true }])("%o is not something that can be asked", (input) => {
    expect(filterOf(input)).toBe("");
  });
  it.each([{ occupation: "6-18' OR 1" }, { region: "14" }, { withinKm: -1 }, { page: 0 }, { level: "BEST" }, { availableBy: "2026-02-31" }])("%o is refused", (input) => {
    expect(profileSearchSchema.safeParse(input).success).toBe(false);
  });
});
