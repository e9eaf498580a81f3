import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import { CRAFTS } from "#app/domain/occupation/crafts.ts";
import { type Care, parseCare } from "#app/domain/profile/care.ts";
import { cityOf } from "#app/domain/region/codes.ts";
import { type ProfileProgress, progressOf } from "#app/domain/profile/steps.ts";
import type { CertificateKind, Education, PlaceClass, SkillLevel } from "#app/domain/terms.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, occupationNames } from "./names.server.ts";

/** How far a person's profile is. What a roster or an earlier form has told counts as answered where there is something to see. */
export async function readProgress(pool: Pool, personId: string): Promise<ProfileProgress> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT step FROM profile_step WHERE personId = ?
      UNION SELECT 'certificates' FROM certificate WHERE personId = ?
      UNION SELECT 'crafts' FROM person_craft WHERE personId = ?
      UNION SELECT 'brands' FROM brand_membership WHERE personId = ?
      UNION SELECT 'want' FROM wish WHERE personId = ? AND JSON_LENGTH(occupationCodes) > 0
      UNION SELECT 'where' FROM wish w WHERE w.personId = ? AND JSON_LENGTH(w.occupationCodes) > 0
              AND NOT EXISTS (SELECT 1 FROM profile_step s WHERE s.personId = w.personId AND s.step = 'want')`, Array<string>(6).fill(personId));
  return progressOf(rows.map((row) => row.step as string));
}

export interface JobView {
  id: string;
  occupation: Name;
  said: string | null;
  months: number;
  place: PlaceClass;
}

export async function readJobs(pool: Pool, personId: string): Promise<JobView[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, occupationCode, said, months, place FROM person_job WHERE personId = ? ORDER BY recordedAt, id", [personId]);
  const names = await occupationNames(pool, rows.map((row) => row.occupationCode as string));
  return rows.map((row) => ({
    id: row.id as string, occupation: names.get(row.occupationCode as string) ?? { zh: "", en: "" }, said: row.said as string | null, months: row.months as number, place: row.place as PlaceClass,
  }));
}

export interface OwnOccupation {
  code: string;
  name: Name;
}

/** The occupations of a person's jobs, certificates, crafts and wishes: what a choice offers first. */
export async function readOwnOccupations(pool: Pool, personId: string): Promise<OwnOccupation[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT occupationCode AS code FROM person_job WHERE personId = ? UNION SELECT occupationCode FROM certificate WHERE personId = ?
      UNION SELECT c.occupationCode FROM person_craft p JOIN craft c ON c.\`key\` = p.craftKey WHERE p.personId = ?`, [personId, personId, personId]);
  const [wishes] = await pool.query<RowDataPacket[]>("SELECT occupationCodes FROM wish WHERE personId = ?", [personId]);
  const codes = [...new Set([...((readJson(wishes[0]?.occupationCodes ?? "[]") as string[]) ?? []), ...rows.map((row) => row.code as string)])];
  const names = await occupationNames(pool, codes);
  return codes.flatMap((code) => (names.has(code) ? [{ code, name: names.get(code)! }] : []));
}

export interface CraftChoice {
  key: string;
  name: Name;
  kind: "VILLAGE" | "HERITAGE";
  nearHome: boolean;
  held: boolean;
}

/** All crafts to choose from; heritage skills of the person's own city and what they have come first. */
export async function readCraftChoices(pool: Pool, personId: string, homeCountyCode: string): Promise<CraftChoice[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT craftKey FROM person_craft WHERE personId = ?", [personId]);
  const held = new Set(rows.map((row) => row.craftKey as string));
  const choices = CRAFTS.map((craft) => ({
    key: craft.key, name: { zh: craft.zh, en: craft.en }, kind: craft.kind, held: held.has(craft.key), nearHome: craft.regionCodes.some((code) => cityOf(code) === cityOf(homeCountyCode)),
  }));
  return choices.sort((a, b) => Number(b.held) - Number(a.held) || Number(b.nearHome) - Number(a.nearHome));
}

export interface BrandChoice {
  id: string;
  name: Name;
  state: "member" | "claimed" | null;
  nearHome: boolean;
}

export async function readBrandChoices(pool: Pool, personId: string, homeCountyCode: string, today: Day): Promise<BrandChoice[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT b.id, b.name, b.nameEn, EXISTS (SELECT 1 FROM brand_membership m WHERE m.brandId = b.id AND m.personId = ? AND (m.validTo IS NULL OR m.validTo > ?)) AS member,
            EXISTS (SELECT 1 FROM brand_application c WHERE c.brandId = b.id AND c.personId = ? AND c.state = 'APPLIED') AS claimed,
            EXISTS (SELECT 1 FROM brand_region r WHERE r.brandId = b.id AND r.regionCode LIKE ?) AS nearHome
       FROM labour_brand b WHERE b.state = 'ACTIVE' ORDER BY member DESC, claimed DESC, nearHome DESC, b.name`, [personId, today, personId, `${homeCountyCode.slice(0, 4)}%`]);
  return rows.map((row) => ({
    id: row.id as string, name: { zh: row.name as string, en: row.nameEn as string }, state: row.member ? "member" : row.claimed ? "claimed" : null, nearHome: Boolean(row.nearHome),
  }));
}

export interface CertificateLine {
  id: string;
  kind: CertificateKind;
  occupation: Name;
  level: SkillLevel | null;
  issuer: string;
  number: string;
  issuedOn: Day;
  expiresOn: Day | null;
  /** its last day has gone by: it is history, counts for nothing and opens no post */
  expired: boolean;
  verification: "UNVERIFIED" | "VERIFIED" | "REFUSED" | "REVOKED";
  decisionReason: string | null;
  photos: string[];
}

export async function readCertificates({ pool, clock }: Pick<Deps, "pool" | "clock">, personId: string): Promise<CertificateLine[]> {
  const [[rows], [files]] = await Promise.all([
    pool.query<RowDataPacket[]>(
      "SELECT id, kind, occupationCode, level, issuer, number, issuedOn, expiresOn, verification, decisionReason FROM certificate WHERE personId = ? ORDER BY recordedAt DESC, id DESC", [personId]),
    pool.query<RowDataPacket[]>("SELECT id, certificateId FROM private_file WHERE personId = ? ORDER BY id", [personId]),
  ]);
  const names = await occupationNames(pool, rows.map((row) => row.occupationCode as string));
  return rows.map(({ occupationCode, ...row }) => ({
    ...(row as unknown as CertificateLine), expired: row.expiresOn !== null && (row.expiresOn as Day) <= clock.today(), occupation: names.get(occupationCode as string) ?? { zh: "", en: "" },
    photos: files.filter((file) => file.certificateId === row.id).map((file) => file.id as string),
  }));
}

export interface AboutPerson {
  nameMasked: string;
  homeCountyCode: string;
  education: Education;
  canLeave: boolean;
  care: Care | null;
}

/** What a person told of themselves that stands in their own row, and who needs their care; for themselves and those who help them. */
export async function readAbout({ pool, crypto }: Pick<Deps, "pool" | "crypto">, personId: string): Promise<AboutPerson | null> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT p.nameMasked, p.homeCountyCode, p.education, p.canLeave, c.careEnc FROM person p LEFT JOIN person_care c ON c.personId = p.id WHERE p.id = ? AND p.deletedAt IS NULL", [personId]);
  const row = rows[0];
  if (!row) return null;
  return {
    nameMasked: row.nameMasked as string, homeCountyCode: row.homeCountyCode as string, education: row.education as Education, canLeave: Boolean(row.canLeave),
    care: row.careEnc === null ? null : parseCare(crypto.decrypt("person.care", row.careEnc as string)),
  };
}

export interface WishValues {
  occupationCodes: string[];
  minWageFen: number;
  needsHousing: boolean;
  maxDistanceKm: number | null;
  willInProvince: boolean;
  willOutOfProvince: boolean;
  willOverseas: boolean;
  availableFrom: Day;
}

export async function readWishValues(pool: Pool, personId: string): Promise<WishValues | null> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT * FROM wish WHERE personId = ?", [personId]);
  const row = rows[0];
  if (!row) return null;
  return {
    occupationCodes: readJson(row.occupationCodes) as string[], minWageFen: row.minWageFen as number, needsHousing: Boolean(row.needsHousing), maxDistanceKm: row.maxDistanceKm as number | null,
    willInProvince: Boolean(row.willInProvince), willOutOfProvince: Boolean(row.willOutOfProvince), willOverseas: Boolean(row.willOverseas), availableFrom: row.availableFrom as Day,
  };
}
