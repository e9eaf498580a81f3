import type { RowDataPacket } from "mysql2";
import { type CapacityRow, type CategoryRow, openCapacity, openCategories } from "#app/data/person-status.ts";
import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import type { Sex } from "#app/domain/terms.ts";
import type { AnsweredCheck, Applicant } from "#app/domain/welfare/checks.ts";
import { OPEN_STATES, type WelfareAct, type WelfareState } from "#app/domain/welfare/steps.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Actor } from "#app/platform/actor.ts";
import { readJson, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";

const CASE_PARTS = {
  post: { include: { welfareTerms: true } }, person: { select: { sex: true, birthDate: true, homeCountyCode: true, homeRegionCode: true, deletedAt: true } },
  contracts: { orderBy: { seq: "asc" } }, insurances: { orderBy: { seq: "asc" } },
} as const satisfies Prisma.WelfareCaseInclude;

/** A case with its post, contracts and insurances; null where there is none. */
export function findCase(db: Pick<Tx, "welfareCase">, id: string) {
  return db.welfareCase.findUnique({ where: { id }, include: CASE_PARTS });
}
export type LoadedCase = NonNullable<Awaited<ReturnType<typeof findCase>>>;

export interface Range {
  from: Day;
  until: Day;
}

/** The ranges of contracts or insurances; a contract stops where its person left the post. */
export function rangesOf(rows: readonly { validFrom: Date; validUntil: Date }[], endedOn: Date | null = null): Range[] {
  const end = endedOn === null ? "9999-12-31" : toDay(endedOn);
  return rows.map((row) => ({ from: toDay(row.validFrom), until: toDay(row.validUntil) < end ? toDay(row.validUntil) : end })).filter((one) => one.from < one.until);
}

export function checksOf(stored: unknown): AnsweredCheck[] {
  return readJson(stored) as AnsweredCheck[];
}

/** Holds a post until the transaction ends, and says how it stands: who closes it and who applies or leaves wait for each other. */
export async function holdPost(tx: Tx, postId: string): Promise<string | null> {
  const [post] = await tx.$queryRaw<{ status: string }[]>`SELECT status FROM post WHERE id = ${postId} FOR UPDATE`;
  return post?.status ?? null;
}

/** Somebody else took a step in between; the caller reads again and decides again. */
export class CaseMovedError extends Error {}

export interface NewStep {
  act: WelfareAct;
  to: WelfareState;
  happenedOn: Day;
  reason?: string | null;
}

/** The only writer of welfare_event: moves the case the caller has read by one step and says who did it. */
export async function recordStep(deps: Pick<Deps, "clock">, tx: Tx, actor: Actor, head: { id: string; personId: string; version: number }, step: NewStep, data: Prisma.WelfareCaseUncheckedUpdateManyInput = {}): Promise<void> {
  const now = deps.clock.now();
  const open = OPEN_STATES.includes(step.to);
  const moved = await tx.welfareCase.updateMany({
    where: { id: head.id, version: head.version }, data: { ...data, state: step.to, openKey: open ? head.personId : null, version: head.version + 1, updatedAt: now },
  });
  if (moved.count !== 1) throw new CaseMovedError();
  await tx.welfareEvent.create({
    data: {
      caseId: head.id, seq: head.version + 1, act: step.act, toState: step.to, saidByRole: speaksAs(actor), saidByUserId: actor.userId, happenedOn: toDate(step.happenedOn),
      reason: step.reason || null, recordedAt: now,
    },
  });
}

export interface LoadedApplicant extends Applicant {
  id: string;
  sex: Sex;
  homeRegionCode: string;
}

/** What the checks of a welfare post need to know of a person; null where there is no such person. */
export async function loadApplicant(deps: Pick<Deps, "pool" | "crypto">, personId: string, village: string, asOf: Day): Promise<LoadedApplicant | null> {
  const { pool } = deps;
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT n.id, n.sex, n.birthDate, n.labourCapacity, n.labourCapacityEnc, n.homeCountyCode, n.homeRegionCode,
            (SELECT COUNT(*) FROM person h WHERE h.householdId = n.householdId AND h.id <> n.id AND h.deletedAt IS NULL
               AND (EXISTS (SELECT 1 FROM welfare_case c WHERE c.openKey = h.id) OR EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = h.id AND a.stream = 'WELFARE'))) AS householdPosts,
            (SELECT COUNT(*) FROM cadre_kin k WHERE k.personId = n.id AND k.regionCode = ?) AS kin,
            (SELECT COALESCE(p.title, '') FROM placement a LEFT JOIN post p ON p.id = a.postId WHERE a.activeKey = n.id AND NOT EXISTS (SELECT 1 FROM welfare_case c WHERE c.placementId = a.id)) AS awayAt
       FROM person n WHERE n.id = ? AND n.deletedAt IS NULL`, [village, personId]);
  const row = rows[0];
  if (!row) return null;
  const [categories] = await pool.query<RowDataPacket[]>(
    "SELECT id, kind, kindEnc FROM person_category WHERE personId = ? AND validFrom <= ? AND (validTo IS NULL OR validTo > ?)", [personId, asOf, asOf]);
  return {
    id: row.id as string, sex: row.sex as Sex, birthDate: row.birthDate as Day, labourCapacity: openCapacity(deps, personId, row as RowDataPacket & CapacityRow), homeCountyCode: row.homeCountyCode as string,
    homeRegionCode: row.homeRegionCode as string, householdPosts: Number(row.householdPosts), kin: Number(row.kin), awayAt: row.awayAt as string | null,
    categories: openCategories(deps, categories as (RowDataPacket & CategoryRow)[]),
  };
}
