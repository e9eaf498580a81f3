import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import { type BrandLevel, type BrandState, USUAL_LEVELS } from "#app/domain/brand/membership.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Db, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";

export interface HeldBrand {
  id: string;
  name: string;
  nameEn: string;
  level: BrandLevel;
  state: BrandState;
  stateSince: Day | null;
  stateReason: string | null;
  occupationCodes: string[];
  levels: string[];
  memberSeq: number;
  version: number;
  regions: { regionCode: string; level: BrandLevel }[];
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : []);

export async function findBrand(db: Pick<Db, "labourBrand">, id: string): Promise<HeldBrand | null> {
  const row = await db.labourBrand.findUnique({ where: { id }, include: { regions: { select: { regionCode: true, level: true }, orderBy: { regionCode: "asc" } } } });
  if (row === null) return null;
  const levels = strings(row.levels);
  return {
    id: row.id, name: row.name, nameEn: row.nameEn, level: row.level, state: row.state, stateSince: row.stateSince && toDay(row.stateSince), stateReason: row.stateReason,
    occupationCodes: strings(row.occupationCodes), levels: levels.length > 0 ? levels : [...USUAL_LEVELS], memberSeq: row.memberSeq, version: row.version, regions: row.regions,
  };
}

/** The brand with its row held until the transaction ends: whoever changes it, gives a member number or says yes as a member waits here. */
export async function holdBrand(tx: Tx, id: string): Promise<HeldBrand | null> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM labour_brand WHERE id = ${id} FOR UPDATE`;
  return rows.length === 0 ? null : findBrand(tx, id);
}

/** The regions at whose bureau a brand stands: those of its own level, the city and not each of its counties. */
export function seatsOf({ level, regions }: Pick<HeldBrand, "level" | "regions">): string[] {
  return regions.filter((one) => one.level === level).map((one) => one.regionCode);
}

/** Whether an officer's region holds a seat of the brand. */
export function overseesBrand(actor: Actor, brand: Pick<HeldBrand, "level" | "regions">): boolean {
  return (actor.role === "OFFICER" || actor.role === "ADMIN") && seatsOf(brand).some((code) => actsForRegion(actor, code));
}

/** Whether somebody keeps the brand's members: its own operator, or an officer over it. */
export function keepsBrand(actor: Actor, brand: Pick<HeldBrand, "id" | "level" | "regions">): boolean {
  return actor.role === "OPERATOR" ? actor.brandId === brand.id : overseesBrand(actor, brand);
}

export type BrandEventKind = "REGISTERED" | "CHANGED" | "RECOGNISED" | "REVOKED" | "SUSPENDED" | "LIFTED" | "ENDED" | "OPERATOR" | "EMPLOYER";

/** Writes the next event of a brand whose row the caller holds. */
export async function sayOfBrand(deps: Pick<Deps, "clock">, tx: Tx, actor: Actor, brandId: string, kind: BrandEventKind, reason: string | null = null, happenedOn: Day = deps.clock.today()): Promise<void> {
  const last = await tx.brandEvent.aggregate({ where: { brandId }, _max: { seq: true } });
  await tx.brandEvent.create({ data: { brandId, seq: (last._max.seq ?? 0) + 1, kind, happenedOn: toDate(happenedOn), reason, saidByUserId: actor.userId, recordedAt: deps.clock.now() } });
}
