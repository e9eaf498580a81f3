import type { RowDataPacket } from "mysql2/promise";
import { z } from "zod";
import { insertBulk } from "#app/data/imports/write-bulk.server.ts";
import type { CodeWeight, Lexicon } from "#app/domain/occupation/lexicon.ts";
import { type Querier, readJson } from "#app/platform/database.server.ts";

const BATCH = 1_000;
export const weightsSchema = z.array(z.tuple([z.string(), z.number()]));

export interface LexiconHead {
  id: string;
  edition: string;
  source: string;
  sourceHash: string;
  titles: number;
  cues: number;
}

/** The lexicon in force is the one learned last. */
export async function findLexicon(connection: Querier): Promise<LexiconHead | null> {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT id, edition, source, sourceHash, titles, cues FROM occupation_lexicon ORDER BY learnedAt DESC, id DESC LIMIT 1");
  return (rows[0] as LexiconHead | undefined) ?? null;
}

/** Puts a lexicon in force and drops the earlier ones; in the caller's transaction. */
export async function replaceLexicon(connection: Querier, head: LexiconHead & { learnedAt: Date }, lexicon: Lexicon): Promise<void> {
  await connection.query("DELETE FROM occupation_lexicon");
  await connection.query("INSERT INTO occupation_lexicon SET ?", [head]);
  const rows = [...lexicon.weights].map(([cue, weights]) => ({ lexiconId: head.id, cue, rarity: lexicon.rarity.get(cue)!, weights: JSON.stringify(weights) }));
  for (let from = 0; from < rows.length; from += BATCH) await insertBulk(connection, "occupation_cue", rows.slice(from, from + BATCH));
}

/** The lexicon in force, whole: some ten thousand cues, for work on many titles. Null when none was imported. */
export async function loadLexicon(connection: Querier): Promise<Lexicon | null> {
  const head = await findLexicon(connection);
  if (head === null) return null;
  const [rows] = await connection.query<RowDataPacket[]>("SELECT cue, rarity, weights FROM occupation_cue WHERE lexiconId = ?", [head.id]);
  return lexiconOf(rows);
}

/** Of the lexicon in force only what these cues need: for one title. */
export async function loadLexiconFor(connection: Querier, cues: readonly string[]): Promise<Lexicon | null> {
  if (cues.length === 0) return null;
  const head = await findLexicon(connection);
  if (head === null) return null;
  const [rows] = await connection.query<RowDataPacket[]>("SELECT cue, rarity, weights FROM occupation_cue WHERE lexiconId = ? AND cue IN (?)", [head.id, cues]);
  return lexiconOf(rows);
}

function lexiconOf(rows: readonly RowDataPacket[]): Lexicon {
  const rarity = new Map<string, number>();
  const weights = new Map<string, readonly CodeWeight[]>();
  for (const row of rows) {
    rarity.set(String(row.cue), Number(row.rarity));
    weights.set(String(row.cue), weightsSchema.parse(readJson(row.weights)));
  }
  return { rarity, weights };
}
