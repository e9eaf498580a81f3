import type { Day } from "../dates.ts";
import type {
  CertificateKind, Education, LabourCapacity, PersonCategoryKind, PostScope, Sex, SkillLevel, Stream, WelfareKind,
} from "../terms.ts";

export interface Point {
  lat: number;
  lng: number;
}

export interface CertificateFacts {
  occupationCode: string;
  kind: CertificateKind;
  level: SkillLevel | null;
  expiresOn: Day | null;
  /** false once refused or revoked */
  stands: boolean;
}

/** What matching may know of a person. Sex is here for the legal retirement age only; no score reads it. */
export interface PersonFacts {
  id: string;
  birthDate: Day;
  sex: Sex;
  education: Education;
  homeCountyCode: string;
  homeTownCode: string;
  /** the township or village itself: who may act for the person hangs on it, no score reads it */
  homeRegionCode: string;
  home: Point | null;
  canLeave: boolean;
  labourCapacity: LabourCapacity;
  experienceMonths: number;
  categories: readonly PersonCategoryKind[];
  placed: boolean;
  seeking: boolean;
  availableFrom: Day;
  /** most wanted first, at most three are read */
  occupationCodes: readonly string[];
  /** least acceptable pay, fen per month; 0 when not stated */
  minWageFen: number;
  needsHousing: boolean;
  maxDistanceKm: number | null;
  willInCounty: boolean;
  willInProvince: boolean;
  willOutOfProvince: boolean;
  willOverseas: boolean;
  certificates: readonly CertificateFacts[];
  brandIds: readonly string[];
}

export interface PostFacts {
  id: string;
  stream: Stream;
  open: boolean;
  openingsLeft: number;
  occupationCode: string | null;
  countyCode: string;
  townCode: string | null;
  place: Point | null;
  scope: PostScope;
  /** comparable pay, fen per month; null: negotiable */
  monthlyMinFen: number | null;
  monthlyMaxFen: number | null;
  hoursPerDay: number;
  housing: boolean;
  educationMin: Education;
  experienceMonths: number;
  certOccupationCode: string | null;
  certLevel: SkillLevel | null;
  brandId: string | null;
  welfareKind: WelfareKind | null;
}

/** The dated numbers matching reads, taken from the policy rows in force on `asOf`. */
export interface MatchingRules {
  asOf: Day;
  /** from this age on a person may work */
  workingAge: number;
  /** from this age on in work that is closed to minors */
  hazardousWorkAge: number;
  hazardousOccupationPrefixes: readonly string[];
  /** full years; a welfare post is open up to and including this age */
  welfareMaxAge: number;
  rangerMinAge: number;
  rangerMaxAge: number;
  welfareCategories: readonly PersonCategoryKind[];
  /** share of the minimum wage that a welfare post must pay, percent */
  welfarePayFloorPct: number;
  /** fen per month for a county; null where none is known */
  minimumWageFen(countyCode: string): number | null;
  /** how far someone who can't leave may be sent, km */
  nearHomeKm: number;
}

/** One stated fact for or against a pair; its sentence stands in the catalogues under `reasons.<code>`. */
export interface Reason {
  code: ReasonCode;
  params?: Record<string, string | number>;
}

export const REASON_CODES = [
  "stream-eligible", "occupation-exact", "occupation-related", "certificate-held", "certificate-level-above", "distance-km",
  "same-township", "same-county", "wage-meets-wish", "wage-negotiable", "housing-offered", "brand-member", "monitored-first",
  "cannot-leave-near-home", "experience", "education-fits", "welfare-last-resort",
] as const;
export const REFUSAL_CODES = [
  "not-seeking", "not-yet-available", "already-placed", "post-closed", "no-opening-left", "occupation-unrelated",
  "stream-not-eligible", "market-job-available", "age-below", "age-above-legal", "labour-capacity", "education-low",
  "certificate-missing", "certificate-level-low", "certificate-expired", "wage-below-floor", "wage-below-wish", "too-far",
  "not-willing-place", "housing-missing",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number] | (typeof REFUSAL_CODES)[number];
