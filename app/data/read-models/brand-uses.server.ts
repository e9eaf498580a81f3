import type { RowDataPacket } from "mysql2";
import { findBrand, keepsBrand } from "#app/data/brands/brands.server.ts";
import type { BrandState } from "#app/domain/brand/membership.ts";
import { type BrandUseState, mayAsk } from "#app/domain/brand/use.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Name } from "./names.server.ts";

export interface UseLine {
  employerId: string;
  name: string;
  creditCode: string | null;
  state: BrandUseState;
  note: string | null;
  reason: string | null;
  askedAt: Date;
  decidedAt: Date | null;
  version: number;
  /** open posts that carry the brand */
  posts: number;
}

const MOST = 500;

/** Employers that asked for a brand or may use it, those who wait first; null for whoever doesn't keep the brand. */
export async function readBrandUses({ db, pool }: Pick<Deps, "db" | "pool">, actor: Actor, brandId: string): Promise<UseLine[] | null> {
  const brand = ID_PATTERN.test(brandId) ? await findBrand(db, brandId) : null;
  if (brand === null || !keepsBrand(actor, brand)) return null;
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT u.employerId, e.name, e.creditCode, u.state, u.note, u.reason, u.askedAt, u.decidedAt, u.version, (SELECT COUNT(*) FROM post p WHERE p.brandId = u.brandId AND p.employerId = u.employerId AND p.status = 'PUBLISHED') AS posts
       FROM brand_use u JOIN employer e ON e.id = u.employerId WHERE u.brandId = ? ORDER BY u.state = 'ASKED' DESC, u.state = 'AGREED' DESC, COALESCE(u.decidedAt, u.askedAt) DESC, u.employerId LIMIT ?`, [brandId, MOST]);
  return rows.map((row) => ({ ...(row as unknown as UseLine), posts: Number(row.posts) }));
}

export interface OwnUse {
  brandId: string;
  brand: Name;
  brandState: BrandState;
  state: BrandUseState;
  note: string | null;
  reason: string | null;
  askedAt: Date;
  decidedAt: Date | null;
}

/** What the actor's company asked brands for, and the brands that it can still ask. */
export async function readOwnUses({ pool }: Pick<Deps, "pool">, actor: Actor): Promise<{ uses: OwnUse[]; open: { id: string; name: Name }[] }> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT b.id AS brandId, b.name, b.nameEn, b.state AS brandState, u.state, u.note, u.reason, u.askedAt, u.decidedAt
       FROM labour_brand b LEFT JOIN brand_use u ON u.brandId = b.id AND u.employerId = ? ORDER BY u.state = 'AGREED' DESC, b.name LIMIT ?`, [actor.employerId ?? "-", MOST]);
  const named = rows.map((row) => ({ ...row, brand: { zh: row.name as string, en: row.nameEn as string } }) as unknown as Omit<OwnUse, "state"> & { state: BrandUseState | null });
  return {
    uses: named.filter((one): one is OwnUse => one.state !== null),
    open: named.filter((one) => one.brandState === "ACTIVE" && mayAsk(one.state)).map((one) => ({ id: one.brandId, name: one.brand })),
  };
}

/** The brands that a company's posts may carry. */
export async function readAgreedBrands(pool: Deps["pool"], actor: Actor): Promise<{ id: string; name: Name }[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT b.id, b.name, b.nameEn FROM brand_use u JOIN labour_brand b ON b.id = u.brandId WHERE u.employerId = ? AND u.state = 'AGREED' AND b.state <> 'ENDED' ORDER BY b.name", [actor.employerId ?? "-"]);
  return rows.map((row) => ({ id: row.id as string, name: { zh: row.name as string, en: row.nameEn as string } }));
}
