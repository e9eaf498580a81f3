import type { RowDataPacket } from "mysql2";
import { agesOf, complaintsPerHundred, type MemberFacts, type MemberPlacement, type PaidPost, type PayPremium, premiumsOf, retentionOf, type ShareOf, supplyOf, type SupplyYear } from "#app/domain/brand/health.ts";
import { termHolds } from "#app/domain/brand/membership.ts";
import { addMonths, type Day, yearOf } from "#app/domain/dates.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import type { PlaceClass, Sex } from "#app/domain/terms.ts";
import type { Querier } from "#app/platform/database.server.ts";
import { loadRuleBook } from "../training/classes.server.ts";
import type { HeldBrand } from "./brands.server.ts";
import { COUNTING_MEMBERSHIP } from "./members.server.ts";

export interface BrandHealth {
  asOf: Day;
  days: number;
  fewest: number;
  retention: ShareOf;
  premiums: PayPremium[];
  complaints: { reports: number; flags: number; placements: number; perHundred: number | null };
  ages: ReturnType<typeof agesOf>;
  supply: SupplyYear[];
  trend: { admittedLastThreeYears: number; renewed: ShareOf };
  balance: { openPlaces: number; freeMembers: number; members: number };
}

/** First arrival and last end of a placement, from the events that stand; `a` is the placement. */
const LASTED = `(SELECT MIN(e.happenedOn) FROM placement_event e WHERE e.placementId = a.id AND e.kind = 'ON_THE_JOB' AND NOT EXISTS (SELECT 1 FROM placement_event r WHERE r.reversesId = e.id)) AS arrivedOn,
       (SELECT MAX(z.happenedOn) FROM placement_event z WHERE z.placementId = a.id AND z.kind = 'ENDED' AND NOT EXISTS (SELECT 1 FROM placement_event r WHERE r.reversesId = z.id)) AS endedOn`;
/** What was paid by the newest report, else what the post offers at least, fen a month. */
const PAY = "COALESCE((SELECT y.monthlyFen FROM pay_report y WHERE y.placementId = a.id ORDER BY y.month DESC LIMIT 1), p.monthlyMinFen, p.monthlyMaxFen)";

interface PlacementRow extends MemberPlacement {
  personId: string;
  placeClass: PlaceClass;
  occupationCode: string | null;
  fen: number | null;
}

const toPlacement = (row: RowDataPacket): PlacementRow => ({
  arrivedOn: row.arrivedOn as Day, endedOn: row.endedOn as Day | null, personId: row.personId as string, placeClass: row.placeClass as PlaceClass, occupationCode: row.occupationCode as string | null, fen: row.fen as number | null,
});

/** A brand's health on a day, every figure counted from the ledger, the memberships and the posts as they stand. */
export async function readBrandHealth(querier: Querier, brand: HeldBrand, asOf: Day): Promise<BrandHealth> {
  const rules = await loadRuleBook(querier);
  const at = { regionCode: brand.regions[0]?.regionCode ?? SHANXI, asOf };
  const [days, fewest] = [rules.number("brand.health.days", at) ?? 180, rules.number("brand.health.fewest", at) ?? 5];
  const memberships = await membershipsOf(querier, brand.id);
  const [placements, plain, complaints, trend, balance] = await Promise.all([
    placementsOfMembers(querier, brand.id), plainPay(querier, brand, asOf), complaintsOf(querier, brand.id), trendOf(querier, brand.id, asOf), balanceOf(querier, brand.id, asOf),
  ]);
  const termsOf = new Map<string, MemberFacts[]>();
  for (const one of memberships) termsOf.set(one.personId, [...(termsOf.get(one.personId) ?? []), one]);
  const asMember = placements.filter((one) => one.arrivedOn <= asOf && termsOf.get(one.personId)?.some((term) => termHolds(term, one.arrivedOn)));
  return {
    asOf, days, fewest, retention: retentionOf(asMember, days, asOf), premiums: premiumsOf(asMember.flatMap((one) => toPay(one, brand, asOf)), plain, fewest),
    complaints: { ...complaints, perHundred: complaintsPerHundred(complaints.reports + complaints.flags, complaints.placements) },
    ages: agesOf(memberships, asOf), supply: supplyOf(memberships, trend, asOf), trend, balance,
  };
}

async function membershipsOf(querier: Querier, brandId: string): Promise<MemberFacts[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    "SELECT c.personId, c.validFrom, c.validTo, c.suspendedOn, p.birthDate, p.sex FROM brand_membership c JOIN person p ON p.id = c.personId WHERE c.brandId = ? AND p.deletedAt IS NULL ORDER BY c.personId, c.validFrom", [brandId]);
  return rows.map((row) => ({ personId: row.personId as string, validFrom: row.validFrom as Day, validTo: row.validTo as Day | null, suspendedOn: row.suspendedOn as Day | null, birthDate: row.birthDate as Day, sex: row.sex as Sex }));
}

async function placementsOfMembers(querier: Querier, brandId: string): Promise<PlacementRow[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT a.personId, a.placeClass, p.occupationCode, ${PAY} AS fen, ${LASTED}
       FROM (SELECT DISTINCT personId FROM brand_membership WHERE brandId = ?) m JOIN placement a ON a.personId = m.personId LEFT JOIN post p ON p.id = a.postId`, [brandId]);
  return rows.filter((row) => row.arrivedOn !== null).map(toPlacement);
}

/** Pay of those who took work of the brand's trades this year or last, on posts of no brand, and never belonged to this one. */
async function plainPay(querier: Querier, brand: HeldBrand, asOf: Day): Promise<PaidPost[]> {
  if (brand.occupationCodes.length === 0) return [];
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT a.personId, a.placeClass, p.occupationCode, ${PAY} AS fen, ${LASTED}
       FROM post p JOIN placement a ON a.postId = p.id
      WHERE p.occupationCode IN (?) AND p.brandId IS NULL AND NOT EXISTS (SELECT 1 FROM brand_membership c WHERE c.brandId = ? AND c.personId = a.personId)`, [brand.occupationCodes, brand.id]);
  return rows.filter((row) => row.arrivedOn !== null && row.arrivedOn <= asOf).flatMap((row) => toPay(toPlacement(row), brand, asOf));
}

function toPay({ arrivedOn, placeClass, occupationCode, fen }: PlacementRow, brand: HeldBrand, asOf: Day): PaidPost[] {
  const year = yearOf(arrivedOn);
  return fen === null || occupationCode === null || !brand.occupationCodes.includes(occupationCode) || year < yearOf(asOf) - 1 ? [] : [{ year, placeClass, occupationCode, fen }];
}

async function complaintsOf(querier: Querier, brandId: string): Promise<{ reports: number; flags: number; placements: number }> {
  const [[row]] = await querier.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM post_report r JOIN post p ON p.id = r.postId WHERE p.brandId = ? AND r.status <> 'DISMISSED') AS reports,
            (SELECT COUNT(*) FROM post_flag f JOIN post p ON p.id = f.postId WHERE p.brandId = ?) AS flags,
            (SELECT COUNT(*) FROM placement a JOIN post p ON p.id = a.postId WHERE p.brandId = ? AND EXISTS (
               SELECT 1 FROM placement_event e WHERE e.placementId = a.id AND e.kind = 'ON_THE_JOB' AND NOT EXISTS (SELECT 1 FROM placement_event x WHERE x.reversesId = e.id))) AS placements`, [brandId, brandId, brandId]);
  return { reports: Number(row?.reports ?? 0), flags: Number(row?.flags ?? 0), placements: Number(row?.placements ?? 0) };
}

async function trendOf(querier: Querier, brandId: string, asOf: Day): Promise<BrandHealth["trend"]> {
  const from = addMonths(asOf, -36);
  const [[row]] = await querier.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM brand_membership WHERE brandId = ? AND validFrom > ? AND validFrom <= ?) AS admitted,
            (SELECT COUNT(*) FROM brand_member_event e JOIN brand_membership c ON c.id = e.membershipId WHERE c.brandId = ? AND e.kind = 'RENEWED' AND e.happenedOn > ? AND e.happenedOn <= ?) AS renewed,
            (SELECT COUNT(*) FROM brand_membership WHERE brandId = ? AND validTo > ? AND validTo <= ?) AS ended`, [brandId, from, asOf, brandId, from, asOf, brandId, from, asOf]);
  const renewed = Number(row?.renewed ?? 0);
  return { admittedLastThreeYears: Number(row?.admitted ?? 0), renewed: { part: renewed, whole: renewed + Number(row?.ended ?? 0) } };
}

async function balanceOf(querier: Querier, brandId: string, asOf: Day): Promise<BrandHealth["balance"]> {
  const counting = `c.brandId = ? AND ${COUNTING_MEMBERSHIP}`;
  const [[row]] = await querier.query<RowDataPacket[]>(
    `SELECT (SELECT COALESCE(SUM(p.openings - p.filled), 0) FROM post p WHERE p.brandId = ? AND p.status = 'PUBLISHED' AND p.validFrom <= ? AND p.validUntil > ?) AS openPlaces,
            (SELECT COUNT(DISTINCT c.personId) FROM brand_membership c JOIN wish w ON w.personId = c.personId AND w.seeking = TRUE
              WHERE ${counting} AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = c.personId)) AS freeMembers,
            (SELECT COUNT(DISTINCT c.personId) FROM brand_membership c WHERE ${counting}) AS members`, [brandId, asOf, asOf, brandId, asOf, asOf, brandId, asOf, asOf]);
  return { openPlaces: Number(row?.openPlaces ?? 0), freeMembers: Number(row?.freeMembers ?? 0), members: Number(row?.members ?? 0) };
}
