import type { RowDataPacket } from "mysql2";
import { isWithin, regionsHolding } from "#app/domain/region/codes.ts";
import type { Desk } from "#app/domain/watch/owner.ts";
import type { Pool } from "#app/platform/database.server.ts";

export interface NamedDesk extends Desk {
  displayName: string;
}

/** The officers and agents whose region holds one of some homes; `of` gives those of one of them. */
export async function loadDesks(pool: Pool, homes: readonly string[]): Promise<{ all: NamedDesk[]; of(home: string): NamedDesk[] }> {
  const regions = [...new Set(homes.flatMap(regionsHolding))];
  if (regions.length === 0) return { all: [], of: () => [] };
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT id, displayName, role, regionCode FROM user_account WHERE status = 'ACTIVE' AND role IN ('OFFICER', 'AGENT') AND regionCode IN (?) ORDER BY displayName, id", [regions]);
  const all = rows as unknown as NamedDesk[];
  return { all, of: (home) => all.filter((desk) => isWithin(home, desk.regionCode)) };
}

/** How many open cases each of some accounts has. */
export async function countOpenCases(pool: Pool, userIds: readonly string[]): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const [rows] = await pool.query<RowDataPacket[]>("SELECT ownerId, COUNT(*) AS n FROM watch_case WHERE ownerId IN (?) AND closedAt IS NULL GROUP BY ownerId", [userIds]);
  return new Map(rows.map((row) => [row.ownerId as string, Number(row.n)]));
}
