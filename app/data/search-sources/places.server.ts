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

const listed = new WeakMap<Pool, Promise<{ code: string; name: string }[]>>();

/**
 * The places people name when they look for work: provinces, cities and countries, and the counties of Shanxi; a county
 * elsewhere too often has the name of something else. Read once per process, or again while there are none.
 */
export function namedPlaces(pool: Pool): Promise<{ code: string; name: string }[]> {
  const known = listed.get(pool);
  if (known) return known;
  const reading = pool
    .query<RowDataPacket[]>(
      `SELECT code, name FROM region WHERE level IN ('PROVINCE', 'CITY', 'OVERSEAS') AND name NOT IN ('市辖区', '县')
           AND name NOT LIKE '%直辖县级%' OR level = 'COUNTY' AND code LIKE '14%' ORDER BY code`)
    .then(([rows]) => rows.map((row) => ({ code: row.code as string, name: row.name as string })));
  listed.set(pool, reading);
  reading.then((places) => places.length === 0 && listed.delete(pool), () => listed.delete(pool));
  return reading;
}
