import type { RowDataPacket } from "mysql2";
import { z } from "zod";
import type { Day } from "#app/domain/dates.ts";
import type { CertificateFacts, PersonFacts } from "#app/domain/matching/facts.ts";
import type { CertificateKind, Education, LabourCapacity, PersonCategoryKind, Sex, SkillLevel } from "#app/domain/terms.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";

interface PersonRow extends RowDataPacket {
  id: string;
  birthDate: Day;
  sex: Sex;
  education: Education;
  homeRegionCode: string;
  homeCountyCode: string;
  lat: number | null;
  lng: number | null;
  canLeave: number;
  labourCapacity: LabourCapacity;
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

const PERSON_SQL = `
  SELECT p.id, p.birthDate, p.sex, p.education, p.homeRegionCode, p.homeCountyCode, r.lat, r.lng, p.canLeave, p.labourCapacity,
         p.experienceMonths, EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = p.id) AS placed,
         w.seeking, w.availableFrom, w.occupationCodes, w.minWageFen, w.needsHousing, w.maxDistanceKm,
         w.willInCounty, w.willInProvince, w.willOutOfProvince, w.willOverseas
    FROM person p
    JOIN region r ON r.code = p.homeCountyCode
    LEFT JOIN wish w ON w.personId = p.id`;

const occupationCodesSchema = z.array(z.string());

/** The facts of the named persons; ids that don't exist are left out. */
export async function loadPersonFacts(pool: Pool, ids: readonly string[], asOf: Day): Promise<Map<string, PersonFacts>> {
  if (ids.length === 0) return new Map();
  const [rows] = await pool.query<PersonRow[]>(`${PERSON_SQL} WHERE p.id IN (?)`, [ids]);
  return assemble(pool, rows, asOf);
}

/**
 * All seekers whose home lies in a region (a code's significant prefix), in batches by id, so that memory
 * stays bounded however many there are.
 */
export async function* streamSeekers(pool: Pool, homePrefix: string, asOf: Day, batchSize = 2_000): AsyncGenerator<PersonFacts[]> {
  let after = "";
  for (;;) {
    const [rows] = await pool.query<PersonRow[]>(
      `${PERSON_SQL} WHERE p.id > ? AND p.homeCountyCode LIKE ? AND w.seeking = TRUE ORDER BY p.id LIMIT ?`,
      [after, `${homePrefix}%`, batchSize],
    );
    if (rows.length === 0) return;
    yield [...(await assemble(pool, rows, asOf)).values()];
    after = rows[rows.length - 1]!.id;
  }
}

/** How many seekers `streamSeekers` will give. */
export async function countSeekers(pool: Pool, homePrefix: string): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT COUNT(*) AS n FROM person p JOIN wish w ON w.personId = p.id WHERE p.homeCountyCode LIKE ? AND w.seeking = TRUE",
    [`${homePrefix}%`],
  );
  return Number(rows[0]?.n ?? 0);
}

async function assemble(pool: Pool, rows: PersonRow[], asOf: Day): Promise<Map<string, PersonFacts>> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return new Map();
  const [categories, certificates, brands] = await Promise.all([
    grouped(pool, "SELECT personId, kind FROM person_category WHERE personId IN (?) AND validFrom <= ? AND (validTo IS NULL OR validTo > ?) ORDER BY personId, kind", [ids, asOf, asOf]),
    grouped(pool, "SELECT personId, occupationCode, kind, level, expiresOn, verification FROM certificate WHERE personId IN (?) ORDER BY personId, id", [ids]),
    grouped(pool, "SELECT personId, brandId FROM brand_membership WHERE personId IN (?) AND validFrom <= ? AND (validTo IS NULL OR validTo > ?) ORDER BY personId, brandId", [ids, asOf, asOf]),
  ]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        birthDate: row.birthDate,
        sex: row.sex,
        education: row.education,
        homeCountyCode: row.homeCountyCode,
        homeTownCode: row.homeRegionCode.slice(0, 9),
        home: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
        canLeave: Boolean(row.canLeave),
        labourCapacity: row.labourCapacity,
        experienceMonths: row.experienceMonths,
        categories: (categories.get(row.id) ?? []).map((one) => one.kind as PersonCategoryKind),
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
        certificates: (certificates.get(row.id) ?? []).map(toCertificate),
        brandIds: (brands.get(row.id) ?? []).map((one) => String(one.brandId)),
      } satisfies PersonFacts,
    ]),
  );
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
