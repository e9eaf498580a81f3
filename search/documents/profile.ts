import type { ProfileSource } from "#app/data/search-sources/rows.ts";
import { toDate } from "#app/domain/dates.ts";
import type { CertificateKind, Education, PlaceClass, SkillLevel } from "#app/domain/terms.ts";
import { soundsOfNames } from "./han.ts";
import { placeCodes } from "./place.ts";
import { educationRank, skillRank } from "./post.ts";

/**
 * One person who looks for work, as the index holds it: nothing by which a stranger could tell who it is or
 * learn of poverty, health or family. Contact and name stay in the database behind consent.
 */
export interface ProfileDocument {
  id: string;
  /** first year of the five in which the person was born: 1980 for 1980 to 1984 */
  bornFrom: number;
  provinceCode: string;
  cityCode: string | null;
  countyCode: string | null;
  _geo: { lat: number; lng: number } | null;
  education: Education;
  educationRank: number;
  certificates: { occupationCode: string; kind: CertificateKind; level: SkillLevel | null }[];
  /** occupation, and occupation:rank for each level that is reached, so that one look-up answers "at least" */
  certKeys: string[];
  brandIds: string[];
  wishCodes: string[];
  wish: string[];
  wishPinyin: string[];
  wishInitials: string[];
  minWageFen: number;
  placeClasses: PlaceClass[];
  needsHousing: boolean;
  availableFrom: number;
}

/** The whole of what may be in the index of persons; a test holds the document to it. */
export const PROFILE_KEYS = [
  "id", "bornFrom", "provinceCode", "cityCode", "countyCode", "_geo", "education", "educationRank", "certificates", "certKeys", "brandIds",
  "wishCodes", "wish", "wishPinyin", "wishInitials", "minWageFen", "placeClasses", "needsHousing", "availableFrom",
] as const satisfies readonly (keyof ProfileDocument)[];

const COHORT_YEARS = 5;

/** Turns one profile into what the index holds of it, field by named field. */
export function profileDocument(profile: ProfileSource): ProfileDocument {
  const wish = [...new Set(profile.occupations.map(({ name }) => name).filter((word) => word !== ""))];
  const keys = soundsOfNames(wish);
  const { provinceCode, cityCode, countyCode } = placeCodes(profile.homeCountyCode, profile.homeCountyCode);
  return {
    id: profile.id,
    bornFrom: Math.floor(profile.birthYear / COHORT_YEARS) * COHORT_YEARS,
    provinceCode,
    cityCode,
    countyCode,
    _geo: profile.lat === null || profile.lng === null ? null : { lat: profile.lat, lng: profile.lng },
    education: profile.education,
    educationRank: educationRank(profile.education),
    certificates: profile.certificates.map(({ occupationCode, kind, level }) => ({ occupationCode, kind, level })),
    certKeys: [...new Set(profile.certificates.flatMap(certificateKeys))].sort(),
    brandIds: [...profile.brandIds],
    wishCodes: profile.occupations.map(({ code }) => code),
    wish,
    wishPinyin: keys.pinyin,
    wishInitials: keys.initials,
    minWageFen: profile.minWageFen,
    placeClasses: placeClassesOf(profile),
    needsHousing: profile.needsHousing,
    availableFrom: toDate(profile.availableFrom).getTime(),
  };
}

/** 6-18-02-04 with level SENIOR gives itself, :1, :2, :3 and :4. */
function certificateKeys(certificate: ProfileSource["certificates"][number]): string[] {
  const reached = Array.from({ length: skillRank(certificate.level) }, (_, at) => `${certificate.occupationCode}:${at + 1}`);
  return [certificate.occupationCode, ...reached];
}

function placeClassesOf(profile: ProfileSource): PlaceClass[] {
  const will: Record<PlaceClass, boolean> = {
    IN_COUNTY: profile.willInCounty,
    IN_PROVINCE: profile.willInProvince,
    OUT_OF_PROVINCE: profile.willOutOfProvince,
    OVERSEAS: profile.willOverseas,
  };
  return (Object.keys(will) as PlaceClass[]).filter((placeClass) => will[placeClass]);
}
