import fc from "fast-check";
import type { CertificateFacts, PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import { EDUCATIONS, LABOUR_CAPACITIES, PERSON_CATEGORIES, SEXES, SKILL_LEVELS, STREAMS, WELFARE_KINDS } from "#app/domain/terms.ts";
import { welder, weldingPost } from "./example-facts.ts";

const OCCUPATIONS = ["6-18-02-04", "6-18-02-01", "4-10-01-06", "6-16-01-06"] as const;
const PLACES = [
  { countyCode: "141124", place: { lat: 37.95, lng: 110.99 } },
  { countyCode: "141127", place: { lat: 38.28, lng: 111.67 } },
  { countyCode: "140105", place: { lat: 37.74, lng: 112.57 } },
  { countyCode: "110105", place: { lat: 39.92, lng: 116.44 } },
  { countyCode: "JP0000", place: { lat: 35.68, lng: 139.69 } },
  { countyCode: "140222", place: null },
] as const;

const anyCertificate: fc.Arbitrary<CertificateFacts> = fc.record({
  occupationCode: fc.constantFrom(...OCCUPATIONS),
  kind: fc.constant("SKILL_LEVEL" as const),
  level: fc.option(fc.constantFrom(...SKILL_LEVELS)),
  expiresOn: fc.constantFrom(null, "2026-01-01", "2026-11-23", "2028-01-01"),
  stands: fc.boolean(),
});

/** Persons of every kind that the rules tell apart, seen on 23 November 2026; most of them are free and looking. */
export const anyPerson: fc.Arbitrary<PersonFacts> = fc.record({
  birthDate: fc.tuple(fc.integer({ min: 1948, max: 2011 }), fc.constantFrom("03-05", "11-23", "11-24")).map(([year, day]) => `${year}-${day}`),
  sex: fc.constantFrom(...SEXES),
  education: fc.constantFrom(...EDUCATIONS),
  at: fc.constantFrom(...PLACES.filter((one) => one.countyCode.startsWith("14"))),
  canLeave: fc.boolean(),
  labourCapacity: fc.constantFrom("FULL", "FULL", "FULL", ...LABOUR_CAPACITIES),
  experienceMonths: fc.integer({ min: 0, max: 240 }),
  categories: fc.subarray([...PERSON_CATEGORIES]),
  placed: fc.constantFrom(false, false, false, true),
  seeking: fc.constantFrom(true, true, true, false),
  availableFrom: fc.constantFrom("2026-01-01", "2026-11-23", "2026-12-01"),
  occupationCodes: fc.shuffledSubarray([...OCCUPATIONS]),
  minWageFen: fc.integer({ min: 0, max: 900_000 }),
  needsHousing: fc.boolean(),
  maxDistanceKm: fc.option(fc.integer({ min: 1, max: 2_000 })),
  willInProvince: fc.boolean(),
  willOutOfProvince: fc.boolean(),
  willOverseas: fc.boolean(),
  certificates: fc.array(anyCertificate, { maxLength: 3 }),
  brandIds: fc.subarray(["brand-a", "brand-b"]),
}).map(({ at, ...facts }) => ({ ...welder, ...facts, homeCountyCode: at.countyCode, homeTownCode: `${at.countyCode}100`, homeRegionCode: `${at.countyCode}100`, home: at.place }));

/** Posts of every kind that the rules tell apart; most of them are open. */
export const anyPost: fc.Arbitrary<PostFacts> = fc.record({
  stream: fc.constantFrom(...STREAMS),
  welfareKind: fc.constantFrom(...WELFARE_KINDS),
  open: fc.constantFrom(true, true, true, true, false),
  openingsLeft: fc.constantFrom(0, 1, 2, 3, 4),
  occupationCode: fc.option(fc.constantFrom(...OCCUPATIONS)),
  at: fc.constantFrom(...PLACES),
  inTown: fc.boolean(),
  pay: fc.option(fc.tuple(fc.integer({ min: 80_000, max: 900_000 }), fc.integer({ min: 0, max: 300_000 }))),
  housing: fc.boolean(),
  educationMin: fc.constantFrom("NONE", "NONE", ...EDUCATIONS),
  experienceMonths: fc.constantFrom(0, 12, 60),
  certOccupationCode: fc.option(fc.constantFrom(...OCCUPATIONS)),
  certLevel: fc.option(fc.constantFrom(...SKILL_LEVELS)),
  brandId: fc.option(fc.constantFrom("brand-a", "brand-b")),
}).map(({ at, inTown, pay, welfareKind, ...facts }) => ({
  ...weldingPost, ...facts, countyCode: at.countyCode, place: at.place, townCode: inTown ? `${at.countyCode}100` : null,
  monthlyMinFen: pay === null ? null : pay[0], monthlyMaxFen: pay === null ? null : pay[0] + pay[1], welfareKind: facts.stream === "WELFARE" ? welfareKind : null,
}));
