import type { RowDataPacket } from "mysql2";
import { z } from "zod";
import { COUNTING_MEMBERSHIP } from "#app/data/brands/members.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { CertificateFacts, PersonFacts } from "#app/domain/matching/facts.ts";
import type { CertificateKind, Education, LabourCapacity, Sex, SkillLevel } from "#app/domain/terms.ts";
import { type CategoryRow, openCapacity, openCategories } from "#app/data/person-status.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface PersonRow extends RowDataPacket {
  id: string;
  birthDate: Day;
  sex: Sex;
  education: Education;
  homeRegionCode: string;
  homeCountyCode: string;
  lat: number | null;
  lng: number | null;
  canLeave: number;
  labourCapacity: LabourCapacity | null;
  labourCapacityEnc: string | null;
  experienceMonths: number;
  placed: number;
  seeking: number | null;
  availableFrom: Day | null;
  occupationCodes: unknown;
  minWageFen: number | null;
  needsHousing: number | null;
  maxDistanceKm: number | null;
  willInCounty: number | null;
  willInProvince: number | null;
  willOutOfProvince: number | null;
  willOverseas: number | null;
}

export const PERSON_SQL = `
  SELECT p.id, p.birthDate, p.sex, p.education, p.homeRegionCode, p.homeCountyCode, r.lat, r.lng, p.canLeave, p.labourCapacity, p.labourCapacityEnc,
         p.experienceMonths, EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = p.id) AS placed,
         w.seeking, w.availableFrom, w.occupationCodes, w.minWageFen, w.needsHousing, w.maxDistanceKm,
         w.willInCounty, w.willInProvince, w.willOutOfProvince, w.willOverseas
    FROM person p
    JOIN region r ON r.code = p.homeCountyCode
    LEFT JOIN wish w ON w.personId = p.id`;

/** In force on a day, given twice. */
export const CATEGORY_SQL = "SELECT c.id, c.personId, c.kind, c.kindEnc FROM person_category c WHERE c.validFrom <= ? AND (c.validTo IS NULL OR c.validTo > ?)";
export const CERTIFICATE_SQL = "SELECT c.personId, c.occupationCode, c.kind, c.level, c.expiresOn, c.verification FROM certificate c WHERE TRUE";
/** In force on a day, given twice. */
export const BRAND_SQL = `SELECT c.personId, c.brandId FROM brand_membership c WHERE ${COUNTING_MEMBERSHIP}`;

export const occupationCodesSchema = z.array(z.string());

/** The facts of the named persons; ids that don't exist are left out. */
export async function loadPersonFacts(deps: Needs, ids: readonly string[], asOf: Day): Promise<Map<string, PersonFacts>> {
  if (ids.length === 0) return new Map();
  const [rows] = await deps.pool.query<PersonRow[]>(`${PERSON_SQL} WHERE p.id IN (?)`, [ids]);
  return assemble(deps, rows, asOf);
}

async function assemble(deps: Needs, rows: PersonRow[], asOf: Day): Promise<Map<string, PersonFacts>> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return new Map();
  const { pool } = deps;
  const [categories, certificates, brands] = await Promise.all([
    grouped(pool, `${CATEGORY_SQL} AND c.personId IN (?) ORDER BY c.personId`, [asOf, asOf, ids]),
    grouped(pool, `${CERTIFICATE_SQL} AND c.personId IN (?) ORDER BY c.personId, c.id`, [ids]),
    grouped(pool, `${BRAND_SQL} AND c.personId IN (?) ORDER BY c.personId, c.brandId`, [asOf, asOf, ids]),
  ]);
  return new Map(rows.map((row) => [row.id, toPersonFacts(deps, row, categories.get(row.id), certificates.get(row.id), brands.get(row.id))]));
}

type Needs = Pick<Deps, "pool" | "crypto">;
type Rows = readonly RowDataPacket[] | undefined;

/** A row of PERSON_SQL with the person's rows of CATEGORY_SQL, CERTIFICATE_SQL and BRAND_SQL as facts. */
export function toPersonFacts(deps: Pick<Deps, "crypto">, row: PersonRow, categories: Rows, certificates: Rows, brands: Rows): PersonFacts {
  return {
    id: row.id,
    birthDate: row.birthDate,
    sex: row.sex,
    education: row.education,
    homeCountyCode: row.homeCountyCode,
    homeTownCode: row.homeRegionCode.slice(0, 9),
    homeRegionCode: row.homeRegionCode,
    home: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    canLeave: Boolean(row.canLeave),
    labourCapacity: openCapacity(deps, row.id, row),
    experienceMonths: row.experienceMonths,
    categories: openCategories(deps, (categories ?? []) as readonly (RowDataPacket & CategoryRow)[]),
    placed: Boolean(row.placed),
    seeking: Boolean(row.seeking),
    availableFrom: row.availableFrom ?? "9999-12-31",
    occupationCodes: row.occupationCodes === null ? [] : occupationCodesSchema.parse(readJson(row.occupationCodes)),
    minWageFen: row.minWageFen ?? 0,
    needsHousing: Boolean(row.needsHousing),
    maxDistanceKm: row.maxDistanceKm,
    willInCounty: row.willInCounty === null ? true : Boolean(row.willInCounty),
    willInProvince: Boolean(row.willInProvince),
    willOutOfProvince: Boolean(row.willOutOfProvince),
    willOverseas: Boolean(row.willOverseas),
    certificates: (certificates ?? []).map(toCertificate),
    brandIds: (brands ?? []).map((one) => String(one.brandId)),
  };
}

function toCertificate(row: RowDataPacket): CertificateFacts {
  return {
    occupationCode: String(row.occupationCode),
    kind: row.kind as CertificateKind,
    level: row.level as SkillLevel | null,
    expiresOn: row.expiresOn as Day | null,
    stands: row.verification !== "REFUSED" && row.verification !== "REVOKED",
  };
}

async function grouped(pool: Pool, sql: string, params: unknown[]): Promise<Map<string, RowDataPacket[]>> {
  const [rows] = await pool.query<RowDataPacket[]>(sql, params);
  const groups = new Map<string, RowDataPacket[]>();
  for (const row of rows) {
    const key = String(row.personId);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
