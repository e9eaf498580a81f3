import { randomBytes } from "node:crypto";
import type { RowDataPacket } from "mysql2";
import { isUniqueViolation, type Pool } from "../database.server.ts";
import { type Environment, EnvironmentError } from "../environment.server.ts";
import type { CipherName, IndexHash } from "./ciphers.server.ts";
import { FIRST_FORM, type KeyState, type KeyUse, type RingKey, type RingView } from "./ring.ts";
import { KEY_BYTES, masterIdOf, unwrapKey, wrapKey } from "./wrap.server.ts";

export type KeySettings = Pick<Environment, "DATA_KEY" | "INDEX_KEY" | "FIELD_CIPHER">;

interface KeyRow extends RowDataPacket {
  keyUse: KeyUse;
  generation: number;
  algorithm: string;
  state: KeyState;
  masterId: string;
  wrapped: string;
  nextMasterId: string | null;
  nextWrapped: string | null;
}

export const masterOf = (env: KeySettings, use: KeyUse): string => (use === "DATA" ? env.DATA_KEY : env.INDEX_KEY);
export const hashOf = (cipher: CipherName): IndexHash => (cipher === "sm4" ? "sm3" : "sha256");

/** Reads the ring of a database; a database without one is given its first keys. */
export async function readRing(pool: Pool, env: KeySettings): Promise<RingView> {
  const found = await readRows(pool);
  if (found.length > 0) return viewOf(found, env);
  await foundRing(pool, env);
  return viewOf(await readRows(pool), env);
}

export async function readRows(pool: Pool): Promise<KeyRow[]> {
  const [rows] = await pool.query<KeyRow[]>("SELECT keyUse, generation, algorithm, state, masterId, wrapped, nextMasterId, nextWrapped FROM data_key ORDER BY keyUse, generation");
  return rows;
}

function viewOf(rows: readonly KeyRow[], env: KeySettings): RingView {
  const of = <A extends string>(use: KeyUse) => rows.filter((row) => row.keyUse === use).map((row): RingKey<A> => ({
    generation: row.generation, algorithm: row.algorithm as A, state: row.state, material: materialOf(row, masterOf(env, use)),
  }));
  return { data: of<CipherName>("DATA"), index: of<IndexHash>("INDEX") };
}

/** The key in a row, by the master key in force or by the one to come. */
export function materialOf(row: KeyRow, master: string): Buffer {
  const id = masterIdOf(master);
  if (row.masterId === id) return unwrapKey(master, row, row.wrapped);
  if (row.nextMasterId === id) return unwrapKey(master, row, row.nextWrapped!);
  const variable = row.keyUse === "DATA" ? "DATA_KEY" : "INDEX_KEY";
  throw new EnvironmentError([{ variable, problem: "does not open the keys of this database: it belongs to another one, or was changed without npm run rotate-keys -- --master" }]);
}

/**
 * A database that holds nobody yet starts with generation 1. One that was filled before there were generations goes on in its first
 * form, which processes of the release before can read too, until `npm run rotate-keys`.
 */
async function foundRing(pool: Pool, env: KeySettings): Promise<void> {
  const [[filled]] = await pool.query<RowDataPacket[]>(
    "SELECT (SELECT COUNT(*) FROM (SELECT id FROM person LIMIT 1) p) + (SELECT COUNT(*) FROM (SELECT id FROM employer LIMIT 1) e) + (SELECT COUNT(*) FROM (SELECT id FROM certificate_key LIMIT 1) c) AS n");
  const first = Number(filled!.n) > 0;
  const cipher = first ? "aes" : env.FIELD_CIPHER;
  const rows = ([["DATA", cipher], ["INDEX", hashOf(cipher)]] as const).map(([keyUse, algorithm]) => {
    const named = { keyUse, generation: first ? FIRST_FORM : 1, algorithm };
    const master = masterOf(env, keyUse);
    return [keyUse, named.generation, algorithm, "ACTIVE", keyUse, masterIdOf(master), wrapKey(master, named, first ? Buffer.from(master, "base64") : randomBytes(KEY_BYTES)), new Date(), new Date()];
  });
  try {
    await pool.query("INSERT INTO data_key (keyUse, generation, algorithm, state, activeUse, masterId, wrapped, createdAt, activeAt) VALUES ?", [rows]);
  } catch (error) {
    // another process was first
    if (!isUniqueViolation(error)) throw error;
  }
}
