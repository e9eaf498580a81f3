import type { MatchingRules, PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";

/** A welder of 52 from Lin County and a welding post in Taiyuan: the pair that the tests vary. */
export const welder: PersonFacts = {
  id: "01K0000000000000000000000A", birthDate: "1974-05-01", sex: "M", education: "JUNIOR", homeCountyCode: "141124", homeTownCode: "141124100", homeRegionCode: "141124100201",
  home: { lat: 37.95, lng: 110.99 }, canLeave: true, labourCapacity: "FULL", experienceMonths: 180, categories: ["POVERTY_LIFTED"], placed: false,
  seeking: true, availableFrom: "2026-01-01", occupationCodes: ["6-18-02-04"], minWageFen: 500_000, needsHousing: true, maxDistanceKm: null,
  willInCounty: true, willInProvince: true, willOutOfProvince: true, willOverseas: false,
  certificates: [{ occupationCode: "6-18-02-04", kind: "SKILL_LEVEL", level: "INTERMEDIATE", expiresOn: "2027-06-30", stands: true }],
  brandIds: [],
};

export const weldingPost: PostFacts = {
  id: "01K000000000000000000000P1", stream: "MARKET", open: true, openingsLeft: 3, occupationCode: "6-18-02-04", countyCode: "140105", townCode: null,
  place: { lat: 37.74, lng: 112.56 }, scope: "IN_PROVINCE", monthlyMinFen: 600_000, monthlyMaxFen: 850_000, hoursPerDay: 8, housing: true,
  educationMin: "NONE", experienceMonths: 12, certOccupationCode: "6-18-02-04", certLevel: "JUNIOR", brandId: null, welfareKind: null,
};

export const exampleRules: MatchingRules = {
  asOf: "2026-11-23", workingAge: 16, hazardousWorkAge: 18, hazardousOccupationPrefixes: ["6-16-01"], welfareMaxAge: 60, rangerMinAge: 18, rangerMaxAge: 60,
  welfareCategories: ["POVERTY_LIFTED", "MONITORED_UNSTABLE", "MONITORED_MARGINAL", "MONITORED_SUDDEN", "RELOCATED"], welfarePayFloorPct: 50,
  minimumWageFen: (countyCode) => (countyCode.startsWith("14") ? 178_000 : null), nearHomeKm: 60,
};
