import type { PoolConnection, RowDataPacket } from "mysql2/promise";
import { type BulkRow, insertBulk, takeNew, updateBulk } from "./write-bulk.server.ts";

type Connection = Pick<PoolConnection, "query">;

export interface KnownPost {
  id: string;
  sourceHash: string | null;
}

/** The posts of a source that are there already, by their reference. */
export async function findPostsByRef(connection: Connection, source: string, refs: readonly string[]): Promise<Map<string, KnownPost>> {
  if (refs.length === 0) return new Map();
  const [rows] = await connection.query<RowDataPacket[]>("SELECT id, sourceRef, sourceHash FROM post WHERE source = ? AND sourceRef IN (?)", [source, refs]);
  return new Map(rows.map((row) => [row.sourceRef as string, { id: row.id as string, sourceHash: row.sourceHash as string | null }]));
}

/** Employers by credit code, whoever registered them, and by their name within the source. */
export async function findEmployers(
  connection: Connection, source: string, refs: readonly string[], creditCodes: readonly string[],
): Promise<{ byRef: Map<string, string>; byCreditCode: Map<string, string> }> {
  const byRef = new Map<string, string>();
  const byCreditCode = new Map<string, string>();
  if (refs.length > 0) {
    const [rows] = await connection.query<RowDataPacket[]>("SELECT id, sourceRef FROM employer WHERE source = ? AND sourceRef IN (?)", [source, refs]);
    for (const row of rows) byRef.set(row.sourceRef as string, row.id as string);
  }
  if (creditCodes.length > 0) {
    const [rows] = await connection.query<RowDataPacket[]>("SELECT id, creditCode FROM employer WHERE creditCode IN (?)", [creditCodes]);
    for (const row of rows) byCreditCode.set(row.creditCode as string, row.id as string);
  }
  return { byRef, byCreditCode };
}

export async function insertEmployers(connection: Connection, rows: readonly BulkRow[]): Promise<void> {
  await insertBulk(connection, "employer", rows);
}

export async function insertPosts(connection: Connection, rows: readonly BulkRow[]): Promise<void> {
  await insertBulk(connection, "post", rows);
}

const CONTENT = [
  "employerId", "title", "occupationCode", "description", "regionCode", "countyCode", "scope", "address", "wageMinFen", "wageMaxFen", "wagePeriod",
  "wageMonths", "monthlyMinFen", "monthlyMaxFen", "housing", "meals", "insurance", "educationMin", "experienceMonths", "sourceHash", "updatedAt",
];

/** New content for posts that are there; state, dates and what is filled stay, and openings never fall below them. */
export async function updatePosts(connection: Connection, rows: readonly BulkRow[]): Promise<void> {
  await updateBulk(connection, "post", rows, [...takeNew(CONTENT), "`openings` = GREATEST(VALUES(`openings`), `filled`)"]);
}
