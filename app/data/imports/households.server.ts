import type { PoolConnection, RowDataPacket } from "mysql2/promise";
import { type BulkRow, type InsertRows, insertBulk } from "./write-bulk.server.ts";

type Connection = Pick<PoolConnection, "query">;

export interface HouseholdWrites {
  sites: BulkRow[];
  households: BulkRow[];
  moved: { householdId: string; siteId: string }[];
}

export function siteKey(countyCode: string, name: string): string {
  return `${countyCode}:${name}`;
}

/** Households by the keyed hash of county and number, in whichever form it is stored: `indexes` lead from each form to the one asked about. */
export async function findHouseholdsByNumber(connection: Connection, indexes: ReadonlyMap<string, string>): Promise<Map<string, { id: string; siteId: string | null }>> {
  if (indexes.size === 0) return new Map();
  const [rows] = await connection.query<RowDataPacket[]>("SELECT id, numberIndex, resettlementSiteId FROM household WHERE numberIndex IN (?)", [[...indexes.keys()]]);
  return new Map(rows.map((row) => [indexes.get(row.numberIndex as string)!, { id: row.id as string, siteId: row.resettlementSiteId as string | null }]));
}

/** Ids of resettlement sites by `siteKey`. */
export async function findSites(connection: Connection, sites: readonly { countyCode: string; name: string }[]): Promise<Map<string, string>> {
  if (sites.length === 0) return new Map();
  const [rows] = await connection.query<RowDataPacket[]>("SELECT id, countyCode, name FROM resettlement_site WHERE (countyCode, name) IN (?)", [sites.map(({ countyCode, name }) => [countyCode, name])]);
  return new Map(rows.map((row) => [siteKey(row.countyCode as string, row.name as string), row.id as string]));
}

export async function writeHouseholds(connection: Connection, { sites, households, moved }: HouseholdWrites, insert: InsertRows): Promise<void> {
  await insertBulk(connection, "resettlement_site", sites);
  await insert(connection, "household", households);
  for (const { householdId, siteId } of moved) await connection.query("UPDATE household SET resettlementSiteId = ? WHERE id = ?", [siteId, householdId]);
}
