import type { RowDataPacket } from "mysql2";
import { fillSecret } from "#app/domain/notice/secret.ts";
import type { Pool } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface MySearch {
  id: string;
  name: string;
  query: string;
  bySms: boolean;
  recordedAt: Date;
  alerts: number;
}

export async function readMySearches(pool: Pool, personId: string): Promise<MySearch[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT s.id, s.name, s.query, s.bySms, s.recordedAt, (SELECT COUNT(*) FROM notice n WHERE n.savedSearchId = s.id) AS alerts
       FROM saved_search s WHERE s.personId = ? AND s.stoppedAt IS NULL ORDER BY s.recordedAt DESC, s.id`, [personId]);
  return rows.map((row) => ({ ...(row as unknown as MySearch), bySms: Boolean(row.bySms), alerts: Number(row.alerts) }));
}

export interface MyNotice {
  id: string;
  kind: string;
  recordedAt: Date;
  readAt: Date | null;
  postId: string | null;
  subjectId: string | null;
  title: string | null;
  searchId: string | null;
  searchName: string | null;
  searchStands: boolean;
  /** the post is still offered to them and waits for an answer */
  offered: boolean;
}

const SHOWN = 100;

/** A person's newest notices. */
export async function readMyNotices(pool: Pool, personId: string): Promise<MyNotice[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT n.id, n.kind, n.recordedAt, n.readAt, n.postId, n.subjectId, COALESCE(p.title, u.title) AS title, s.id AS searchId, s.name AS searchName, s.id IS NOT NULL AND s.stoppedAt IS NULL AS searchStands,
            EXISTS (SELECT 1 FROM job_match m WHERE m.personId = n.personId AND m.postId = n.postId AND m.status = 'PROPOSED') AS offered
       FROM notice n LEFT JOIN post p ON p.id = n.postId LEFT JOIN saved_search s ON s.id = n.savedSearchId LEFT JOIN training_class k ON k.id = n.subjectId LEFT JOIN training_course u ON u.id = k.courseId
      WHERE n.personId = ? ORDER BY n.recordedAt DESC, n.id DESC LIMIT ?`, [personId, SHOWN]);
  return rows.map((row) => ({ ...(row as unknown as MyNotice), searchStands: Boolean(row.searchStands), offered: Boolean(row.offered) }));
}

export async function countUnread(pool: Pool, personId: string): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM notice WHERE personId = ? AND readAt IS NULL", [personId]);
  return Number(rows[0]?.n ?? 0);
}

/** The name of the search whose alerts a link stops; null when they have stopped or there is no such link. */
export async function readStoppable(pool: Pool, stopToken: string): Promise<{ name: string } | null> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT name FROM saved_search WHERE stopToken = ? AND stoppedAt IS NULL", [stopToken]);
  return rows[0] ? { name: rows[0].name as string } : null;
}

export async function hasPhone(pool: Pool, personId: string): Promise<boolean> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT phoneEnc IS NOT NULL AS has FROM person WHERE id = ?", [personId]);
  return Boolean(rows[0]?.has);
}

export interface SentSms {
  id: string;
  phoneMasked: string;
  text: string;
  state: "QUEUED" | "SENT" | "FAILED";
  recordedAt: Date;
}

/** The newest messages, for the outbox page of a demonstration. */
export async function readSmsOutbox({ pool, crypto }: Pick<Deps, "pool" | "crypto">): Promise<SentSms[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id, phoneMasked, text, secretEnc, state, recordedAt FROM sms_message ORDER BY recordedAt DESC, id DESC LIMIT ?", [SHOWN]);
  return rows.map(({ secretEnc, ...row }) => ({ ...(row as unknown as SentSms), text: fillSecret(row.text as string, secretEnc && crypto.decrypt("sms.secret", secretEnc as string)) }));
}
