import type { RowDataPacket } from "mysql2";
import { type BrandHealth, readBrandHealth } from "#app/data/brands/health.server.ts";
import { findBrand, type HeldBrand } from "#app/data/brands/brands.server.ts";
import { COUNTING_MEMBERSHIP } from "#app/data/brands/members.server.ts";
import type { BrandLevel, BrandState } from "#app/domain/brand/membership.ts";
import type { Day } from "#app/domain/dates.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { type Name, occupationNames, regionNames } from "./names.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";

export interface BrandCard {
  id: string;
  name: Name;
  level: BrandLevel;
  state: BrandState;
  hasMark: boolean;
  places: Name[];
  trades: Name[];
  members: number;
  openPlaces: number;
}

const OPEN_POST = "p.status = 'PUBLISHED' AND p.filled < p.openings AND p.validFrom <= ? AND p.validUntil > ?";

/** All brands that are not over, the largest first; narrowed to a place (a county's, city's or the province's code) and a trade. */
export async function readBrands({ pool, clock }: Pick<Deps, "pool" | "clock">, asked: { place?: string | null; trade?: string | null; all?: boolean } = {}): Promise<BrandCard[]> {
  const today = clock.today();
  const place = asked.place && /^14\d{4}$/.test(asked.place) ? asked.place : null;
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT b.id, b.name, b.nameEn, b.level, b.state, b.occupationCodes, EXISTS (SELECT 1 FROM brand_mark k WHERE k.brandId = b.id) AS hasMark,
            (SELECT GROUP_CONCAT(r.regionCode ORDER BY r.regionCode) FROM brand_region r WHERE r.brandId = b.id AND r.level = b.level) AS seats,
            (SELECT COUNT(DISTINCT c.personId) FROM brand_membership c WHERE c.brandId = b.id AND ${COUNTING_MEMBERSHIP}) AS members,
            (SELECT COALESCE(SUM(p.openings - p.filled), 0) FROM post p WHERE p.brandId = b.id AND b.state = 'ACTIVE' AND ${OPEN_POST}) AS openPlaces
       FROM labour_brand b
      WHERE (? OR b.state <> 'ENDED') AND (? IS NULL OR EXISTS (SELECT 1 FROM brand_region r WHERE r.brandId = b.id AND (r.regionCode = ? OR r.regionCode = ? OR r.level = 'PROVINCE' AND r.regionCode = ?)))
      ORDER BY members DESC, b.name`,
    [today, today, today, today, asked.all === true, place, place, place && `${place.slice(0, 4)}00`, place && `${place.slice(0, 2)}0000`]);
  const codes = rows.map((row) => readJson(row.occupationCodes) as string[]);
  const kept = rows.map((row, at) => ({ row, codes: codes[at]! })).filter((one) => !asked.trade || one.codes.includes(asked.trade));
  const [regions, trades] = await Promise.all([regionNames(pool, kept.flatMap(({ row }) => seatsIn(row))), occupationNames(pool, kept.flatMap((one) => one.codes))]);
  return kept.map(({ row, codes: own }) => ({
    id: row.id as string, name: { zh: row.name as string, en: row.nameEn as string }, level: row.level as BrandLevel, state: row.state as BrandState, hasMark: Boolean(row.hasMark),
    places: seatsIn(row).flatMap((code) => regions.get(code) ?? []), trades: own.flatMap((code) => trades.get(code) ?? []), members: Number(row.members), openPlaces: Number(row.openPlaces),
  }));
}

const seatsIn = (row: RowDataPacket): string[] => (row.seats === null ? [] : String(row.seats).split(","));

/** The trades that brands have, for a choice. */
export async function readBrandTrades(pool: Deps["pool"]): Promise<{ code: string; name: Name }[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT occupationCodes FROM labour_brand WHERE state <> 'ENDED'");
  const codes = [...new Set(rows.flatMap((row) => readJson(row.occupationCodes) as string[]))].sort();
  const names = await occupationNames(pool, codes);
  return codes.flatMap((code) => { const name = names.get(code); return name ? [{ code, name }] : []; });
}

export interface BrandPage extends HeldBrand {
  story: { zh: string | null; en: string | null };
  pledge: string | null;
  evidence: string | null;
  certainty: "PLAN" | "FOUND" | "CHECKED" | "MEMORY" | null;
  holder: { name: string; creditCode: string | null } | null;
  hasMark: boolean;
  places: { name: Name; level: BrandLevel }[];
  trades: Name[];
  standard: { text: string; validFrom: Day } | null;
  recognitions: { id: string; documentNumber: string; recognisedBy: string; recognisedOn: Day; revokedOn: Day | null; revokedFor: string | null }[];
  /** by level, its own order; members without one last */
  membersByLevel: { level: string | null; members: number; pledged: number }[];
  posts: PostCardView[];
}

const POSTS_SHOWN = 12;

/** What anybody may read of a brand; null when there is none. */
export async function readBrandPage(deps: Pick<Deps, "db" | "pool" | "clock">, id: string): Promise<BrandPage | null> {
  const brand = ID_PATTERN.test(id) ? await findBrand(deps.db, id) : null;
  if (brand === null) return null;
  const today = deps.clock.today();
  const [row, [standards], [recognitions], [levels], [posts], regions, trades] = await Promise.all([
    deps.db.labourBrand.findUniqueOrThrow({ where: { id }, select: { storyZh: true, storyEn: true, pledge: true, evidence: true, certainty: true, holderName: true, holderCreditCode: true, mark: { select: { brandId: true } } } }),
    deps.pool.query<RowDataPacket[]>("SELECT text, validFrom FROM brand_standard WHERE brandId = ? AND validFrom <= ? ORDER BY validFrom DESC LIMIT 1", [id, today]),
    deps.pool.query<RowDataPacket[]>("SELECT id, documentNumber, recognisedBy, recognisedOn, revokedOn, revokedFor FROM brand_recognition WHERE brandId = ? ORDER BY recognisedOn DESC, id", [id]),
    deps.pool.query<RowDataPacket[]>(`SELECT c.level, COUNT(DISTINCT c.personId) AS members, COUNT(DISTINCT IF(c.pledgedOn IS NULL, NULL, c.personId)) AS pledged FROM brand_membership c WHERE c.brandId = ? AND ${COUNTING_MEMBERSHIP} GROUP BY c.level`, [id, today, today]),
    deps.pool.query<RowDataPacket[]>(`SELECT p.id FROM post p JOIN employer e ON e.id = p.employerId WHERE p.brandId = ? AND e.status = 'APPROVED' AND ${OPEN_POST} ORDER BY p.publishedAt DESC, p.id LIMIT ${POSTS_SHOWN}`, [id, today, today]),
    regionNames(deps.pool, brand.regions.map((one) => one.regionCode)), occupationNames(deps.pool, brand.occupationCodes),
  ]);
  const cards = await loadPostCards(deps.pool, brand.state === "ACTIVE" ? posts.map((post) => post.id as string) : []);
  const order = (level: unknown) => (level === null ? brand.levels.length : brand.levels.indexOf(level as string));
  return {
    ...brand, story: { zh: row.storyZh, en: row.storyEn }, pledge: row.pledge, evidence: row.evidence, certainty: row.certainty, hasMark: row.mark !== null,
    holder: row.holderName === null ? null : { name: row.holderName, creditCode: row.holderCreditCode },
    places: brand.regions.flatMap(({ regionCode, level }) => { const name = regions.get(regionCode); return name ? [{ name, level }] : []; }), trades: brand.occupationCodes.flatMap((code) => trades.get(code) ?? []),
    standard: standards[0] ? { text: standards[0].text as string, validFrom: standards[0].validFrom as Day } : null,
    recognitions: recognitions as unknown as BrandPage["recognitions"],
    membersByLevel: levels.map((one) => ({ level: one.level as string | null, members: Number(one.members), pledged: Number(one.pledged) })).sort((a, b) => order(a.level) - order(b.level)),
    posts: posts.flatMap((post) => cards.get(post.id as string) ?? []),
  };
}

export type HealthView = Omit<BrandHealth, "premiums"> & { premiums: (BrandHealth["premiums"][number] & { occupation: Name })[] };

/** The health card with the names that its table needs. */
export async function readHealthView({ pool, clock }: Pick<Deps, "pool" | "clock">, brand: HeldBrand): Promise<HealthView> {
  const health = await readBrandHealth(pool, brand, clock.today());
  const names = await occupationNames(pool, health.premiums.map((one) => one.occupationCode));
  return { ...health, premiums: health.premiums.map((one) => ({ ...one, occupation: names.get(one.occupationCode) ?? { zh: one.occupationCode, en: one.occupationCode } })) };
}

/** The mark as bytes; null where the brand has none, and its monogram stands in. */
export async function readBrandMark({ db }: Pick<Deps, "db">, id: string): Promise<{ mimeType: string; data: Uint8Array<ArrayBuffer> } | null> {
  const row = ID_PATTERN.test(id) ? await db.brandMark.findUnique({ where: { brandId: id }, select: { mimeType: true, data: true } }) : null;
  return row && { mimeType: row.mimeType, data: Uint8Array.from(row.data) };
}

