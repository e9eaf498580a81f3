import { randomDigits } from "#app/platform/crypto.server.ts";
import type { DispatchState, Way } from "#app/domain/dispatch/steps.ts";
import type { RowDataPacket } from "mysql2";
import { chinaDay, type Day } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Db, Pool, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion, speaksAs } from "#app/platform/permissions.ts";
import type { DispatchEventKind } from "#prisma/generated/enums.ts";

/** Who plans and leads a dispatch: a bureau of its home region; on the way also the account that is named as its escort. */
export function runsDispatch(actor: Actor, of: { homeCode: string; escortUserId: string | null }): boolean {
  if (actor.role === "AGENT") return actor.userId !== null && actor.userId === of.escortUserId && actor.actingFor === undefined;
  return (actor.role === "OFFICER" || actor.role === "ADMIN") && actsForRegion(actor, of.homeCode);
}

/** The dispatch with its row held until the transaction ends: places, steps and ticks wait here for each other. What others change of it is read with the lock. */
export async function holdDispatch(tx: Tx, id: string) {
  const [row] = await tx.$queryRaw<{ state: DispatchState; version: number; capacity: number }[]>`SELECT state, version, capacity FROM dispatch WHERE id = ${id} FOR UPDATE`;
  const held = row === undefined ? null : await tx.dispatch.findUnique({ where: { id } });
  return held && { ...held, state: row!.state, version: Number(row!.version), capacity: Number(row!.capacity) };
}
export type HeldDispatch = NonNullable<Awaited<ReturnType<typeof holdDispatch>>>;

interface Said {
  kind: DispatchEventKind;
  seatId?: string;
  way?: Way;
  at?: Date;
  reason?: string | null;
}

/** Writes what happened, behind all that stands there. */
export async function sayOfDispatch(deps: Pick<Deps, "newId" | "clock">, tx: Pick<Tx, "dispatchEvent">, actor: Actor, dispatchId: string, said: readonly Said[]): Promise<void> {
  const now = deps.clock.now();
  await tx.dispatchEvent.createMany({
    data: said.map(({ kind, seatId, way, at, reason }) => ({
      id: deps.newId(), dispatchId, seatId: seatId ?? null, kind, way: way ?? null, happenedAt: at ?? now, recordedAt: now, saidByRole: speaksAs(actor), saidByUserId: actor.userId, reason: reason || null,
    })),
  });
}

export const seatKey = (dispatchId: string, personId: string) => `${dispatchId}:${personId}`;

/** A short code that nobody else of the dispatch has; its row is held by the caller. */
export async function newSeatCode(tx: Pick<Tx, "dispatchSeat">, dispatchId: string, random: () => string = () => randomDigits(6)): Promise<string> {
  for (;;) {
    const code = random();
    if ((await tx.dispatchSeat.count({ where: { dispatchId, code } })) === 0) return code;
  }
}

/** The smallest free number of a dispatch that is held; null when it is full. Asked outside the transaction, whose own reads may be older than its lock. */
export async function freeSeat(pool: Pool, dispatch: { id: string; capacity: number }): Promise<number | null> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT seat FROM dispatch_seat WHERE dispatchId = ? AND seat IS NOT NULL", [dispatch.id]);
  const taken = new Set(rows.map((one) => Number(one.seat)));
  for (let seat = 1; seat <= dispatch.capacity; seat += 1) if (!taken.has(seat)) return seat;
  return null;
}

/** The active placement that a journey to this place leads to. */
export async function placementFor(db: Pick<Db, "placement">, personId: string, destinationCode: string): Promise<{ id: string } | null> {
  return db.placement.findFirst({ where: { activeKey: personId, workRegionCode: { startsWith: scopePrefix(destinationCode) } }, select: { id: true } });
}

/** Another journey of these persons that takes the same time and that they have said yes to. The persons' rows are held by the caller, so that what is committed now is what holds. */
export async function findOverlap(pool: Pool, personIds: readonly string[], of: { id: string; gatherAt: Date; arrivesAt: Date }): Promise<{ personId: string; on: Day } | null> {
  if (personIds.length === 0) return null;
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT s.personId, d.gatherAt FROM dispatch_seat s JOIN dispatch d ON d.id = s.dispatchId WHERE s.personId IN (?) AND s.dispatchId <> ? AND s.state IN ('YES', 'BOARDED')
        AND d.state NOT IN ('CANCELLED', 'CLOSED') AND d.gatherAt < ? AND d.arrivesAt > ? ORDER BY d.gatherAt LIMIT 1`, [personIds, of.id, of.arrivesAt, of.gatherAt]);
  return rows[0] === undefined ? null : { personId: rows[0].personId as string, on: chinaDay(rows[0].gatherAt as Date) };
}

/** Everybody who is asked or comes along, to be held before the dispatch is: in this order everywhere, so that two writers never wait for each other. */
export async function peopleOf(pool: Pool, dispatchId: string): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT personId FROM dispatch_seat WHERE dispatchId = ? AND openKey IS NOT NULL", [dispatchId]);
  return rows.map((row) => row.personId as string);
}
