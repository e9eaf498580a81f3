import type { Day } from "#app/domain/dates.ts";
import type { CertificateKind, Education, PostScope, SkillLevel, Stream, WagePeriod } from "#app/domain/terms.ts";

/** What search reads of one post that is to be found; made by posts.server.ts, turned into a document by search/. */
export interface PostSource {
  id: string;
  stream: Stream;
  title: string;
  description: string;
  occupationCode: string | null;
  occupationName: string | null;
  occupationAliases: readonly string[];
  employerId: string;
  employerName: string;
  employerKind: "OWN_RECRUITING" | "COMMERCIAL_AGENCY" | "PUBLIC_AGENCY";
  employerVerified: boolean;
  regionCode: string;
  countyCode: string;
  scope: PostScope;
  /** names of province, city and county as far as known, widest first */
  places: readonly { name: string; pinyin: string }[];
  lat: number | null;
  lng: number | null;
  wageMinFen: number | null;
  wageMaxFen: number | null;
  wagePeriod: WagePeriod;
  wageMonths: number;
  hoursPerDay: number;
  daysPerWeek: number;
  monthlyMinFen: number | null;
  monthlyMaxFen: number | null;
  housing: boolean;
  meals: boolean;
  insurance: boolean;
  educationMin: Education;
  certOccupationCode: string | null;
  certLevel: SkillLevel | null;
  brandId: string | null;
  brandName: string | null;
  openings: number;
  filled: number;
  validFrom: Day;
  validUntil: Day;
  publishedAt: Date | null;
  verifiedAt: Date | null;
}

/** What search reads of one person who looks for work: no name, number, birthday, village, household, category or sex. */
export interface ProfileSource {
  id: string;
  birthYear: number;
  education: Education;
  homeCountyCode: string;
  lat: number | null;
  lng: number | null;
  occupations: readonly { code: string; name: string }[];
  minWageFen: number;
  needsHousing: boolean;
  willInCounty: boolean;
  willInProvince: boolean;
  willOutOfProvince: boolean;
  willOverseas: boolean;
  availableFrom: Day;
  /** standing and not expired */
  certificates: readonly { occupationCode: string; kind: CertificateKind; level: SkillLevel | null }[];
  brandIds: readonly string[];
}

/** Some sources, and from where to go on; `last` is null at the end. */
export interface SourcePage<T> {
  sources: T[];
  last: string | null;
}
