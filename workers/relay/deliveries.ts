import type { ResultSetHeader, RowDataPacket } from "mysql2";
import type { EventName } from "#app/domain/events/events.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { BATCH, type Delivery } from "../catalog/payloads.ts";
import { type Consumer, SUBSCRIPTIONS } from "../subscriptions.ts";

type Store = Pick<Deps, "pool" | "clock" | "newId">;

/** A claim that nobody renews for so long runs out, and the delivery is made again: what a killed worker held waits no longer. */
export const LEASE_MS = 20_000;
/** So many failures of a delivery's own set it aside; a dependency that is away doesn't count. */
export const QUARANTINE_AFTER = 8;
const EXPAND_AT_ONCE = 1_000;
/** Of each batch so many are the newest, so that a person's change doesn't wait behind an import. */
const NEWEST_FIRST = 50;

/** Writes one delivery for each subscriber of the events that have none yet. Twice is the same as once. */
export async function expandEvents({ pool, clock }: Store): Promise<number> {
  const [events] = await pool.query<RowDataPacket[]>(
    "SELECT id, event, subjectId FROM outbox_event WHERE expandedAt IS NULL ORDER BY id LIMIT ?", [EXPAND_AT_ONCE]);
  if (events.length === 0) return 0;
  const rows = events.flatMap((row) => (SUBSCRIPTIONS[row.event as EventName] ?? []).map((consumer) => [row.id, consumer, row.subjectId]));
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    // the events first: an insert alone shares its parent's lock with another relay, and neither could then write it
    await connection.query("UPDATE outbox_event SET expandedAt = ? WHERE id IN (?) AND expandedAt IS NULL", [clock.now(), events.map((row) => row.id as string)]);
    if (rows.length > 0) await connection.query("INSERT IGNORE INTO outbox_delivery (eventId, consumer, subjectId) VALUES ?", [rows]);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
  return events.length;
}

/** Takes up to a batch of a consumer's open deliveries for `LEASE_MS`; several relays may ask at once. */
export async function claimDeliveries({ pool, clock, newId }: Store, consumer: Consumer): Promise<Delivery[]> {
  const now = clock.now();
  const open = "consumer = ? AND doneAt IS NULL AND quarantinedAt IS NULL AND (claimedUntil IS NULL OR claimedUntil < ?)";
  const take = async (order: "ASC" | "DESC", limit: number) => {
    const [rows] = await pool.query<RowDataPacket[]>(`SELECT eventId FROM outbox_delivery WHERE ${open} ORDER BY eventId ${order} LIMIT ?`, [consumer, now, limit]);
    return rows.map((row) => row.eventId as string);
  };
  const oldest = await take("ASC", BATCH);
  if (oldest.length === 0) return [];
  const wanted = oldest.length < BATCH ? oldest : [...new Set([...(await take("DESC", NEWEST_FIRST)), ...oldest])].slice(0, BATCH);
  const until = new Date(now.getTime() + LEASE_MS);
  const token = newId();
  const [claimed] = await pool.query<ResultSetHeader>(
    `UPDATE outbox_delivery SET claimedUntil = ?, claimToken = ? WHERE eventId IN (?) AND ${open}`, [until, token, wanted, consumer, now]);
  if (claimed.affectedRows === 0) return [];
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT d.eventId, d.subjectId, e.traceparent FROM outbox_delivery d JOIN outbox_event e ON e.id = d.eventId WHERE d.consumer = ? AND d.eventId IN (?) AND d.claimToken = ? AND d.doneAt IS NULL", [consumer, wanted, token]);
  return rows.map((row) => ({ eventId: row.eventId as string, subjectId: row.subjectId as string, ...(row.traceparent !== null && { traceparent: row.traceparent as string }) }));
}

export async function renewClaims({ pool, clock }: Store, consumer: Consumer, eventIds: readonly string[]): Promise<void> {
  await pool.query("UPDATE outbox_delivery SET claimedUntil = ? WHERE consumer = ? AND eventId IN (?) AND doneAt IS NULL", [
    new Date(clock.now().getTime() + LEASE_MS), consumer, eventIds,
  ]);
}

export async function markDone({ pool, clock }: Store, consumer: Consumer, eventIds: readonly string[]): Promise<void> {
  await pool.query("UPDATE outbox_delivery SET doneAt = ?, lastError = NULL WHERE consumer = ? AND eventId IN (?) AND doneAt IS NULL", [clock.now(), consumer, eventIds]);
}

/** The delivery's own fault: counted, tried again later and later, and set aside in the end. */
export async function markFailed({ pool, clock }: Store, consumer: Consumer, eventIds: readonly string[], code: string): Promise<void> {
  const now = clock.now();
  await pool.query(
    `UPDATE outbox_delivery SET attempts = attempts + 1, lastError = ?,
            quarantinedAt = CASE WHEN attempts >= ? THEN ? ELSE NULL END, claimedUntil = ?
      WHERE consumer = ? AND eventId IN (?) AND doneAt IS NULL`,
    [code.slice(0, 500), QUARANTINE_AFTER, now, new Date(now.getTime() + 5_000), consumer, eventIds]);
}

/** Somebody else's fault (a dependency is away): put back for a moment, not counted. */
export async function putBack({ pool, clock }: Store, consumer: Consumer, eventIds: readonly string[], afterMs: number): Promise<void> {
  await pool.query("UPDATE outbox_delivery SET claimedUntil = ? WHERE consumer = ? AND eventId IN (?) AND doneAt IS NULL", [
    new Date(clock.now().getTime() + afterMs), consumer, eventIds,
  ]);
}
