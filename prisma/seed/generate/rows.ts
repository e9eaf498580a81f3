import type { Day } from "#app/domain/dates.ts";
import type { EvidenceKind, PlacementEventKind } from "#app/domain/placement/types.ts";
import type {
  CertificateKind, Education, PlaceClass, PostScope, Role, Sex, SkillLevel, Stream, WagePeriod, WelfareKind,
} from "#app/domain/terms.ts";

/** An instant as a DATETIME(3) column takes it. */
export type SqlTime = string;
type Flag = 0 | 1;
type Json = string;

export interface SiteRow { id: string; name: string; countyCode: string }
export interface HouseholdRow { id: string; regionCode: string; resettlementSiteId: string | null; recordedAt: SqlTime }
export interface PersonRow {
  id: string; nameEnc: string; nameMasked: string; idNumberEnc: string; idNumberIndex: string; idNumberMasked: string;
  phoneEnc: string | null; phoneIndex: string | null; phoneMasked: string | null; sex: Sex; birthDate: Day; education: Education;
  homeRegionCode: string; homeCountyCode: string; householdId: string | null; labourCapacityEnc: string; canLeave: Flag;
  experienceMonths: number; madeUp: Flag; source: string; recordedAt: SqlTime; updatedAt: SqlTime;
}
export interface CategoryRow { id: string; personId: string; kindEnc: string; validFrom: Day; validTo: Day | null; source: string; recordedAt: SqlTime }
export interface WishRow {
  personId: string; seeking: Flag; minWageFen: number; needsHousing: Flag; maxDistanceKm: number | null; willInCounty: Flag; willInProvince: Flag;
  willOutOfProvince: Flag; willOverseas: Flag; availableFrom: Day; occupationCodes: Json; updatedAt: SqlTime;
}
export interface CertificateRow {
  id: string; personId: string; kind: CertificateKind; occupationCode: string; level: SkillLevel | null; issuer: string; number: string;
  issuedOn: Day; expiresOn: Day | null; verification: "UNVERIFIED" | "VERIFIED" | "REFUSED" | "REVOKED"; verifiedAt: SqlTime | null; recordedAt: SqlTime;
}
export interface MembershipRow { id: string; brandId: string; personId: string; validFrom: Day; validTo: Day | null; recordedAt: SqlTime }
export interface EmployerRow {
  id: string; name: string; creditCode: string | null; kind: "OWN_RECRUITING" | "COMMERCIAL_AGENCY" | "PUBLIC_AGENCY"; status: "PENDING" | "APPROVED" | "SUSPENDED";
  regionCode: string | null; industry: string | null; sizeLabel: string | null; phoneEnc: string | null; verifiedAt: SqlTime | null; verifiedBy: string | null;
  reverifyBy: Day | null; madeUp: Flag; source: string; sourceRef: string | null; recordedAt: SqlTime;
}
export interface WorkshopRow { id: string; name: string; townCode: string; product: string; recognisedOn: Day | null; documentNumber: string | null }
export interface ProjectRow {
  id: string; name: string; countyCode: string; kind: "FUNDED" | "PROMOTED"; labourSharePct: number; startsOn: Day; endsOn: Day; approvedOn: Day; approvalRef: string;
  hoursPerDay: number; dayRateFen: number; progressPct: number | null; progressOn: Day | null; recordedAt: SqlTime;
}
export interface FundRow { projectId: string; line: "CENTRAL_BUDGET" | "CENTRAL_BRIDGING" | "PROVINCIAL" | "LOCAL"; amountFen: number }
export interface PlaceRow { projectId: string; regionCode: string }
export interface PostRow {
  id: string; stream: Stream; employerId: string; title: string; occupationCode: string | null; description: string; regionCode: string; countyCode: string;
  scope: PostScope; address: string | null; openings: number; filled: number; wageMinFen: number | null; wageMaxFen: number | null; wagePeriod: WagePeriod;
  wageMonths: number; monthlyMinFen: number | null; monthlyMaxFen: number | null; hoursPerDay: number; daysPerWeek: number; housing: Flag; meals: Flag;
  insurance: Flag; educationMin: Education; experienceMonths: number; certOccupationCode: string | null; certLevel: SkillLevel | null;
  brandId: string | null; workshopId: string | null; workfareProjectId: string | null; status: "DRAFT" | "PUBLISHED" | "CLOSED" | "EXPIRED" | "BLOCKED";
  validFrom: Day; validUntil: Day; publishedAt: SqlTime | null; verifiedAt: SqlTime | null; verifiedBy: string | null; madeUp: Flag; source: string;
  sourceRef: string | null; sourceHash: string | null; recordedAt: SqlTime; updatedAt: SqlTime;
}
export interface TermsRow {
  postId: string; kind: WelfareKind; fundSource: string; subsidyFenPerMonth: number; termMonths: number; insurancePolicyNo: string | null;
  noticeFrom: Day; noticeUntil: Day;
}
export interface PlacementRow {
  id: string; personId: string; postId: string | null; matchId: string | null; stream: Stream; workRegionCode: string; placeClass: PlaceClass;
  homeCountyCode: string; activeKey: string | null; lastSeq: number; lastHash: string; recordedAt: SqlTime;
}
export interface EventRow {
  id: string; placementId: string; seq: number; personId: string; kind: PlacementEventKind; happenedOn: Day; recordedAt: SqlTime; saidByRole: Role;
  saidByUserId: string | null; evidence: EvidenceKind; evidenceRef: string | null; reversesId: string | null; reason: string | null; snapshot: Json; hash: string;
}

export interface Tables {
  resettlement_site: SiteRow; household: HouseholdRow; person: PersonRow; person_category: CategoryRow; wish: WishRow; certificate: CertificateRow;
  brand_membership: MembershipRow; employer: EmployerRow; workshop: WorkshopRow; workfare_project: ProjectRow; workfare_fund: FundRow; workfare_place: PlaceRow; post: PostRow; welfare_terms: TermsRow;
  placement: PlacementRow; placement_event: EventRow;
}
export type TableName = keyof Tables;

/** The tables in the order in which their foreign keys allow them to be filled. */
export const TABLE_ORDER = [
  "resettlement_site", "employer", "workshop", "workfare_project", "workfare_fund", "workfare_place", "post", "welfare_terms", "household", "person", "person_category", "wish",
  "certificate", "brand_membership", "placement", "placement_event",
] as const satisfies readonly TableName[];

/** `2026-11-23T08:00:00.000Z` as `2026-11-23 08:00:00.000`. */
export function sqlTime(iso: string): SqlTime {
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
}
