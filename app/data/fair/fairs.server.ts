import type { RowDataPacket } from "mysql2";
import type { FairState, GuestState } from "#app/domain/fair/steps.ts";
import type { Actor } from "#app/platform/actor.ts";
import { randomDigits } from "#app/platform/crypto.server.ts";
import type { Pool, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";

/** Who plans and leads a fair: a bureau that acts for its region. */
export function runsFair(actor: Actor, of: { regionCode: string }): boolean {
  return (actor.role === "OFFICER" || actor.role === "ADMIN") && actsForRegion(actor, of.regionCode);
}

/** The fair with its row held until the transaction ends: booths, steps, counts and hirings wait here for each other. Whoever also holds a person holds them first. */
export async function holdFair(tx: Tx, id: string) {
  const [row] = await tx.$queryRaw<{ state: FairState; version: number; openedAt: Date | null; closedAt: Date | null }[]>`SELECT state, version, openedAt, closedAt FROM job_fair WHERE id = ${id} FOR UPDATE`;
  const held = row === undefined ? null : await tx.jobFair.findUnique({ where: { id } });
  return held && { ...held, state: row!.state, version: Number(row!.version), openedAt: row!.openedAt, closedAt: row!.closedAt };
}
export type HeldFair = NonNullable<Awaited<ReturnType<typeof holdFair>>>;

export const boothKey = (fairId: string, employerId: string) => `${fairId}:${employerId}`;

/** Numbers that are given at a fair. What a held fair's transaction read before its lock may be older, so these are asked outside it. */
export async function givenNumbers(pool: Pool, fairId: string): Promise<number[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT number FROM fair_booth WHERE fairId = ? AND number IS NOT NULL", [fairId]);
  return rows.map((row) => Number(row.number));
}

/** What stands at the door (null) or a booth of a fair that is held. */
export async function countedAt(pool: Pool, fairId: string, boothId: string | null): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT COALESCE(SUM(n), 0) AS n FROM fair_tick WHERE fairId = ? AND boothId <=> ?", [fairId, boothId]);
  return Number(rows[0]!.n);
}

/** Whoever is told of a fair, to be held before the fair is: in this order everywhere, so that two writers never wait for each other. */
export async function comingTo(pool: Pool, fairId: string): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT personId FROM fair_guest WHERE fairId = ? AND state <> 'WITHDRAWN'", [fairId]);
  return rows.map((row) => row.personId as string);
}

/** A person at a fair that is held: as coming or as come, with a code that nobody else there has. Who came stays so. */
export async function setGuest(deps: Pick<Deps, "newId" | "clock" | "pool">, tx: Tx, fairId: string, personId: string, state: GuestState): Promise<{ code: string }> {
  const now = deps.clock.now();
  const [known] = (await deps.pool.query<RowDataPacket[]>("SELECT id, state, code FROM fair_guest WHERE fairId = ? AND personId = ?", [fairId, personId]))[0];
  if (known) {
    const stays = known.state === "CAME" || known.state === state;
    if (!stays) await tx.fairGuest.update({ where: { id: known.id as string }, data: { state, cameAt: state === "CAME" ? now : null } });
    return { code: known.code as string };
  }
  for (;;) {
    const code = randomDigits(9);
    const [same] = (await deps.pool.query<RowDataPacket[]>("SELECT id FROM fair_guest WHERE fairId = ? AND code = ?", [fairId, code]))[0];
    if (same) continue;
    await tx.fairGuest.create({ data: { id: deps.newId(), fairId, personId, state, code, saidAt: now, cameAt: state === "CAME" ? now : null } });
    return { code };
  }
}

/** The approved booth of a fair that shows a post; null when none does. */
export async function boothShowing(pool: Pool, fairId: string, postId: string): Promise<{ id: string; employerId: string } | null> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT b.id, b.employerId FROM fair_booth b JOIN fair_booth_post s ON s.boothId = b.id WHERE b.fairId = ? AND s.postId = ? AND b.state = 'APPROVED'", [fairId, postId]);
  return rows[0] === undefined ? null : { id: rows[0].id as string, employerId: rows[0].employerId as string };
}

/** A hiring of a person for a post at a fair, as it is committed now. */
export async function hiringAt(pool: Pool, key: { fairId: string; personId: string; postId: string }): Promise<{ id: string; state: string; placementId: string | null } | null> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, state, placementId FROM fair_hiring WHERE fairId = ? AND personId = ? AND postId = ?", [key.fairId, key.personId, key.postId]);
  return rows[0] === undefined ? null : { id: rows[0].id as string, state: rows[0].state as string, placementId: rows[0].placementId as string | null };
}
