import type { RowDataPacket } from "mysql2/promise";
import type { Pool } from "#app/platform/database.server.ts";

export interface Point {
  lat: number;
  lng: number;
}

const remembered = new WeakMap<Pool, Map<string, Point | null>>();

/** Where a region lies: its own point or its county's. Regions don't move, so each is read once per process. */
export async function pointOf(pool: Pool, code: string | null): Promise<Point | null> {
  if (code === null) return null;
  let points = remembered.get(pool);
  if (!points) remembered.set(pool, (points = new Map()));
  const known = points.get(code);
  if (known !== undefined) return known;
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT lat, lng FROM region WHERE code IN (?) AND lat IS NOT NULL AND lng IS NOT NULL ORDER BY LENGTH(code) DESC LIMIT 1", [[code, code.slice(0, 6)]]);
  const point = rows[0] ? { lat: rows[0].lat as number, lng: rows[0].lng as number } : null;
  if (point !== null) points.set(code, point);
  return point;
}
