import type { RowDataPacket } from "mysql2";
import { type InvitationStanding, invitationStanding, operatorState, type OperatorState } from "#app/domain/account/invitation.ts";
import { seatsOf } from "#app/data/brands/brands.server.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionPaths } from "./names.server.ts";

export interface OperatorLine {
  id: string;
  username: string;
  displayName: string;
  home: Name;
  body: { id: string; name: string } | null;
  brand: { id: string; name: Name } | null;
  state: OperatorState;
  /** the last link that was sent */
  invitation: { phoneMasked: string; createdAt: Date; expiresAt: Date; standing: InvitationStanding } | null;
}

const MOST_OPERATORS = 500;

/** Accounts in the officer's region that work for no body and no brand of another bureau, newest first. */
export async function readOperators({ pool, clock }: Pick<Deps, "pool" | "clock">, actor: Actor, id?: string): Promise<OperatorLine[]> {
  const region = `${scopePrefix(actor.regionCode ?? "-")}%`;
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT u.id, u.username, u.displayName, u.regionCode, u.status, u.passwordHash IS NOT NULL AS hasPassword, u.trainingBodyId, t.name AS bodyName, u.brandId, b.name AS brandName, b.nameEn AS brandNameEn,
            i.phoneMasked, i.createdAt, i.expiresAt, i.usedAt, i.openKey
       FROM user_account u LEFT JOIN training_body t ON t.id = u.trainingBodyId LEFT JOIN labour_brand b ON b.id = u.brandId
       LEFT JOIN account_invitation i ON i.id = (SELECT l.id FROM account_invitation l WHERE l.userId = u.id ORDER BY l.createdAt DESC, l.id DESC LIMIT 1)
      WHERE u.role = 'OPERATOR' AND u.regionCode LIKE ? AND (u.trainingBodyId IS NULL OR t.countyCode LIKE ?)
        AND (u.brandId IS NULL OR EXISTS (SELECT 1 FROM brand_region r WHERE r.brandId = b.id AND r.level = b.level AND r.regionCode LIKE ?)) ${id === undefined ? "" : "AND u.id = ?"} ORDER BY u.recordedAt DESC, u.id DESC LIMIT ?`,
    [region, region, region, ...(id === undefined ? [] : [id]), MOST_OPERATORS]);
  const homes = await regionPaths(pool, rows.map((row) => row.regionCode as string));
  return rows.map((row): OperatorLine => {
    const link = { usedAt: row.usedAt as Date | null, openKey: row.openKey as string | null, expiresAt: row.expiresAt as Date };
    const standing = row.createdAt === null ? null : invitationStanding(link, clock.now());
    return {
      id: row.id as string, username: row.username as string, displayName: row.displayName as string, home: homes.get(row.regionCode as string) ?? { zh: "", en: "" },
      body: row.trainingBodyId === null ? null : { id: row.trainingBodyId as string, name: row.bodyName as string },
      brand: row.brandId === null ? null : { id: row.brandId as string, name: { zh: row.brandName as string, en: row.brandNameEn as string } },
      state: operatorState({ locked: row.status !== "ACTIVE", hasPassword: Boolean(row.hasPassword), invitation: standing }),
      invitation: standing === null ? null : { phoneMasked: row.phoneMasked as string, createdAt: row.createdAt as Date, expiresAt: row.expiresAt as Date, standing },
    };
  });
}

/** One of them; null for others'. */
export async function readOperator(deps: Pick<Deps, "pool" | "clock">, actor: Actor, id: string): Promise<OperatorLine | null> {
  return ID_PATTERN.test(id) ? ((await readOperators(deps, actor, id))[0] ?? null) : null;
}

/** What an account of the officer's region can be given to work for: bodies whose approval stands, brands that are not over. */
export async function readOperatorPlaces({ db, clock }: Pick<Deps, "db" | "clock">, actor: Actor): Promise<{ bodies: { id: string; name: string }[]; brands: { id: string; name: Name }[] }> {
  const [bodies, brands] = await Promise.all([
    db.trainingBody.findMany({ where: { countyCode: { startsWith: scopePrefix(actor.regionCode ?? "-") }, endedOn: null, validUntil: { gt: new Date(clock.today()) } }, select: { id: true, name: true }, orderBy: { name: "asc" }, take: MOST_OPERATORS }),
    db.labourBrand.findMany({ where: { state: { not: "ENDED" } }, select: { id: true, name: true, nameEn: true, level: true, regions: { select: { regionCode: true, level: true } } }, orderBy: { name: "asc" }, take: MOST_OPERATORS }),
  ]);
  return { bodies, brands: brands.filter((one) => seatsOf(one).some((code) => actsForRegion(actor, code))).map((one) => ({ id: one.id, name: { zh: one.name, en: one.nameEn } })) };
}
