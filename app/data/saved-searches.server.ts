import type { RowDataPacket } from "mysql2";
import type { Pool } from "#app/platform/database.server.ts";

export interface StandingSearch {
  id: string;
  personId: string;
  query: string;
  readAs: string | null;
  bySms: boolean;
  stopToken: string;
  recordedAt: Date;
  homeCountyCode: string;
  phoneEnc: string | null;
  phoneMasked: string | null;
}

/** The next searches by id whose alerts go on; fewer than `limit` means the end. */
export async function nextStandingSearches(pool: Pool, after: string, limit: number): Promise<StandingSearch[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT s.id, s.personId, s.query, s.readAs, s.bySms, s.stopToken, s.recordedAt, p.homeCountyCode, p.phoneEnc, p.phoneMasked
       FROM saved_search s JOIN person p ON p.id = s.personId WHERE s.stoppedAt IS NULL AND s.id > ? ORDER BY s.id LIMIT ?`, [after, limit]);
  return rows.map((row) => ({ ...(row as unknown as StandingSearch), bySms: Boolean(row.bySms) }));
}

/** Those of the posts that are open and came after some search was saved: the only ones anybody may have to be told of. */
export async function postsToTellOf(pool: Pool, postIds: readonly string[]): Promise<string[]> {
  if (postIds.length === 0) return [];
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT p.id FROM post p WHERE p.id IN (?) AND p.status = 'PUBLISHED'
        AND p.recordedAt >= (SELECT MIN(s.recordedAt) FROM saved_search s WHERE s.stoppedAt IS NULL)`, [postIds]);
  return rows.map((row) => row.id as string);
}

export interface PostToTell {
  id: string;
  title: string;
  recordedAt: Date;
  place: string;
}

export async function loadPostsToTell(pool: Pool, postIds: readonly string[]): Promise<Map<string, PostToTell>> {
  if (postIds.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT p.id, p.title, p.recordedAt, COALESCE(r.name, '') AS place FROM post p LEFT JOIN region r ON r.code = p.countyCode WHERE p.id IN (?)", [postIds]);
  return new Map(rows.map((row) => [row.id as string, row as unknown as PostToTell]));
}

/** How many notices each of these searches, and messages each of these persons, got since an instant. */
export async function countTold(pool: Pool, searchId: string, personId: string, since: Date): Promise<{ notices: number; messages: number }> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM notice WHERE savedSearchId = ? AND recordedAt >= ?) AS notices,
            (SELECT COUNT(*) FROM sms_message WHERE personId = ? AND purpose = 'new-post' AND recordedAt >= ?) AS messages`, [searchId, since, personId, since]);
  return { notices: Number(rows[0]?.notices ?? 0), messages: Number(rows[0]?.messages ?? 0) };
}
