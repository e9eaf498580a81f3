import type { RowDataPacket } from "mysql2/promise";
import { takeNew, updateBulk } from "#app/data/imports/write-bulk.server.ts";
import { type ClassificationNode, fullCodeOf } from "#app/domain/occupation/classification.ts";
import type { Querier } from "#app/platform/database.server.ts";

const BATCH = 1_000;

/** Writes nodes of an edition. What a later list says wins, but an empty definition takes none away; nothing is removed. */
export async function saveNodes(connection: Querier, edition: string, nodes: readonly ClassificationNode[]): Promise<void> {
  const changes = [...takeNew(["level", "parentCode", "nameZh", "green", "digital"]), "definition = COALESCE(VALUES(definition), definition)"];
  for (let from = 0; from < nodes.length; from += BATCH) {
    const rows = nodes.slice(from, from + BATCH).map(({ name, ...node }) => ({ edition, ...node, nameZh: name }));
    await updateBulk(connection, "classification_node", rows, changes);
  }
}

/** Writes those nodes whose codes the edition does not have yet. */
export async function addMissingNodes(connection: Querier, edition: string, nodes: readonly ClassificationNode[]): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT code FROM classification_node WHERE edition = ?", [edition]);
  const known = new Set(rows.map((row) => String(row.code)));
  await saveNodes(connection, edition, nodes.filter(({ code }) => !known.has(code)));
}

export async function markImported(connection: Querier, edition: string, at: Date, sourceHash: string): Promise<void> {
  await connection.query("UPDATE classification_edition SET importedAt = ?, sourceHash = ? WHERE code = ?", [at, sourceHash, edition]);
}

export async function hasEdition(connection: Querier, edition: string): Promise<boolean> {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT 1 FROM classification_edition WHERE code = ?", [edition]);
  return rows.length > 0;
}

/** Codes as they stand in the database with their names, of occupations and trades; sorted by code. */
export async function loadNamedWork(connection: Querier, edition: string): Promise<{ code: string; name: string }[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SELECT code, nameZh FROM classification_node WHERE edition = ? AND level IN ('OCCUPATION', 'TRADE') ORDER BY code", [edition]);
  return rows.map((row) => ({ code: String(row.code), name: String(row.nameZh) }));
}

/** Names of groups and occupations by their code in four numbers; an occupation's own name before its group's. */
export async function loadNodeNames(connection: Querier, edition: string): Promise<Map<string, string>> {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT code, nameZh FROM classification_node WHERE edition = ? AND level <> 'TRADE' ORDER BY level", [edition]);
  return new Map(rows.map((row) => [fullCodeOf(String(row.code)), String(row.nameZh)]));
}
