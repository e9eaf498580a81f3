import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { EmployerKind } from "#app/domain/employer/kind.ts";
import type { Education, PostScope, SkillLevel, Stream, WagePeriod } from "#app/domain/terms.ts";
import type { Pool } from "#app/platform/database.server.ts";
import { brandNames, type Name, occupationNames, regionPaths } from "./names.server.ts";

/** What every list shows of a post. */
export interface PostCardView {
  id: string;
  title: string;
  stream: Stream;
  status: string;
  scope: PostScope;
  employerId: string;
  employerName: string;
  employerKind: EmployerKind;
  employerApproved: boolean;
  occupationCode: string | null;
  occupation: Name | null;
  regionCode: string;
  countyCode: string;
  region: Name;
  openings: number;
  filled: number;
  wageMinFen: number | null;
  wageMaxFen: number | null;
  wagePeriod: WagePeriod;
  wageMonths: number;
  monthlyMinFen: number | null;
  monthlyMaxFen: number | null;
  hoursPerDay: number;
  daysPerWeek: number;
  housing: boolean;
  meals: boolean;
  insurance: boolean;
  educationMin: Education;
  experienceMonths: number;
  certOccupation: Name | null;
  certLevel: SkillLevel | null;
  /** the brand it is a post of, while that brand is active */
  brand: Name | null;
  brandId: string | null;
  validFrom: Day;
  validUntil: Day;
  publishedAt: Date | null;
  verifiedAt: Date | null;
  madeUp: boolean;
  source: string;
}

/** Post cards by id; ids that don't exist are left out. */
export async function loadPostCards(pool: Pool, ids: readonly string[]): Promise<Map<string, PostCardView>> {
  if (ids.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT p.*, e.name AS employerName, e.kind AS employerKind, e.status AS employerStatus, b.id AS activeBrandId
       FROM post p JOIN employer e ON e.id = p.employerId LEFT JOIN labour_brand b ON b.id = p.brandId AND b.state = 'ACTIVE' WHERE p.id IN (?)`, [ids]);
  const [occupations, brands, regions] = await Promise.all([
    occupationNames(pool, rows.flatMap((row) => [row.occupationCode as string | null, row.certOccupationCode as string | null])),
    brandNames(pool, rows.map((row) => row.activeBrandId as string | null)),
    regionPaths(pool, rows.map((row) => row.regionCode as string)),
  ]);
  return new Map(rows.map((row) => [row.id as string, toCard(row, occupations, brands, regions)]));
}

function toCard(row: RowDataPacket, occupations: Map<string, Name>, brands: Map<string, Name>, regions: Map<string, Name>): PostCardView {
  return {
    ...(row as unknown as PostCardView),
    employerApproved: row.employerStatus === "APPROVED",
    occupation: occupations.get(row.occupationCode as string) ?? null,
    region: regions.get(row.regionCode as string) ?? { zh: row.regionCode as string, en: row.regionCode as string },
    certOccupation: occupations.get(row.certOccupationCode as string) ?? null,
    brand: brands.get(row.activeBrandId as string) ?? null,
    brandId: row.activeBrandId as string | null,
    housing: Boolean(row.housing),
    meals: Boolean(row.meals),
    insurance: Boolean(row.insurance),
    madeUp: Boolean(row.madeUp),
  };
}
