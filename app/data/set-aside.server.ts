import type { ResultSetHeader, RowDataPacket } from "mysql2";
import type { Querier } from "#app/platform/database.server.ts";

export interface SetAside {
  eventId: string;
  event: string;
  consumer: string;
  subjectId: string;
  attempts: number;
  /** a code, never a message */
  error: string;
  at: Date;
}

/** Deliveries that failed so often that they wait for somebody to look, latest first. */
export async function readSetAside(pool: Querier, most: number): Promise<SetAside[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT d.eventId, e.event, d.consumer, d.subjectId, d.attempts, d.lastError, d.quarantinedAt FROM outbox_delivery d JOIN outbox_event e ON e.id = d.eventId
      WHERE d.quarantinedAt IS NOT NULL AND d.doneAt IS NULL ORDER BY d.quarantinedAt DESC, d.eventId LIMIT ?`, [most]);
  return rows.map((row) => ({
    eventId: row.eventId as string, event: row.event as string, consumer: row.consumer as string, subjectId: row.subjectId as string, attempts: Number(row.attempts),
    error: (row.lastError as string | null) ?? "unknown", at: row.quarantinedAt as Date,
  }));
}

/** Puts deliveries back with their tries given anew; the relay takes them up. Says how many. */
export async function takeBackFromQuarantine(pool: Querier, { consumer, eventId }: { consumer: string; eventId?: string }): Promise<number> {
  const [result] = await pool.query<ResultSetHeader>(
    `UPDATE outbox_delivery SET quarantinedAt = NULL, attempts = 0, claimedUntil = NULL WHERE consumer = ? AND quarantinedAt IS NOT NULL AND doneAt IS NULL${eventId ? " AND eventId = ?" : ""}`,
    eventId ? [consumer, eventId] : [consumer]);
  return result.affectedRows;
}

export interface Waiting {
  consumer: string;
  waiting: number;
  setAside: number;
  oldest: Date | null;
}

/** What waits for each consumer, and since when the oldest of it. */
export async function readWaiting(pool: Querier): Promise<Waiting[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT d.consumer, SUM(d.quarantinedAt IS NULL) AS waiting, SUM(d.quarantinedAt IS NOT NULL) AS setAside, MIN(CASE WHEN d.quarantinedAt IS NULL THEN e.recordedAt END) AS oldest
       FROM outbox_delivery d JOIN outbox_event e ON e.id = d.eventId WHERE d.doneAt IS NULL GROUP BY d.consumer`);
  return rows.map((row) => ({ consumer: row.consumer as string, waiting: Number(row.waiting), setAside: Number(row.setAside), oldest: row.oldest as Date | null }));
}
